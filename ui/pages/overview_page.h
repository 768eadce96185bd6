// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/country_cdf_chart.h"
#include "charts/packets_chart.h"
#include "pages/highlight_list.h"
#include "pages/page.h"

#include <QGridLayout>
#include <QLabel>

namespace sweepscope {

/// Headline figures, packets over time, where from, and what stands out, in sentences.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    void setBefore(const SnapshotPointer& before) override { m_countriesChart->setBefore(before); }

    void setDetails(const DetailsPointer& details) override;

    void setEvents(const EventsPointer& events) override { m_packetsChart->setEvents(events); }

    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] HighlightList& highlights() { return *m_highlights; }

    [[nodiscard]] PacketsChart& packets() { return *m_packetsChart; }

private:
    /// A headline figure: its name, the figure, a line about it.
    struct Figure {
        QLabel* value;
        QLabel* note;
    };

    Figure addFigure(const QString& name, QLayout& row);
    QLayout* makeFigures();
    static void show(const Figure& figure, const QString& value, const QString& note);

    Figure m_scans{};
    Figure m_sources{};
    Figure m_packets{};
    Figure m_tools{};
    Figure m_backscatter{};
    PacketsChart* m_packetsChart;
    CountryCdfChart* m_countriesChart;
    HighlightList* m_highlights;
};

} // namespace sweepscope
