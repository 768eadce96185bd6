// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_databases.h"

#include "base/data_files.h"

#include <utility>

namespace sweepscope {

Result<GeoDatabases> openDatabases(const std::vector<std::string>& paths) {
    std::vector<std::string> wanted = paths;
    if (wanted.empty()) {
        if (const auto shipped = findDataFile("sweepscope-geo.mmdb"))
            wanted.push_back(*shipped);
    }
    std::vector<GeoDatabase> databases;
    for (const std::string& path : wanted) {
        Result<GeoDatabase> database = GeoDatabase::open(path);
        if (!database.ok())
            return database.error();
        databases.push_back(std::move(database).value());
    }
    return GeoDatabases(std::move(databases));
}

} // namespace sweepscope
