// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/scanner_panel.h"

#include "drilldown/scanner_facts.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "scans/user_verdicts.h"
#include "style/role.h"
#include "style/theme.h"
#include "tables/detail_lines.h"
#include "tables/source_cells.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <set>

namespace sweepscope {

std::optional<SourceId> findSource(const BurstIndex& index, const Address& address) {
    const std::size_t segment = segmentOf(address);
    const auto place = index.segments[segment].sources.find(address);
    if (!place)
        return std::nullopt;
    return SourceId{static_cast<std::uint16_t>(segment), static_cast<std::uint32_t>(*place)};
}

ScannerPanel::ScannerPanel(QWidget* parent)
    : QScrollArea(parent) {
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(320);
    setAccessibleName(tr("Scanner"));
    build();
}

void ScannerPanel::build() {
    auto* const content = new QWidget();
    setRole(*content, "panel");
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGrid);

    m_title = roleLabel(QString(), "headline");
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    auto* const close = new QToolButton();
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close the scanner"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &ScannerPanel::closed);
    auto* const head = new QHBoxLayout();
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_chips = new QWidget();
    auto* const chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chips);
    m_facts = new QVBoxLayout();
    m_facts->setSpacing(4);
    layout->addLayout(m_facts);
    m_note = new NoteField();
    m_note->setAccessibleName(tr("Note on this source"));
    m_note->setPlaceholderText(tr("Your note on this source; kept in the session"));
    m_note->setLines(2);
    layout->addWidget(m_note);

    m_strip = new TimeStrip();
    layout->addWidget(m_strip);
    m_packets = new PacketsPanel();
    layout->addWidget(m_packets);
    layout->addSpacing(metrics::kGrid);
    m_scansTitle = roleLabel(tr("Scans"), "section");
    layout->addWidget(m_scansTitle);
    m_scans = new TableView();
    m_scans->setMinimumHeight(7 * metrics::kRow);
    m_scans->setAccessibleName(tr("Scans of this source"));
    m_scans->showColumns({QStringLiteral("port"), QStringLiteral("targets"),
        QStringLiteral("packets"), QStringLiteral("first"), QStringLiteral("tool")});
    layout->addWidget(m_scans, 1);
    connect(m_scans, &TableView::rowActivated, this, &ScannerPanel::showEvidence);
    connect(m_scans, &TableView::narrowRequested, this, &ScannerPanel::narrowRequested);

    m_evidenceTitle = roleLabel(QString(), "section");
    layout->addWidget(m_evidenceTitle);
    m_evidence = new QVBoxLayout();
    m_evidence->setSpacing(6);
    layout->addLayout(m_evidence);
    setWidget(content);
}

