// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/country_cdf_chart.h"
#include "charts/world_map.h"
#include "pages/page.h"

namespace sweepscope {

/// Where scans come from: the cumulative share of countries, a map, and the countries themselves.
class CountriesPage : public Page {
    Q_OBJECT

public:
    explicit CountriesPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    void setBefore(const SnapshotPointer& before) override { m_chart->setBefore(before); }

    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] CountryCdfChart& chart() { return *m_chart; }

    [[nodiscard]] WorldMap& map() { return *m_map; }

    [[nodiscard]] TableView& table() { return *m_table; }

private:
    void setWeight(Weight weight);

    SnapshotPointer m_snapshot;
    CountryCdfChart* m_chart;
    WorldMap* m_map;
    QLabel* m_sentence;
    TableView* m_table;
    Card* m_tableCard;
};

} // namespace sweepscope
