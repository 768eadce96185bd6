// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timeline_chart.h"

#include "format/display_text.h"
#include "format/term_text.h"
#include "style/theme.h"

#include <array>

namespace sweepscope {

TimelineChart::TimelineChart(QWidget* parent)
    : TimeChart(200, parent) {}

void TimelineChart::setDetails(DetailsPointer details) {
    m_details = std::move(details);
    setAccessibleName(tr("Timeline"));
    showGrid(m_details->timeline.grid(), *m_details->snapshot);
}

void TimelineChart::setMeasure(Measure measure) {
    m_measure = measure;
    rebuild();
}

void TimelineChart::setSplit(Split split) {
    m_split = split;
    rebuild();
    emit legendChanged();
}

std::uint64_t TimelineChart::measured(const IntervalCounts& counts) const {
    constexpr std::array kOf = {
        &IntervalCounts::packets, &IntervalCounts::scans, &IntervalCounts::sources};
    return counts.*kOf[static_cast<std::size_t>(m_measure)];
}

std::vector<TimeChart::Series> TimelineChart::series() const {
    std::vector<Series> all;
    if (m_details == nullptr)
        return all;
    const Timeline* const timeline = &m_details->timeline;
    const auto add = [&](const QString& name, const QColor& colour, auto countsOf) {
        const auto of = [this, countsOf](std::size_t i) { return measured(countsOf(i)); };
        for (std::size_t i = 0; i < timeline->grid().count; ++i) {
            if (of(i) != 0) {
                all.push_back({name, colour, of});
                return;
            }
        }
    };
    if (m_split == Split::tool) {
        // What has no name goes below, where it disturbs the others least.
        for (std::size_t place = kToolCount; place > 0; --place) {
            const auto tool = static_cast<Tool>(place - 1);
            add(fromCore(nameOf(tool)), theme().of(tool),
                [timeline, tool](
                    std::size_t i) -> const IntervalCounts& { return timeline->of(i, tool); });
        }
        return all;
    }
    for (std::size_t place = timeline->ports().size() + 1; place > 0; --place) {
        const std::size_t port = place - 1;
        const bool isOthers = port == timeline->ports().size();
        add(isOthers ? tr("other ports")
                     : displayPort(timeline->ports()[port].protocol, timeline->ports()[port].port),
            isOthers ? theme().of(Tool::unknown) : Theme::category(port),
            [timeline, port](
                std::size_t i) -> const IntervalCounts& { return timeline->ofPort(i, port); });
    }
    return all;
}

std::shared_ptr<const Table> TimelineChart::numbers() const {
    return m_details == nullptr ? nullptr : timelineTable(m_details);
}

QString TimelineChart::description() const {
    if (m_details == nullptr || m_details->timeline.grid().count == 0)
        return tr("No packets");
    const Timeline& timeline = m_details->timeline;
    std::size_t most = 0;
    for (std::size_t i = 1; i < timeline.grid().count; ++i)
        most = measured(timeline.all(i)) > measured(timeline.all(most)) ? i : most;
    return tr(
        "%1 intervals of %2; most in the one from %3: %4", nullptr, pluralOf(timeline.grid().count))
        .arg(displayCount(timeline.grid().count), displayDuration(timeline.grid().step),
            displayTime(timeline.grid().beginOf(most)), displayCount(measured(timeline.all(most))));
}

std::unique_ptr<ChartWidget> TimelineChart::copy() const {
    auto chart = std::make_unique<TimelineChart>();
    chart->makeLike(*this);
    chart->m_measure = m_measure;
    chart->m_split = m_split;
    if (m_details != nullptr)
        chart->setDetails(m_details);
    return chart;
}

} // namespace sweepscope