void ScannerPanel::clearLayout(QLayout* layout) {
    while (QLayoutItem* const item = layout->takeAt(0)) {
        if (item->layout() != nullptr)
            clearLayout(item->layout());
        if (QWidget* const widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ScannerPanel::showSource(SnapshotPointer snapshot, SourceId source) {
    const bool isAnother = !m_source || *m_source != source || m_snapshot == nullptr ||
                           m_snapshot->material.index != snapshot->material.index;
    m_snapshot = std::move(snapshot);
    m_source = source;
    m_address = m_snapshot->view().addressOf(source);
    m_note->setSource(m_address);
    m_scans->tableModel().setTable(scanTable(m_snapshot, source));
    m_scans->sizeColumns();
    if (isAnother)
        m_scans->setCurrentIndex({});
    m_strip->setScans(m_snapshot, scansOf(*m_snapshot, source));
    m_packets->setSource(m_snapshot, source);
    showHead();
    showFacts();
    showEvidence();
}

void ScannerPanel::setSnapshot(SnapshotPointer snapshot) {
    if (!m_source)
        return;
    // Places change when captures are read anew; the address does not.
    const auto source = findSource(*snapshot->material.index, m_address);
    if (!source)
        return clear();
    showSource(std::move(snapshot), *source);
}

void ScannerPanel::clear() {
    m_source.reset();
    m_snapshot.reset();
    m_packets->clear();
    emit closed();
}

std::vector<Scan> ScannerPanel::shownScans() const {
    std::vector<Scan> scans = scansOf(*m_snapshot, *m_source);
    const auto row = m_scans->currentRow();
    if (row && *row < scans.size())
        return {scans[*row]};
    return scans;
}

void ScannerPanel::showHead() {
    m_title->setText(QString::fromStdString(toText(m_address)));
    QLayout* const chips = m_chips->layout();
    clearLayout(chips);
    const ScanView view = m_snapshot->view();
    const auto scans = scansOf(*m_snapshot, *m_source);
    std::set<Tool> tools;
    for (const Scan& scan : scans)
        tools.insert(scan.tool);
    for (const Tool tool : tools) {
        QLabel* const chip = roleLabel(fromCore(nameOf(tool)), "chip");
        const QColor colour = theme().of(tool);
        const bool isLight = qGray(colour.rgb()) > 120;
        chip->setStyleSheet(QStringLiteral("background: %1; color: %2;")
                                .arg(colour.name(), isLight ? QStringLiteral("#14171B")
                                                            : QStringLiteral("#FFFFFF")));
        chips->addWidget(chip);
    }
    const CountryId country = view.countryOf(*m_source);
    chips->addWidget(roleLabel(coreText(nameOf(country)), "chip"));
    static_cast<QHBoxLayout*>(chips)->addStretch(1);
}

void ScannerPanel::addFact(const QString& name, const QString& value) {
    auto* const line = new QHBoxLayout();
    QLabel* const title = roleLabel(name, "quiet");
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    line->addWidget(title);
    QLabel* const text = roleLabel(value, "value");
    text->setAlignment(Qt::AlignRight | Qt::AlignTop);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(text, 1);
    m_facts->addLayout(line);
}

void ScannerPanel::showFacts() {
    clearLayout(m_facts);
    for (const auto& [name, value] : scannerFacts(*m_snapshot, *m_source))
        addFact(name, value);
}

void ScannerPanel::showEvidence() {
    if (!m_source)
        return;
    clearLayout(m_evidence);
    const std::vector<Scan> scans = shownScans();
    for (QWidget* const part :
        std::initializer_list<QWidget*>{m_scansTitle, m_scans, m_evidenceTitle})
        part->setVisible(!scans.empty());
    if (scans.empty())
        return;
    m_evidenceTitle->setText(scans.size() == 1
                                 ? tr("Evidence, scan of port %1").arg(scans.front().port)
                                 : tr("Evidence, all its scans"));
    std::array<ToolEvidence, kToolRuleCount> sums{};
    for (const Scan& scan : scans) {
        const auto each = weigh(evidenceOf(*m_snapshot->material.index, *m_snapshot->chains, scan));
        for (std::size_t i = 0; i < kToolRuleCount; ++i) {
            sums[i].matched += each[i].matched;
            sums[i].tested += each[i].tested;
            if (each[i].expectedByChance)
                sums[i].expectedByChance =
                    sums[i].expectedByChance.value_or(0) + *each[i].expectedByChance;
        }
    }
    for (std::size_t i = 0; i < kToolRuleCount; ++i)
        addEvidence(toolFacts()[i], sums[i]);
    addOwnRules(scans);
    addDetail(*std::max_element(scans.begin(), scans.end(),
        [](const Scan& a, const Scan& b) { return a.packets < b.packets; }));
}

/// How the packets did on rules of the user's own.
void ScannerPanel::addOwnRules(const std::vector<Scan>& scans) {
    const BurstIndex& index = *m_snapshot->material.index;
    if (index.userRules == nullptr)
        return;
    std::map<std::size_t, UserVerdict> sums;
    for (const Scan& scan : scans) {
        for (const UserVerdict& each : userVerdicts(index, *m_snapshot->chains, scan)) {
            UserVerdict& sum =
                sums.try_emplace(each.rule, UserVerdict{each.rule, 0, 0}).first->second;
            sum.matched += each.matched;
            sum.tested += each.tested;
        }
    }
    for (const auto& [place, sum] : sums) {
        const UserRule& rule = index.userRules->rules[place];
        QLabel* const label = roleLabel(
            tr("Own rule %1: %2 of %3 packets")
                .arg(fromCore(rule.name), displayCount(sum.matched), displayCount(sum.tested)),
            sum.isNamed() ? "value" : "note");
        label->setWordWrap(true);
        label->setToolTip(
            tr("Fits: %1\nSource: %2").arg(fromCore(rule.versions), fromCore(rule.source)));
        m_evidence->addWidget(label);
    }
}

/// What is known besides the tool's name, of the scan with most packets.
void ScannerPanel::addDetail(const Scan& scan) {
    const ToolDetail detail =
        detailOf(evidenceOf(*m_snapshot->material.index, *m_snapshot->chains, scan), scan.tool);
    for (const DetailLine& line : detailLines(detail)) {
        QLabel* const label =
            roleLabel(tr("%1: %2").arg(coreText(line.name), displaySentence(line.value)), "note");
        label->setWordWrap(true);
        if (line.note)
            label->setToolTip(displaySentence(*line.note));
        m_evidence->addWidget(label);
    }
}

void ScannerPanel::addEvidence(const ToolFacts& facts, const ToolEvidence& evidence) {
    auto* const line = new QHBoxLayout();
    auto* const name = new QLabel(tr("%1").arg(coreText(facts.title)));
    name->setToolTip(
        tr("%1\nFits: %2\nSource: %3")
            .arg(coreText(facts.rule), fromCore(facts.versions), fromCore(facts.source)));
    QLabel* const value =
        roleLabel(evidence.tested == 0
                      ? tr("not tested")
                      : tr("%1 of %2 packets", nullptr, pluralOf(evidence.tested))
                            .arg(displayCount(evidence.matched), displayCount(evidence.tested)),
            evidence.matched > 0 ? "value" : "quiet");
    line->addWidget(name, 1);
    line->addWidget(value, 0, Qt::AlignRight);
    m_evidence->addLayout(line);
    if (evidence.tested == 0)
        return;
    auto* const bar = new QProgressBar();
    bar->setTextVisible(false);
    bar->setRange(0, 1000);
    bar->setValue(static_cast<int>(
        1000.0 * static_cast<double>(evidence.matched) / static_cast<double>(evidence.tested)));
    bar->setFixedHeight(4);
    bar->setStyleSheet(QStringLiteral("QProgressBar { min-height: 4px; max-height: 4px; } "
                                      "QProgressBar::chunk { background: %1; }")
                           .arg(theme().of(facts.tool).name()));
    bar->setAccessibleName(tr("%1: %2 of %3 packets", nullptr, pluralOf(evidence.tested))
                               .arg(coreText(facts.title))
                               .arg(evidence.matched)
                               .arg(evidence.tested));
    m_evidence->addWidget(bar);
    const QString rule = coreText(facts.rule);
    QLabel* const note = roleLabel(
        evidence.expectedByChance
            ? tr("%1 · %2 expected by chance").arg(rule, displayNumber(*evidence.expectedByChance))
            : rule,
        "note");
    note->setWordWrap(true);
    m_evidence->addWidget(note);
}

} // namespace sweepscope
