// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/compare_page.h"

#include "export/time_figures.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"
#include "tables/comparison_tables.h"
#include "tables/study_tables.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

constexpr int kLeastChart = 180;

/// A picture says what is compared where no page stands around it.
QString titleOf(const QString& what, const Comparison& comparison) {
    return QStringLiteral("%1: %2 → %3")
        .arg(what, fromCore(comparison.nameA), fromCore(comparison.nameB));
}

/// The row's own term, by the name that the chart has.
std::vector<Term> termsOfName(const Table& table, const std::string& name) {
    constexpr std::size_t kName = 1;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.cell(row, kName) == Cell(name)) {
            const auto term = table.rowTerm(row);
            return term ? std::vector<Term>{*term} : std::vector<Term>();
        }
    }
    return {};
}

} // namespace

ComparePage::ComparePage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_spans(new SpanRow())
    , m_otherRow(new QWidget())
    , m_otherName(new QLabel(tr("Nothing chosen yet")))
    , m_notes(new QLabel())
    , m_chart(new FigureChart())
    , m_chartCard(new Card(tr("Compare")))
    , m_table(new TableView())
    , m_tableCard(new Card(tr("Differences"))) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(makeChartCard(exporter), 7);
    layout->addWidget(makeTableCard(exporter), 4);
    follow(m_chart);
    follow(m_table);
    connect(m_spans, &SpanRow::changed, this, &ComparePage::work);
    connect(m_spans, &SpanRow::halvesRequested, this, [this] {
        resetSpans();
        work();
    });
    connect(
        &m_watcher, &QFutureWatcher<FindingsPointer>::finished, this, &ComparePage::takeFindings);
    for (const char* const name : {"comparison", "differences"})
        exporter.setCommand(QLatin1String(name), [this] { return subcommand(); });
    setAgainst(Against::spans);
}

/// What still runs looks at nothing of this page.
ComparePage::~ComparePage() {
    m_watcher.disconnect(this);
}

QWidget* ComparePage::makeChoice() {
    auto* const choose = new QPushButton(tr("Choose…"));
    connect(choose, &QPushButton::clicked, this, &ComparePage::otherRequested);
    auto* const row = new QHBoxLayout(m_otherRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGrid);
    row->addWidget(new QLabel(tr("A is what is open; B:")));
    row->addWidget(m_otherName);
    row->addWidget(choose);
    row->addStretch(1);
    auto* const both = new QWidget();
    auto* const layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_spans);
    layout->addWidget(m_otherRow);
    return both;
}

QWidget* ComparePage::makeChartCard(Exporter& exporter) {
    m_chartCard->putLegendBelow();
    auto* const content = new QWidget();
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    setRole(*m_notes, "note");
    m_notes->setWordWrap(true);
    column->addWidget(makeChoice());
    column->addWidget(m_notes);
    m_chart->setMinimumHeight(kLeastChart);
    m_table->giveWay();
    column->addWidget(m_chart, 1);
    m_chartCard->setContent(content);
    m_chartCard->showLegendOf(m_chart);
    m_againstChoice =
        m_chartCard->addChoice({tr("Two spans"), tr("Another capture"), tr("Earlier studies")}, 0);
    connect(m_againstChoice, &QButtonGroup::idClicked, this,
        [this](int id) { setAgainst(static_cast<Against>(id)); });
    m_viewChoice = m_chartCard->addChoice({tr("Differences"), tr("Ranks"), tr("Scan sizes")}, 0);
    connect(m_viewChoice, &QButtonGroup::idClicked, this,
        [this](int id) { setView(static_cast<View>(id)); });
    m_chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("comparison")));
    return m_chartCard;
}

QWidget* ComparePage::makeTableCard(Exporter& exporter) {
    m_tableCard->setContent(m_table);
    m_dimensionChoice = m_tableCard->addChoice(
        {tr("All"), tr("Ports"), tr("Countries"), tr("Networks"), tr("Tools"), tr("Sizes")}, 0);
    connect(m_dimensionChoice, &QButtonGroup::idClicked, this, [this](int id) {
        setDimension(
            id == 0 ? std::nullopt : std::optional<Dimension>(static_cast<Dimension>(id - 1)));
    });
    m_tableCard->addControl(exporter.buttonFor(m_table, QStringLiteral("differences")));
    m_table->setAccessibleName(tr("Differences"));
    return m_tableCard;
}

