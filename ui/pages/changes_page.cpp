// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes_page.h"

#include "export/time_figures.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "format/term_text.h"
#include "style/theme.h"
#include "tables/change_tables.h"
#include "tables/comparison_tables.h"
#include "tables/snapshot_tables.h"

#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

ChangesPage::ChangesPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_events(knownEvents())
    , m_sentence(new QLabel())
    , m_above(new QStackedWidget())
    , m_figure(new FigureChart())
    , m_members(new TableView())
    , m_figureCard(new Card(tr("What changed")))
    , m_figureExport(exporter.buttonFor(m_figure, QStringLiteral("rhythm")))
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Changes")))
    , m_once(new QCheckBox(tr("Count each campaign once")))
    , m_ungroup(new QPushButton(tr("Ungroup"))) {
    m_tableCard->setContent(m_table);
    m_tableCard->addControl(m_ungroup);
    m_tableCard->addControl(m_once);
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("changes")));
    m_table->setAccessibleName(tr("Changes"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(makeFigureCard(), 5);
    layout->addWidget(m_tableCard, 4);
    exporter.setCommand(QStringLiteral("rhythm"), [] { return Subcommand{"changes"}; });
    exporter.setCommand(QStringLiteral("campaigns"), [] { return Subcommand{"campaigns"}; });
    exporter.setCommand(QStringLiteral("changes"),
        [this] { return Subcommand{m_view == View::campaigns ? "campaigns" : "changes"}; });
    connectParts();
    showView();
}

QWidget* ChangesPage::makeFigureCard() {
    m_figureCard->putLegendBelow();
    auto* const content = new QWidget();
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    column->addWidget(m_sentence);
    m_above->addWidget(m_figure);
    m_above->addWidget(m_members);
    m_members->setAccessibleName(tr("Members of the campaign"));
    m_members->setObjectName(QStringLiteral("members"));
    column->addWidget(m_above, 1);
    m_figureCard->setContent(content);
    m_figureCard->showLegendOf(m_figure);
    m_choice = m_figureCard->addChoice({tr("Rhythm"), tr("Campaigns")}, 0);
    connect(m_choice, &QButtonGroup::idClicked, this,
        [this](int id) { setView(static_cast<View>(id)); });
    m_figureCard->addControl(m_figureExport);
    return m_figureCard;
}

void ChangesPage::connectParts() {
    follow(m_figure);
    follow(m_members);
    m_members->setMissingText(tr("Choose a campaign below to see who belongs to it."));
    m_table->setMissingText(tr("Looking for changes…"));
    m_figure->setEmptyText(tr("Looking for changes…"));
    connect(m_table, &TableView::rowActivated, this, &ChangesPage::showRow);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ChangesPage::narrowToChange);
    connect(m_sentence, &QLabel::linkActivated, this, &ChangesPage::narrowToChange,
        Qt::QueuedConnection);
    connect(m_once, &QCheckBox::toggled, this, &ChangesPage::countCampaigns);
    connect(m_ungroup, &QPushButton::clicked, this, &ChangesPage::toggleGroup);
    connect(&m_watcher, &QFutureWatcher<FindingsPointer>::finished, this,
        [this] { take(m_watcher.result()); });
    connect(&m_counting, &QFutureWatcher<SnapshotPointer>::finished, this,
        [this] { emit counted(m_counting.result()); });
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
    findings->campaigns = findCampaigns(*snapshot);
    return findings;
}

void ChangesPage::take(FindingsPointer findings) {
    m_findings = std::move(findings);
    m_ungrouped.clear();
    showView();
    if (m_findings->snapshot != m_snapshot)
        return work(); // a newer one has come meanwhile
    if (m_once->isChecked())
        countCampaigns();
    emit worked();
}

std::vector<NamedChart> ChangesPage::charts() const {
    return {{QStringLiteral("rhythm"), m_figure}};
}

void ChangesPage::setView(View view) {
    m_view = view;
    m_choice->button(static_cast<int>(view))->setChecked(true);
    showView();
}

void ChangesPage::showTable(std::shared_ptr<const Table> table, const QString& title) {
    m_tableCard->setTitle(title);
    m_table->tableModel().setTable(std::move(table));
}

void ChangesPage::setEvents(const EventsPointer& events) {
    m_events = events;
    showRow(m_row);
}

void ChangesPage::sayWhyNothingIsFound() {
    if (isReading(*m_findings->snapshot)) {
        m_figure->setEmptyText(readingText());
        return m_table->setEmptyText(readingText());
    }
    m_figure->setEmptyText(
        tr("A rhythm wants a port with many sources over many intervals. A longer capture, or "
           "thresholds that let more scans pass, may have one."));
    m_table->setEmptyText(m_view == View::campaigns
                              ? tr("No sources that act as one were found. Thresholds that let "
                                   "more scans pass may show some.")
                              : tr("Nothing stands out from the usual. A longer capture knows "
                                   "better what is usual."));
}

