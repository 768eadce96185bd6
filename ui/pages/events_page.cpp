// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/events_page.h"

#include "format/display_sentence.h"
#include "format/display_text.h"
#include "format/term_text.h"
#include "style/role.h"
#include "style/theme.h"
#include "tables/event_tables.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

std::vector<Term> portTerms(const Event& event) {
    std::vector<Term> terms;
    for (const PortId port : event.ports)
        terms.emplace_back(PortTerm{port.protocol, port.port});
    return terms;
}

QString orDash(const std::optional<Duration>& duration) {
    return duration ? displayDuration(*duration) : QStringLiteral("–");
}

} // namespace

EventsPage::EventsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_list(knownEvents())
    , m_chart(new FigureChart())
    , m_chartCard(new Card(tr("Event")))
    , m_facts(new QLabel())
    , m_notes(new QLabel())
    , m_events(new TableView())
    , m_eventsCard(new Card(tr("Events")))
    , m_detail(new TableView())
    , m_detailCard(new Card(tr("Who came"))) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(makeChartCard(exporter), 5);
    auto* const below = new QHBoxLayout();
    below->setSpacing(metrics::kGap);
    below->addWidget(makeListCard(exporter), 1);
    below->addWidget(makeDetailCard(exporter), 1);
    layout->addLayout(below, 4);
    m_events->giveWay();
    m_detail->giveWay();
    follow(m_chart);
    m_chart->setEmptyText({}); // the line above it says what to do
    m_events->setMissingText(tr("Looking for events…"));
    m_events->setEmptyText(
        tr("No known event with ports lies within 28 days of this capture. Add a list of your own "
           "by “Own events” above."));
    m_detail->setMissingText(tr("Choose an event on the left to see who came after it."));
    m_detail->setEmptyText(tr("Nobody scanned its ports in this capture."));
    connect(m_events, &TableView::rowActivated, this, &EventsPage::choose);
    connect(m_events, &QAbstractItemView::doubleClicked, this, [this] {
        if (const EventReaction* const shown = reaction())
            emit narrowRequested({portTerms(shown->event), {}});
    });
    connect(&m_watcher, &QFutureWatcher<FindingsPointer>::finished, this,
        [this] { take(m_watcher.result()); });
    for (const char* const name :
        {"event", "events", "event-reaction", "event-intervals", "reactors"}) {
        exporter.setCommand(QLatin1String(name), [this] {
            return m_list->ownPath.empty() ? Subcommand{"events"}
                                           : Subcommand{"events", {"--events", m_list->ownPath}};
        });
    }
    showReaction();
}

/// What still runs looks at nothing of this page.
EventsPage::~EventsPage() {
    m_watcher.disconnect(this);
}

QWidget* EventsPage::makeChartCard(Exporter& exporter) {
    m_chartCard->putLegendBelow();
    auto* const content = new QWidget();
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::RichText);
    setRole(*m_notes, "note");
    m_notes->setWordWrap(true);
    column->addWidget(m_facts);
    column->addWidget(m_chart, 1);
    column->addWidget(m_notes);
    m_chartCard->setContent(content);
    m_chartCard->showLegendOf(m_chart);
    QButtonGroup* const measure =
        m_chartCard->addChoice({tr("Packets"), tr("Scans"), tr("Sources")}, 1);
    connect(measure, &QButtonGroup::idClicked, this,
        [this](int id) { setMeasure(static_cast<ReactionMeasure>(id)); });
    m_chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("event")));
    return m_chartCard;
}

QWidget* EventsPage::makeListCard(Exporter& exporter) {
    m_eventsCard->setContent(m_events);
    auto* const lists = new QToolButton();
    lists->setText(tr("Own events"));
    lists->setPopupMode(QToolButton::InstantPopup);
    auto* const menu = new QMenu(lists);
    menu->addAction(tr("Add a List (CSV)…"), this, &EventsPage::ownEventsRequested);
    menu->addAction(tr("Known Events Only"), this, &EventsPage::shippedEventsRequested);
    lists->setMenu(menu);
    m_eventsCard->addControl(lists);
    m_eventsCard->addControl(exporter.buttonFor(m_events, QStringLiteral("events")));
    m_events->setAccessibleName(tr("Events"));
    // The others are in the header's menu.
    m_events->showColumns({QStringLiteral("date"), QStringLiteral("event"), QStringLiteral("ports"),
        QStringLiteral("peak_ratio"), QStringLiteral("first_scan"),
        QStringLiteral("first_wide_scan"), QStringLiteral("half_life"),
        QStringLiteral("confidence")});
    return m_eventsCard;
}

QWidget* EventsPage::makeDetailCard(Exporter& exporter) {
    m_detailCard->setContent(m_detail);
    QButtonGroup* const below = m_detailCard->addChoice({tr("Who came"), tr("Intervals")}, 0);
    connect(below, &QButtonGroup::idClicked, this,
        [this](int id) { setBelow(static_cast<Below>(id)); });
    m_detailCard->addControl(exporter.buttonFor(m_detail, QStringLiteral("event-reaction")));
    m_detail->setAccessibleName(tr("Who came"));
    return m_detailCard;
}

void EventsPage::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    if (isVisible())
        work();
}

void EventsPage::setEvents(const EventsPointer& events) {
    m_list = events;
    if (isVisible())
        work();
}

void EventsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    work();
}

