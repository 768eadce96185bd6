// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timeline_chart.h"
#include "pages/page.h"

namespace sweepscope {

/// When scans happened: packets, scans or sources per interval, by tool or by port.
class TimelinePage : public Page {
    Q_OBJECT

public:
    explicit TimelinePage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer /*snapshot*/) override {}

    void setDetails(const DetailsPointer& details) override;

    void setEvents(const EventsPointer& events) override { m_chart->setEvents(events); }

    [[nodiscard]] std::vector<NamedChart> charts() const override;

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] TimelineChart& chart() { return *m_chart; }

private:
    TimelineChart* m_chart;
    TableView* m_table;
    Card* m_tableCard;
};

} // namespace sweepscope
