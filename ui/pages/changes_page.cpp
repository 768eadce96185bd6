// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes_page.h"

#include "export/time_figures.h"
#include "format/display_text.h"
#include "style/theme.h"
#include "tables/change_tables.h"
#include "tables/comparison_tables.h"
#include "tables/event_tables.h"

#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

Comparison halvesOf(const SnapshotPointer& snapshot) {
    const TimeRange& range = snapshot->material.index->counts.range;
    if (range.isEmpty())
        return {};
    const Timestamp middle = range.first + Duration{range.length().nanoseconds / 2};
    return compare({"first half", snapshot, TimeRange{range.first, middle + Duration{-1}}},
        {"second half", snapshot, TimeRange{middle, range.last}});
}

} // namespace

ChangesPage::ChangesPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_sentence(new QLabel())
    , m_figure(new SvgView())
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Changes")))
    , m_once(new QCheckBox(tr("Count each campaign once")))
    , m_ungroup(new QPushButton(tr("Ungroup"))) {
    auto* const figureCard = new Card(tr("What changed"));
    auto* const content = new QWidget();
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    column->addWidget(m_figure, 1);
    figureCard->setContent(content);
    QButtonGroup* const choice =
        figureCard->addChoice({tr("Rhythm"), tr("Events"), tr("Campaigns"), tr("Two halves")}, 0);
    connect(
        choice, &QButtonGroup::idClicked, this, [this](int id) { setView(static_cast<View>(id)); });
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(m_ungroup);
    m_tableCard->addControl(m_once);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("changes")));
    m_table->setAccessibleName(tr("Changes"));

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(figureCard, 5);
    layout->addWidget(m_tableCard, 4);

    connect(m_table, &TableView::rowActivated, this, &ChangesPage::showRow);
    connect(m_once, &QCheckBox::toggled, this, &ChangesPage::countCampaigns);
    connect(m_ungroup, &QPushButton::clicked, this, &ChangesPage::toggleGroup);
    connect(
        &m_watcher, &QFutureWatcher<FindingsPointer>::finished, this, &ChangesPage::takeFindings);
    connect(&m_counting, &QFutureWatcher<SnapshotPointer>::finished, this,
        [this] { emit counted(m_counting.result()); });
    showView();
}

/// What still runs looks at nothing of this page.
ChangesPage::~ChangesPage() {
    m_watcher.disconnect(this);
    m_counting.disconnect(this);
}

void ChangesPage::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    if (isVisible() || m_once->isChecked())
        work();
}

void ChangesPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    work();
}

void ChangesPage::work() {
    const bool isDone = m_findings != nullptr && m_findings->snapshot == m_snapshot;
    if (m_snapshot == nullptr || isDone || m_watcher.isRunning())
        return;
    m_watcher.setFuture(QtConcurrent::run(&ChangesPage::find, m_snapshot));
}

ChangesPage::FindingsPointer ChangesPage::find(const SnapshotPointer& snapshot) {
    auto findings = std::make_shared<Findings>();
    findings->snapshot = snapshot;
    findings->rhythm = findChanges(*snapshot);
    for (const Event& event : shippedEventList()) {
        if (canReactTo(*snapshot, event))
            findings->reactions.push_back(reactionTo(*snapshot, event));
    }
    findings->campaigns = findCampaigns(*snapshot);
    findings->halves = halvesOf(snapshot);
    return findings;
}

void ChangesPage::takeFindings() {
    m_findings = m_watcher.result();
    m_ungrouped.clear();
    showView();
    if (m_findings->snapshot != m_snapshot)
        return work(); // a newer one has come meanwhile
    if (m_once->isChecked())
        countCampaigns();
    emit worked();
}

void ChangesPage::setView(View view) {
    m_view = view;
    showView();
}

void ChangesPage::showTable(std::shared_ptr<const Table> table, const QString& title) {
    m_tableCard->setTitle(title);
    m_table->tableModel().setTable(std::move(table));
}