void ChangesPage::showView() {
    const bool areCampaigns = m_view == View::campaigns;
    m_once->setVisible(areCampaigns);
    m_ungroup->setVisible(areCampaigns);
    m_figureExport->setVisible(!areCampaigns);
    m_figureCard->setTitle(areCampaigns ? tr("Who acts together") : tr("What changed"));
    m_above->setCurrentWidget(areCampaigns ? static_cast<QWidget*>(m_members) : m_figure);
    m_sentence->clear();
    m_figure->clear();
    m_members->tableModel().setTable(nullptr);
    if (m_findings == nullptr)
        return;
    const Findings& found = *m_findings;
    sayWhyNothingIsFound();
    if (areCampaigns)
        showTable(campaignTable(found.snapshot, found.campaigns),
            tr("Campaigns, %1").arg(displayCount(found.campaigns.size())));
    else
        showTable(changeTable(found.snapshot, found.rhythm.changes),
            tr("Stretches that stand out, %1").arg(displayCount(found.rhythm.changes.size())));
    showRow(0);
}

void ChangesPage::showRow(std::uint32_t row) {
    m_row = row;
    if (m_findings == nullptr)
        return;
    if (m_view == View::rhythm)
        showChange(row);
    else
        showCampaign(row);
}

const Change* ChangesPage::change() const {
    const bool isThere = m_findings != nullptr && m_view == View::rhythm &&
                         m_row < m_findings->rhythm.changes.size();
    return isThere ? &m_findings->rhythm.changes[m_row] : nullptr;
}

void ChangesPage::narrowToChange() {
    if (const Change* const chosen = change())
        emit narrowRequested({{PortTerm{chosen->port.protocol, chosen->port.port},
                                  TimeRange{chosen->time.first, chosen->time.last + Duration{-1}}},
            {}});
}

/// The rhythm of the change's port, or of the first where nothing stands out.
void ChangesPage::showChange(std::uint32_t row) {
    const Rhythm& rhythm = m_findings->rhythm;
    if (rhythm.ports.empty())
        return m_sentence->setText(tr("No port has sources enough for a rhythm"));
    auto port = rhythm.ports.begin();
    if (row < rhythm.changes.size()) {
        const Change& change = rhythm.changes[row];
        m_sentence->setText(
            QStringLiteral("<a href='scans' style='color:%1'>%2</a>")
                .arg(theme().accent.name(), displaySentence(change.words).toHtmlEscaped()));
        m_sentence->setToolTip(tr("Look at these scans alone"));
        port = std::find_if(rhythm.ports.begin(), rhythm.ports.end(),
            [&](const PortRhythm& each) { return each.port == change.port; });
    } else {
        m_sentence->setText(tr("%n port(s) looked at, nothing stands out", nullptr,
            static_cast<int>(rhythm.ports.size())));
    }
    const auto termsIn = [id = port->port, grid = rhythm.grid](double from, double to) {
        const auto last = static_cast<double>(grid.count) - 1;
        const auto intervalAt = [&](double x) {
            return static_cast<std::size_t>(std::clamp(std::floor(x), 0.0, last));
        };
        return std::vector<Term>{
            PortTerm{id.protocol, id.port}, TimeRange{grid.beginOf(intervalAt(from)),
                                                grid.beginOf(intervalAt(to) + 1) + Duration{-1}}};
    };
    Curves curves = rhythmCurves(rhythm, *port, m_events->events);
    curves.yTitle = tr("Sources that begin to scan %1")
                        .arg(displayPort(port->port.protocol, port->port.port))
                        .toStdString();
    m_figure->show({std::move(curves),
        tr("Rhythm of %1").arg(displayPort(port->port.protocol, port->port.port)),
        changeTable(m_findings->snapshot, rhythm.changes), termsIn, {}, rhythm.grid});
}

void ChangesPage::showCampaign(std::uint32_t row) {
    if (row >= m_findings->campaigns.size())
        return m_sentence->setText(tr("No sources that act as one were found"));
    const Campaign& campaign = m_findings->campaigns[row];
    const QString reasons = displaySentences(campaign.reasons).toHtmlEscaped();
    m_sentence->setText(tr("%n sources are taken for one because of: %1", nullptr,
        static_cast<int>(campaign.members.size()))
                            .arg(reasons));
    m_sentence->setToolTip({});
    m_members->tableModel().setTable(sourceTable(m_findings->snapshot, campaign.members));
    m_ungroup->setText(m_ungrouped.contains(row) ? tr("Group") : tr("Ungroup"));
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
