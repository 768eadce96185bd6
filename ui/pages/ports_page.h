// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_rows_chart.h"
#include "charts/port_sizes_chart.h"
#include "pages/page.h"

#include <QCheckBox>
#include <QLabel>
#include <QStackedWidget>

namespace sweepscope {

/// The most scanned ports, as bars and as a table: by two sizes to either side, by four sizes, or
/// by country.
class PortsPage : public Page {
    Q_OBJECT

public:
    enum class View { twoSizes, fourSizes, countries };

    explicit PortsPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    void setBefore(const SnapshotPointer& before) override { m_chart->setBefore(before); }

    void setDetails(const DetailsPointer& details) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    void setView(View view);

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] PortSizesChart& chart() { return *m_chart; }

    [[nodiscard]] BarRowsChart& bars() {
        return m_view == View::countries ? *m_countries : *m_sizes;
    }

    /// Whether ports that depend on the target are wanted in the ranking.
    [[nodiscard]] bool keepsDependentPorts() const { return m_keepsDependent->isChecked(); }

    void setKeepsDependentPorts(bool keeps) { m_keepsDependent->setChecked(keeps); }

    /// Shown only where there are such ports.
    [[nodiscard]] QCheckBox& dependentSwitch() { return *m_keepsDependent; }

signals:
    void keepsDependentPortsChanged();

private:
    void showDependent(const Snapshot& snapshot);
    void addControls(Card& card, Exporter& exporter);
    void showBars();

    DetailsPointer m_details;
    View m_view = View::twoSizes;
    bool m_isShare = true;
    bool m_isStacked = true; ///< the bars of four sizes
    QButtonGroup* m_views = nullptr;
    PortSizesChart* m_chart;
    BarRowsChart* m_sizes;
    BarRowsChart* m_countries;
    QStackedWidget* m_stack;
    QWidget* m_arrangement = nullptr; ///< of the bars of four sizes
    QWidget* m_exports[3] = {};
    Card* m_chartCard;
    TableView* m_table;
    Card* m_tableCard;
    QCheckBox* m_keepsDependent;
    QLabel* m_dependentNote;
};

} // namespace sweepscope
