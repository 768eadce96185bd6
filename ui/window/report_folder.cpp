// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/report_folder.h"

#include "pages/countries_page.h"
#include "pages/export_menu.h"
#include "pages/overview_page.h"
#include "pages/ports_page.h"
#include "pages/tools_page.h"

#include <QDir>

#include <array>
#include <memory>

namespace sweepscope {

Status writeReportFolder(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder) {
    const QDir directory(folder);
    if (!directory.mkpath(QStringLiteral(".")))
        return Error{folder.toStdString() + ": cannot be made"};
    Exporter exporter([&](const QString& what) {
        return provenanceLines(*snapshot, provenance, what.toStdString());
    });
    std::array<std::unique_ptr<Page>, 4> pages = {std::make_unique<OverviewPage>(exporter),
        std::make_unique<PortsPage>(exporter), std::make_unique<CountriesPage>(exporter),
        std::make_unique<ToolsPage>(exporter)};
    for (const auto& page : pages) {
        page->resize(1200, 900);
        page->setSnapshot(snapshot);
        for (const NamedChart& named : page->charts()) {
            const Status saved = exporter.savePicture(
                *named.chart, named.name, directory.filePath(named.name + QStringLiteral(".png")));
            if (!saved.ok())
                return saved;
        }
    }
    for (const auto& table :
        {portTable(snapshot), countryTable(snapshot, Weight::scans), toolTable(snapshot),
            sourceTable(snapshot), scanTable(snapshot), packetSeriesTable(snapshot)}) {
        const QString name = QString::fromLatin1(table->name().data(), int(table->name().size()));
        const Status saved =
            exporter.saveNumbers(*table, name, directory.filePath(name + QStringLiteral(".csv")));
        if (!saved.ok())
            return saved;
    }
    return {};
}

} // namespace sweepscope
