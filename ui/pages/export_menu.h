// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "export/table_file.h"
#include "models/table_view.h"
#include "publish/figure_settings.h"
#include "tables/snapshot_tables.h"

#include <QObject>
#include <QPointer>
#include <QToolButton>

#include <functional>
#include <vector>

class QMenu;

namespace sweepscope {

/// Saves what a page shows: a chart as a picture or its numbers, a table as it stands. Every file
/// carries where its content is from: pictures and JSON inside, CSV files in a second file beside.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// The lines of provenance for something shown now; `what` names it.
    using ProvenanceOf = std::function<std::vector<std::string>(const QString& what)>;

    Exporter(ProvenanceOf provenanceOf, QObject* parent = nullptr);

    /// "Export" with a menu, for the title line of a card.
    QToolButton* buttonFor(ChartWidget* chart, const QString& name);
    QToolButton* buttonFor(TableView* table, const QString& name);

    /// Adds what can be exported and is in sight now to a menu, charts first.
    void addVisibleTo(QMenu& menu);

    /// The dialogs behind these buttons.
    void exportChart(ChartWidget& chart, const QString& name);
    void exportTable(TableView& table, const QString& name);

    /// Without asking: for tests, and for exports without a window. The format is that of the
    /// path's ending.
    Status savePicture(const ChartWidget& chart, const QString& what, const QString& path,
        const FigureSpec& spec = {}) const;
    Status saveNumbers(const Table& table, const QString& what, const QString& path) const;
    Status saveTable(const TableView& view, const QString& what, const QString& path) const;

    [[nodiscard]] std::vector<std::string> provenance(const QString& what) const {
        return m_provenanceOf(what);
    }

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void askAndSaveNumbers(const ChartWidget& chart, const QString& name);

    struct Shown {
        QPointer<ChartWidget> chart;
        QPointer<TableView> table; ///< one of the two
        QString name;
    };

    ProvenanceOf m_provenanceOf;
    std::vector<Shown> m_shown; ///< all that have a button
};

} // namespace sweepscope