void ComparePage::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    if (m_snapshot != nullptr && !(m_snapshot->material.index->counts.range == m_range))
        resetSpans();
    if (isVisible())
        work();
}

void ComparePage::resetSpans() {
    m_range = m_snapshot == nullptr ? TimeRange() : m_snapshot->material.index->counts.range;
    if (m_range.isEmpty())
        return;
    const Wish wish = halves(m_snapshot);
    m_spans->set(wish.a, wish.b);
}

void ComparePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    work();
}

void ComparePage::setAgainst(Against against) {
    m_against = against;
    m_againstChoice->button(static_cast<int>(against))->setChecked(true);
    m_spans->setVisible(against == Against::spans);
    m_otherRow->setVisible(against == Against::other);
    refresh();
    if (isVisible())
        work();
}

void ComparePage::setSpans(const TimeRange& a, const TimeRange& b) {
    m_spans->set(a, b);
    setAgainst(Against::spans);
}

void ComparePage::setOther(std::shared_ptr<const OtherCaptures> other) {
    m_other = std::move(other);
    m_otherName->setText(m_other == nullptr ? tr("Nothing chosen yet") : m_other->name);
    setAgainst(Against::other);
}

void ComparePage::sayOfOther(const QString& text) {
    m_otherName->setText(text);
}

std::optional<ComparePage::Wish> ComparePage::wish() const {
    if (m_snapshot == nullptr || m_range.isEmpty())
        return std::nullopt;
    if (m_against == Against::other) {
        if (m_other == nullptr)
            return std::nullopt;
        return Wish{m_against, m_snapshot, m_other, {}, {}};
    }
    if (m_against == Against::studies)
        return Wish{m_against, m_snapshot, nullptr, {}, {}};
    const Wish wish{m_against, m_snapshot, nullptr, m_spans->span(0), m_spans->span(1)};
    if (wish.a.isEmpty() || wish.b.isEmpty())
        return std::nullopt;
    return wish;
}

void ComparePage::work() {
    const auto wanted = wish();
    if (!wanted || m_watcher.isRunning() || (m_findings != nullptr && m_findings->wish == *wanted))
        return refresh();
    m_watcher.setFuture(QtConcurrent::run(&ComparePage::find, *wanted));
}

void ComparePage::takeFindings() {
    m_findings = m_watcher.result();
    refresh();
    const auto wanted = wish();
    if (wanted && !(m_findings->wish == *wanted))
        return work(); // a newer one has come meanwhile
    emit worked();
}

void ComparePage::take(FindingsPointer findings) {
    const Wish& wish = findings->wish;
    if (wish.against == Against::spans)
        m_spans->set(wish.a, wish.b);
    if (wish.against == Against::other)
        m_other = wish.other;
    m_findings = std::move(findings);
    setAgainst(m_findings->wish.against);
}

Subcommand ComparePage::subcommand() const {
    const auto wanted = wish();
    if (!wanted || wanted->against == Against::studies)
        return {};
    if (wanted->against == Against::spans)
        return comparisonOfSpans(wanted->a, wanted->b);
    return comparisonWith(*m_snapshot, wanted->other->material, wanted->other->telescope);
}

const ComparePage::Findings* ComparePage::findings() const {
    const auto wanted = wish();
    const bool isFor = wanted && m_findings != nullptr && m_findings->wish == *wanted;
    return isFor ? m_findings.get() : nullptr;
}

const Comparison* ComparePage::comparison() const {
    const Findings* const found = findings();
    return found != nullptr && found->studies == nullptr ? &found->comparison : nullptr;
}

void ComparePage::setView(View view) {
    m_view = view;
    m_viewChoice->button(static_cast<int>(view))->setChecked(true);
    refresh();
}

void ComparePage::setDimension(std::optional<Dimension> dimension) {
    m_dimension = dimension;
    m_dimensionChoice->button(dimension ? static_cast<int>(*dimension) + 1 : 0)->setChecked(true);
    refresh();
}

