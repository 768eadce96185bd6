// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/event_reaction.h"
#include "charts/figure_chart.h"
#include "export/time_figures.h"
#include "pages/page.h"

#include <QFutureWatcher>

#include <memory>
#include <vector>

namespace sweepscope {

/// Disclosures near the capture, and how the world reacted: packets, scans and sources of an
/// event's ports before and after it, how long until the first scan came, who came. Users add
/// events of their own.
///
/// Reactions are worked out on another thread, and only while the page is in sight.
class EventsPage : public Page {
    Q_OBJECT

public:
    enum class Below { whoCame, intervals };

    /// What is worked out on another thread.
    struct Findings {
        SnapshotPointer snapshot;
        EventsPointer events;
        std::vector<EventReaction> reactions;
    };

    using FindingsPointer = std::shared_ptr<const Findings>;

    static FindingsPointer find(const SnapshotPointer& snapshot, const EventsPointer& events);

    /// The row of the event that scanning followed most clearly, which is shown first; the first
    /// where none of them did.
    static std::uint32_t clearest(const std::vector<EventReaction>& reactions);

    explicit EventsPage(Exporter& exporter, QWidget* parent = nullptr);
    ~EventsPage() override;

    void setSnapshot(SnapshotPointer snapshot) override;
    void setEvents(const EventsPointer& events) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    /// Shows what was found elsewhere for the snapshot and the events that are set.
    void take(FindingsPointer findings);

    void setMeasure(ReactionMeasure measure);
    void setBelow(Below below);

    /// Shows the reaction to one of the events, by its row.
    void choose(std::uint32_t row);

    [[nodiscard]] TableView& table() { return *m_events; }

    [[nodiscard]] TableView& detailTable() { return *m_detail; }

    [[nodiscard]] FigureChart& chart() { return *m_chart; }

    [[nodiscard]] QString facts() const { return m_facts->text(); }

signals:
    void worked();                 ///< what is shown belongs to the newest snapshot and events
    void ownEventsRequested();     ///< a list of the user's is to be added
    void shippedEventsRequested(); ///< and to be forgotten

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeChartCard(Exporter& exporter);
    QWidget* makeListCard(Exporter& exporter);
    QWidget* makeDetailCard(Exporter& exporter);
    void work();
    void showReaction();
    void showDetail();
    [[nodiscard]] const EventReaction* reaction() const;
    [[nodiscard]] QString factsOf(const EventReaction& reaction) const;

    SnapshotPointer m_snapshot;
    EventsPointer m_list;
    FindingsPointer m_findings; ///< null until the first were worked out
    QFutureWatcher<FindingsPointer> m_watcher;
    ReactionMeasure m_measure = ReactionMeasure::scans;
    Below m_below = Below::whoCame;
    std::uint32_t m_row = 0;

    FigureChart* m_chart;
    Card* m_chartCard;
    QLabel* m_facts;
    QLabel* m_notes;
    TableView* m_events;
    Card* m_eventsCard;
    TableView* m_detail;
    Card* m_detailCard;
};

} // namespace sweepscope