void EventsPage::work() {
    const bool isDone =
        m_findings != nullptr && m_findings->snapshot == m_snapshot && m_findings->events == m_list;
    if (m_snapshot == nullptr || isDone || m_watcher.isRunning())
        return;
    m_watcher.setFuture(QtConcurrent::run(&EventsPage::find, m_snapshot, m_list));
}

EventsPage::FindingsPointer EventsPage::find(
    const SnapshotPointer& snapshot, const EventsPointer& events) {
    auto findings = std::make_shared<Findings>();
    findings->snapshot = snapshot;
    findings->events = events;
    for (const Event& event : events->events) {
        if (canReactTo(*snapshot, event))
            findings->reactions.push_back(reactionTo(*snapshot, event));
    }
    return findings;
}

void EventsPage::take(FindingsPointer findings) {
    const bool isFirst = m_findings == nullptr;
    m_findings = std::move(findings);
    const std::size_t count = m_findings->reactions.size();
    m_row = m_row < count ? m_row : 0;
    m_eventsCard->setTitle(tr("Events within 28 days, %1").arg(displayCount(count)));
    m_events->tableModel().setTable(eventTable(m_findings->snapshot, m_findings->reactions));
    if (isFirst) {
        m_row = clearest(m_findings->reactions);
        m_events->setCurrentIndex(m_events->tableModel().index(static_cast<int>(m_row), 0));
    }
    showReaction();
    if (m_findings->snapshot != m_snapshot || m_findings->events != m_list)
        return work(); // newer ones have come meanwhile
    emit worked();
}

std::uint32_t EventsPage::clearest(const std::vector<EventReaction>& reactions) {
    std::uint32_t best = 0;
    for (std::uint32_t row = 0; row < reactions.size(); ++row) {
        if (reactions[row].peakRatio.value_or(0) > reactions[best].peakRatio.value_or(0))
            best = row;
    }
    return best;
}

const EventReaction* EventsPage::reaction() const {
    const bool isThere = m_findings != nullptr && m_row < m_findings->reactions.size();
    return isThere ? &m_findings->reactions[m_row] : nullptr;
}

void EventsPage::choose(std::uint32_t row) {
    m_row = row;
    showReaction();
}

void EventsPage::setMeasure(ReactionMeasure measure) {
    m_measure = measure;
    showReaction();
}

void EventsPage::setBelow(Below below) {
    m_below = below;
    showDetail();
}

QString EventsPage::factsOf(const EventReaction& reaction) const {
    const Event& event = reaction.event;
    QStringList ports;
    for (const PortId port : event.ports)
        ports << displayPort(port.protocol, port.port);
    QStringList parts = {fromCore(dateText(event)), ports.join(QStringLiteral(" "))};
    if (!event.cve.empty())
        parts << fromCore(event.cve);
    const QString step = displayDuration(reaction.grid.step);
    if (reaction.usual)
        parts << tr("usual before: <b>%1</b> scans in %2")
                     .arg(displayNumber(reaction.usual->scans), step);
    if (reaction.peakRatio)
        parts << tr("peak after: <b>%1</b> times that").arg(displayNumber(*reaction.peakRatio));
    parts << tr("first scan after <b>%1</b>").arg(orDash(reaction.toFirstScan))
          << tr("first above 1 % after <b>%1</b>").arg(orDash(reaction.toFirstWideScan))
          << tr("half-life <b>%1</b>").arg(orDash(reaction.halfLife));
    return parts.join(QStringLiteral(" · "));
}

void EventsPage::showReaction() {
    const EventReaction* const shown = reaction();
    m_chartCard->setTitle(shown == nullptr ? tr("Events") : fromCore(shown->event.name));
    m_notes->setVisible(shown != nullptr && !shown->notes.empty());
    showDetail();
    if (shown == nullptr) {
        m_facts->setText(m_findings == nullptr
                             ? tr("Looking for events…")
                             : tr("No known event with ports lies within 28 days of this capture. "
                                  "Own events can be added as a list."));
        return m_chart->clear();
    }
    m_facts->setText(factsOf(*shown));
    m_notes->setText(displayNotes(shown->notes));
    const auto termsIn = [event = shown->event, grid = shown->grid](double from, double to) {
        std::vector<Term> terms = portTerms(event);
        const auto last = static_cast<double>(grid.count) - 1;
        const auto intervalAt = [&](double x) {
            return static_cast<std::size_t>(std::clamp(std::floor(x), 0.0, last));
        };
        terms.emplace_back(TimeRange{
            grid.beginOf(intervalAt(from)), grid.beginOf(intervalAt(to) + 1) + Duration{-1}});
        return terms;
    };
    Curves curves = reactionCurves(*shown, m_measure);
    if (!curves.curves.empty())
        curves.yTitle =
            tr("%1 in %2")
                .arg(coreText(curves.curves.front().name), displayDuration(shown->grid.step))
                .toStdString();
    m_chart->show({std::move(curves), fromCore(shown->event.name),
        eventIntervalTable(m_findings->snapshot, *shown), termsIn, {}, shown->grid});
}

void EventsPage::showDetail() {
    const EventReaction* const shown = reaction();
    m_detailCard->setTitle(m_below == Below::whoCame ? tr("Who came") : tr("Intervals"));
    if (shown == nullptr)
        return m_detail->tableModel().setTable(nullptr);
    m_detail->tableModel().setTable(m_below == Below::whoCame
                                        ? reactorTable(m_findings->snapshot, *shown)
                                        : eventIntervalTable(m_findings->snapshot, *shown));
}

std::vector<NamedChart> EventsPage::charts() const {
    return {{QStringLiteral("event"), m_chart}};
}

} // namespace sweepscope
