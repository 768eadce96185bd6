// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/effect_box.h"

#include "format/display_text.h"
#include "format/tr.h"
#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sweepscope {

QString differenceText(std::uint64_t before, std::uint64_t after) {
    if (before == after)
        return {};
    const QString sign = after < before ? QStringLiteral("−") : QStringLiteral("+");
    const std::uint64_t change = after < before ? before - after : after - before;
    QString scans = tr("%1 scans", nullptr, pluralOf(change)).arg(sign + displayCount(change));
    if (before == 0)
        return scans;
    return tr("%1, %2").arg(
        scans, sign + displayShare(static_cast<double>(change) / static_cast<double>(before)));
}

EffectBox::EffectBox(QWidget* parent)
    : QFrame(parent)
    , m_scans(roleLabel(QString(), "headline"))
    , m_unit(new QLabel())
    , m_difference(roleLabel(QString(), "difference"))
    , m_parts(roleLabel(QString(), "note")) {
    setRole(*this, "effect");
    m_parts->setWordWrap(true);
    m_difference->setObjectName(QStringLiteral("difference"));
    auto* const line = new QHBoxLayout();
    line->addWidget(m_scans);
    line->addWidget(m_unit, 1, Qt::AlignBottom);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, metrics::kGrid, 12, metrics::kGrid);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_difference);
    layout->addWidget(m_parts);
    clear();
}

void EffectBox::clear() {
    m_scans->setText(QStringLiteral("–"));
    m_unit->setText(tr("scans", "behind a number", 0));
    m_parts->setText(tr("Open a capture to see its scans"));
    m_difference->hide();
}

void EffectBox::show(const Snapshot& snapshot, const std::shared_ptr<const Snapshot>& before) {
    const Totals& totals = snapshot.totals;
    m_scans->setText(displayCount(totals.scans));
    m_unit->setText(tr("scans", "behind a number", pluralOf(totals.scans)));
    m_parts->setText(tr("%1 small · %2 large · %3 sources", nullptr, pluralOf(totals.scanSources))
                         .arg(displayCount(totals.small), displayCount(totals.large),
                             displayCount(totals.scanSources)));
    const bool hasMoved = before != nullptr && !(before->question == snapshot.question);
    QString difference =
        hasMoved ? sweepscope::differenceText(before->totals.scans, totals.scans) : QString();
    if (hasMoved && difference.isEmpty())
        difference = tr("no scan more or less");
    m_difference->setText(difference);
    m_difference->setVisible(hasMoved);
    m_difference->setToolTip(
        hasMoved ? tr("before the last move: scans %1, large %2, packets %3")
                       .arg(displayCount(before->totals.scans), displayCount(before->totals.large),
                           displayCount(before->totals.scanPackets))
                 : QString());
}

} // namespace sweepscope
