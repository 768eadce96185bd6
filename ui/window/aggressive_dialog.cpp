// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/aggressive_dialog.h"

#include "analysis/aggressive_scanners.h"
#include "format/display_text.h"
#include "pages/card.h"
#include "style/role.h"
#include "style/theme.h"
#include "tables/row_table.h"

#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

AggressiveDialog::AggressiveDialog(Exporter& exporter, QWidget* parent)
    : QDialog(parent)
    , m_definition(new QComboBox())
    , m_rule(roleLabel(QString(), "quiet"))
    , m_table(new TableView())
    , m_finding([this](const SnapshotPointer& snapshot, const std::stop_token&) {
        auto scanners = std::make_shared<const AggressiveScanners>(aggressiveScanners(*snapshot));
        QMetaObject::invokeMethod(this, [this, snapshot, scanners] { take(snapshot, scanners); });
    }) {
    setWindowTitle(tr("Aggressive scanners"));
    resize(860, 560);
    m_definition->addItem(tr("By any of the three definitions"));
    for (const AggressionFacts& facts : aggressionFacts())
        m_definition->addItem(coreText(facts.title));
    m_definition->setAccessibleName(tr("Definition"));
    m_rule->setWordWrap(true);
    m_table->setAccessibleName(tr("Aggressive scanners"));
    auto* const card = new Card(tr("Sources by day"));
    card->setContent(m_table);
    card->addControl(exporter.buttonFor(m_table, QStringLiteral("aggressive-scanners")));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_definition);
    layout->addWidget(m_rule);
    layout->addWidget(card, 1);
    connect(m_definition, &QComboBox::currentIndexChanged, this, &AggressiveDialog::showDefinition);
    connect(m_table, &TableView::rowActivated, this, &AggressiveDialog::openSource);
    connect(m_table, &TableView::narrowRequested, this, &AggressiveDialog::narrowRequested);
}

void AggressiveDialog::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    m_found.reset();
    if (isVisible())
        begin();
}

void AggressiveDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    begin();
}

void AggressiveDialog::begin() {
    if (m_snapshot != nullptr && m_found == nullptr)
        m_finding.submit(m_snapshot);
}

void AggressiveDialog::take(const SnapshotPointer& snapshot, const FoundPointer& scanners) {
    if (snapshot != m_snapshot)
        return; // another one is looked through meanwhile
    m_found = scanners;
    showDefinition(m_definition->currentIndex());
    emit found();
}

void AggressiveDialog::showDefinition(int place) {
    if (m_found == nullptr)
        return;
    QStringList lines;
    for (int i = 0; i < static_cast<int>(kAggressionCount); ++i) {
        if (place != 0 && place != i + 1)
            continue;
        const auto aggression = static_cast<Aggression>(i);
        const AggressionFacts& facts = aggressionFacts()[static_cast<std::size_t>(i)];
        lines << tr("%1: %2 (%3). Here: %4; %5 fit.")
                     .arg(coreText(facts.title), coreText(facts.rule), fromCore(facts.source),
                         fromCore(borderText(*m_found, aggression)),
                         displayCount(m_found->countOf(aggression)));
    }
    lines << tr(
        "The paper asks this of the events of the ORION telescope, which profile Merit makes; "
        "here it is asked of the scans at the present thresholds.");
    m_rule->setText(lines.join(QLatin1Char('\n')));
    std::optional<Aggression> wanted;
    if (place > 0)
        wanted = static_cast<Aggression>(place - 1);
    m_table->tableModel().setTable(aggressiveTable(m_snapshot, *m_found, wanted));
    m_table->sizeColumns();
}

void AggressiveDialog::openSource(std::uint32_t row) {
    const auto table =
        std::dynamic_pointer_cast<const RowTable<SourceDay>>(m_table->tableModel().table());
    if (table != nullptr && row < table->rows() && !m_table->tableModel().isSorting())
        emit sourceChosen(table->row(row).source);
}

} // namespace sweepscope