void ChangesPage::showView() {
    m_once->setVisible(m_view == View::campaigns);
    m_ungroup->setVisible(m_view == View::campaigns);
    m_figure->setVisible(m_view != View::campaigns);
    m_sentence->clear();
    m_figure->setSvg({}, {});
    if (m_findings == nullptr)
        return;
    const Findings& found = *m_findings;
    switch (m_view) {
    case View::rhythm:
        showTable(changeTable(found.snapshot, found.rhythm.changes),
            tr("Stretches that stand out, %1").arg(displayCount(found.rhythm.changes.size())));
        m_sentence->setText(
            found.rhythm.ports.empty()
                ? tr("No port has sources enough for a rhythm")
                : tr("%n ports looked at", nullptr, static_cast<int>(found.rhythm.ports.size())));
        break;
    case View::events:
        showTable(eventTable(found.snapshot, found.reactions),
            tr("Events within 28 days, %1").arg(displayCount(found.reactions.size())));
        break;
    case View::campaigns:
        showTable(campaignTable(found.snapshot, found.campaigns),
            tr("Campaigns, %1").arg(displayCount(found.campaigns.size())));
        m_sentence->setText(tr("Sources that act as one. Choose a row for the reasons."));
        break;
    case View::halves:
        showTable(comparisonTable(found.snapshot, found.halves), tr("First half against second"));
        m_figure->setSvg(differenceFigure(found.halves), tr("Differences of shares"));
        for (const std::string& note : found.halves.notes)
            m_sentence->setText(QString::fromStdString(note));
        return;
    }
    showRow(0);
}

void ChangesPage::showRow(std::uint32_t row) {
    if (m_findings == nullptr)
        return;
    const Findings& found = *m_findings;
    if (m_view == View::rhythm && !found.rhythm.ports.empty()) {
        auto port = found.rhythm.ports.begin();
        if (row < found.rhythm.changes.size()) {
            const Change& change = found.rhythm.changes[row];
            m_sentence->setText(QString::fromStdString(change.words));
            port = std::find_if(found.rhythm.ports.begin(), found.rhythm.ports.end(),
                [&](const PortRhythm& each) { return each.port == change.port; });
        }
        m_figure->setSvg(rhythmFigure(found.rhythm, *port, shippedEventList()),
            QString::fromStdString(toText(port->port)));
    } else if (m_view == View::events && row < found.reactions.size()) {
        const EventReaction& reaction = found.reactions[row];
        m_sentence->setText(QString::fromStdString(reaction.event.name));
        m_figure->setSvg(reactionFigure(reaction), m_sentence->text());
    } else if (m_view == View::campaigns && row < found.campaigns.size()) {
        QStringList reasons;
        for (const std::string& reason : found.campaigns[row].reasons)
            reasons << QString::fromStdString(reason);
        m_sentence->setText(reasons.join(QLatin1String("\n")));
        m_ungroup->setText(m_ungrouped.contains(row) ? tr("Group") : tr("Ungroup"));
    } else if (m_view == View::halves && row < found.halves.differences.size()) {
        const Dimension dimension = found.halves.differences[row].dimension;
        m_figure->setSvg(rankFigure(found.halves, dimension), tr("Ranks by scans"));
    }
}

void ChangesPage::countCampaigns() {
    if (m_findings == nullptr)
        return;
    if (!m_once->isChecked())
        return emit counted(m_findings->snapshot);
    std::vector<Campaign> grouped;
    for (std::size_t i = 0; i < m_findings->campaigns.size(); ++i) {
        if (!m_ungrouped.contains(i))
            grouped.push_back(m_findings->campaigns[i]);
    }
    m_counting.setFuture(
        QtConcurrent::run([snapshot = m_findings->snapshot, grouped = std::move(grouped)] {
            return countOnce(*snapshot, grouped);
        }));
}

void ChangesPage::toggleGroup() {
    const auto row = m_table->currentRow();
    if (!row)
        return;
    if (m_ungrouped.erase(*row) == 0)
        m_ungrouped.insert(*row);
    showRow(*row);
    if (m_once->isChecked())
        countCampaigns();
}

} // namespace sweepscope
