// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_origins.h"

#include <QStringList>

#include <memory>

namespace sweepscope {

struct OpenedDatabases {
    std::shared_ptr<const GeoDatabases> databases;
    QStringList problems; ///< of those that could not be opened
    QStringList searched; ///< files that were asked for, whether or not they were there
};

/// Opens databases of countries and networks; without paths, the one that comes with the program.
OpenedDatabases openDatabases(const QStringList& paths);

} // namespace sweepscope
