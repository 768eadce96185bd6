// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "tables/table.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sweepscope {

struct HtmlFigure {
    QString title;
    QString description; ///< for who cannot see it
    QByteArray svg;
};

struct HtmlTable {
    QString title;
    std::shared_ptr<const Table> table;
    std::size_t mostRows = 50; ///< the rest is in other files
};

/// What a report says, in its order.
struct HtmlReport {
    QString title;
    std::vector<std::pair<QString, QString>> facts; ///< name and figure
    QStringList warnings;
    std::vector<std::pair<QString, QString>> notes; ///< of the user: on what, and the text
    std::vector<HtmlFigure> figures;
    std::vector<HtmlTable> tables;
    std::vector<std::string> provenance; ///< lines "key: value"
};

/// Writes a report as one HTML file that needs no other: pictures are SVG inside, with their text
/// as text. It loads nothing from anywhere and runs no script.
void writeHtml(const HtmlReport& report, const TextSink& sink);

/// A title of a column as the window shows it.
QString columnTitle(const Column& column);

} // namespace sweepscope
