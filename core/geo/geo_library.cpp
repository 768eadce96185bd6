// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geo_library.h"

#include <maxminddb.h>

namespace sweepscope {

LibraryVersion geoLibrary() {
    return {"libmaxminddb", MMDB_lib_version()};
}

} // namespace sweepscope