FigureChart::Content ComparePage::content(const Findings& found) const {
    FigureChart::Content content;
    const Comparison& comparison = found.comparison;
    const auto& table = found.table(m_dimension);
    content.numbers = table;
    switch (m_view) {
    case View::differences: {
        content.title = titleOf(tr("Differences of shares"), comparison);
        DifferenceBars bars = differenceBars(comparison, m_dimension);
        content.termsOf = [table, bars](
                              std::size_t row) { return termsOfName(*table, bars.bars[row].name); };
        content.figure = std::move(bars);
        break;
    }
    case View::ranks: {
        content.title = titleOf(tr("Ranks by scans"), comparison);
        Slopes slopes = rankSlopes(comparison, m_dimension.value_or(Dimension::port));
        content.termsOf = [table, slopes](std::size_t row) {
            return termsOfName(*table, slopes.slopes[row].name);
        };
        content.figure = std::move(slopes);
        break;
    }
    case View::sizes:
        content.title = titleOf(tr("Scan sizes"), comparison);
        content.figure = coverageCurves(comparison);
        break;
    }
    return content;
}

void ComparePage::refresh() {
    const bool isComparison = m_against != Against::studies;
    for (QButtonGroup* const choice : {m_viewChoice, m_dimensionChoice})
        choice->button(0)->parentWidget()->setVisible(isComparison);
    m_chart->setVisible(isComparison);
    // Without a chart the card is as high as its words.
    static_cast<QVBoxLayout*>(layout())->setStretch(0, isComparison ? 7 : 0);
    m_tableCard->setTitle(isComparison ? tr("Differences") : tr("Figures of earlier studies"));
    if (const Findings* const found = findings())
        return isComparison ? showComparison(*found) : showStudies(found->studies);
    const bool isBad = m_against == Against::spans && m_snapshot != nullptr && !wish();
    m_notes->setText(isBad ? tr("A span ends after it begins") : QString());
    const QString text = emptyText();
    m_chart->setEmptyText(text);
    m_table->setMissingText(text);
    m_chart->clear();
    m_table->tableModel().setTable(nullptr);
}

/// What to do, or to wait for, while there is nothing to show.
QString ComparePage::emptyText() const {
    if (m_against == Against::other && m_other == nullptr)
        return tr("Choose another capture, an index or a session above: what is open is A, what "
                  "is chosen is B.");
    return wish() ? tr("Comparing…")
                  : tr("Choose two spans above, each of which ends after it begins.");
}

void ComparePage::showStudies(std::shared_ptr<const Table> studies) {
    m_notes->setText(
        tr("Equal metrics alone stand side by side: scans, packets and sources are not the same. "
           "Figures of contaminated studies, and those that this capture does not give, are grey "
           "and come last."));
    m_table->tableModel().setTable(std::move(studies));
}

void ComparePage::showComparison(const Findings& found) {
    const Comparison* const shown = &found.comparison;
    const auto count = [&](auto has) {
        return static_cast<int>(
            std::count_if(shown->differences.begin(), shown->differences.end(), has));
    };
    const int tested = count([](const Difference& each) { return !each.isTooSmall; });
    const int standing = count([](const Difference& each) { return each.stands(); });
    QStringList notes = {tr("A: scans %1, sources %2; B: scans %3, sources %4.")
                             .arg(displayCount(shown->scansA), displayCount(shown->sourcesA),
                                 displayCount(shown->scansB), displayCount(shown->sourcesB)),
        tr("%1 of %2 differences stand, with regard to how many were tested; %3 more rest on too "
           "few sources.")
            .arg(displayCount(static_cast<std::uint64_t>(standing)),
                displayCount(static_cast<std::uint64_t>(tested)),
                displayCount(shown->differences.size() - static_cast<std::size_t>(tested)))};
    if (!shown->notes.empty())
        notes << displayNotes(shown->notes);
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_chart->setEmptyText(
        tr("Both sides have too few scans for a figure. Thresholds that let more pass, or longer "
           "spans, may give one."));
    m_chart->show(content(found));
    m_table->tableModel().setTable(found.table(m_dimension));
}

std::vector<NamedChart> ComparePage::charts() const {
    return {{QStringLiteral("comparison"), m_chart}};
}

} // namespace sweepscope
