// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "export/provenance.h"
#include "export/table_file.h"
#include "models/table_view.h"
#include "publish/figure_settings.h"
#include "tables/snapshot_tables.h"

#include <QObject>
#include <QPointer>
#include <QToolButton>

#include <functional>
#include <map>
#include <vector>

class QMenu;

namespace sweepscope {

/// Saves what a page shows: a chart as a picture or its numbers, a table as it stands. Every file
/// carries where its content is from: pictures and JSON inside, CSV files in a second file beside.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// The lines of provenance for something shown now; `what` names it, and the subcommand makes
    /// it.
    using ProvenanceOf =
        std::function<std::vector<std::string>(const QString& what, const Subcommand& subcommand)>;

    using SubcommandNow = std::function<Subcommand()>;

    Exporter(ProvenanceOf provenanceOf, QObject* parent = nullptr);

    /// "Export" with a menu, for the title line of a card.
    QToolButton* buttonFor(ChartWidget* chart, const QString& name);
    QToolButton* buttonFor(TableView* table, const QString& name);

    /// Of what `analyze` does not make: who says which subcommand makes what is shown.
    void setCommand(const QString& what, SubcommandNow subcommandNow);

    /// Adds what can be exported and is in sight now to a menu, charts first.
    void addVisibleTo(QMenu& menu);

    /// The dialogs behind these buttons.
    void exportChart(ChartWidget& chart, const QString& name);
    void exportTable(TableView& table, const QString& name);

    /// Without asking. The format is that of the path's ending. The window is alive meanwhile.
    Status savePicture(const ChartWidget& chart, const QString& what, const QString& path,
        const FigureSpec& spec = {}) const;
    Status saveNumbers(
        const std::shared_ptr<const Table>& table, const QString& what, const QString& path) const;
    Status saveTable(const TableView& view, const QString& what, const QString& path) const;

    [[nodiscard]] std::vector<std::string> provenance(const QString& what) const;

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    Status saveBeside(const TablePart& part, const QString& what, const QString& path) const;
    void askAndSaveNumbers(const ChartWidget& chart, const QString& name);

    struct Shown {
        QPointer<ChartWidget> chart;
        QPointer<TableView> table; ///< one of the two
        QString name;
    };

    ProvenanceOf m_provenanceOf;
    std::map<QString, SubcommandNow> m_subcommands;
    std::vector<Shown> m_shown; ///< all that have a button
};

} // namespace sweepscope
