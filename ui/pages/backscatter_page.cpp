// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/backscatter_page.h"

#include "analysis/index_facts.h"
#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"
#include "tables/statistics_tables.h"

#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

BackscatterPage::BackscatterPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_sentence(roleLabel(QString(), "quiet"))
    , m_attacks(new TableView())
    , m_services(new TableView()) {
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const attacks = new Card(tr("Attacks"));
    auto* const content = new QWidget();
    auto* const inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::kGrid);
    inner->addWidget(m_sentence);
    inner->addWidget(m_attacks, 1);
    attacks->setContent(content);
    attacks->addControl(exporter.buttonFor(m_attacks, QStringLiteral("backscatter")));
    auto* const services = new Card(tr("Attacked services"));
    services->setContent(m_services);
    services->addControl(exporter.buttonFor(m_services, QStringLiteral("backscatter-services")));
    m_attacks->setAccessibleName(tr("Attacks"));
    m_services->setAccessibleName(tr("Attacked services"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(attacks, 3);
    layout->addWidget(services, 2);
    connect(m_attacks, &TableView::rowActivated, this, &BackscatterPage::openVictim);
}

void BackscatterPage::setSnapshot(SnapshotPointer snapshot) {
    const bool isSame = m_snapshot != nullptr &&
                        m_snapshot->material.facts == snapshot->material.facts &&
                        m_snapshot->material.origins == snapshot->material.origins;
    m_snapshot = std::move(snapshot);
    if (isSame)
        return; // thresholds change nothing here
    m_attacks->tableModel().setTable(attackTable(m_snapshot));
    m_services->tableModel().setTable(attackedServiceTable(m_snapshot));
    m_attacks->sizeColumns();
    m_services->sizeColumns();
    showSentence();
}

void BackscatterPage::showSentence() {
    const bool isRead = m_snapshot->material.facts != nullptr;
    const QString nothing =
        isRead ? tr("No backscatter: no answer of an attacked host reached the telescope.")
               : tr("The captures are being read; attacks are counted when that is done.");
    for (TableView* const table : {m_attacks, m_services}) {
        table->setEmptyText(nothing);
        table->setMissingText(nothing);
    }
    if (!isRead)
        return m_sentence->setText(tr("The captures are being read"));
    const Backscatter& all = m_snapshot->material.facts->backscatter;
    const auto attacks = [&](AttackRule rule) {
        return displayCount(all.byRule[static_cast<std::size_t>(rule)]);
    };
    m_sentence->setText(tr(
        "Victims: %1. Attacks: %2 (a silence longer than %3 ends one), of %4 answers in all. By "
        "the "
        "RSDoS rule (25 packets, 60 s, 30 packets within 60 s) %5 fit, %6 are open since the index "
        "keeps sums, %7 miss it; for %8, of answers over UDP, it is not meant.")
                            .arg(displayCount(all.victims), displayCount(all.attacks.size()),
                                displayDuration(all.gap), displayShort(all.packets),
                                attacks(AttackRule::fits), attacks(AttackRule::open),
                                attacks(AttackRule::misses), attacks(AttackRule::notMeantFor)));
}

void BackscatterPage::openVictim(std::uint32_t row) {
    const IndexFacts* const facts = m_snapshot->material.facts.get();
    if (facts != nullptr && row < facts->backscatter.attacks.size() &&
        !m_attacks->tableModel().isSorting())
        emit sourceChosen(facts->backscatter.attacks[row].victim);
}

} // namespace sweepscope
