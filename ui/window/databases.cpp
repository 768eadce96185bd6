// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/databases.h"

#include "base/data_files.h"
#include "format/display_sentence.h"
#include "geo/geo_database.h"

#include <utility>
#include <vector>

namespace sweepscope {

OpenedDatabases openDatabases(const QStringList& paths) {
    OpenedDatabases opened;
    std::vector<GeoDatabase> databases;
    const auto add = [&](const std::string& path) {
        Result<GeoDatabase> database = GeoDatabase::open(path);
        if (database.ok())
            databases.push_back(std::move(database).value());
        else
            opened.problems << displaySentence(database.error().sentence);
    };
    for (const QString& path : paths)
        add(path.toStdString());
    opened.searched = paths;
    if (paths.isEmpty())
        opened.searched << QString::fromStdString(dataFolder() + "/sweepscope-geo.mmdb");
    const auto shipped = findDataFile("sweepscope-geo.mmdb");
    if (paths.isEmpty() && shipped)
        add(*shipped);
    opened.databases = std::make_shared<const GeoDatabases>(std::move(databases));
    return opened;
}

} // namespace sweepscope
