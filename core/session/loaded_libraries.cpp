// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaded_libraries.h"

#include "capture/capture_libraries.h"
#include "geo/geo_library.h"

#include <sqlite3.h>

#include <openssl/crypto.h>

namespace sweepscope {

std::vector<LibraryVersion> loadedLibraries() {
    std::vector<LibraryVersion> libraries = captureLibraries();
    libraries.push_back(geoLibrary());
    libraries.push_back({"SQLite", sqlite3_libversion()});
    libraries.push_back({"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)});
    return libraries;
}

} // namespace sweepscope
