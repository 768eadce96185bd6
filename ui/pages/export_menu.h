// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/atomic_file.h"
#include "charts/chart_widget.h"
#include "models/table_view.h"
#include "tables/snapshot_tables.h"

#include <QObject>
#include <QToolButton>

#include <functional>

namespace sweepscope {

/// Saves what a page shows: a chart as a picture or its numbers, a table as it stands. Every file
/// carries where its content is from: pictures as texts inside, CSV files in a second file beside.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// The lines of provenance for something shown now; `what` names it.
    using ProvenanceOf = std::function<std::vector<std::string>(const QString& what)>;

    Exporter(ProvenanceOf provenanceOf, QObject* parent = nullptr);

    /// "Export" with a menu, for the title line of a card.
    QToolButton* buttonFor(ChartWidget* chart, const QString& name);
    QToolButton* buttonFor(TableView* table, const QString& name);

    /// Without asking: for tests, and for exports without a window.
    Status savePicture(const ChartWidget& chart, const QString& what, const QString& path) const;
    Status saveNumbers(const Table& table, const QString& what, const QString& path) const;
    Status saveTable(const TableView& view, const QString& what, const QString& path) const;

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void askAndSave(const QString& title, const QString& proposal,
        const std::function<Status(const QString& path)>& save);
    Status writeCsvWithProvenance(const QString& what, const QString& path,
        const std::function<void(const TextSink&)>& write) const;

    ProvenanceOf m_provenanceOf;
    QString m_folder; ///< of the last file saved
};

} // namespace sweepscope
