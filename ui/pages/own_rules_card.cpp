// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/own_rules_card.h"

#include "style/theme.h"
#include "tables/user_rule_table.h"

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// Of rules without scrolling: the charts above need their room.
constexpr int kMostRows = 2;

int heightFor(std::size_t rules) {
    constexpr int kTitles = 40;
    return kTitles + metrics::kRow * static_cast<int>(std::clamp<std::size_t>(rules, 1, kMostRows));
}

} // namespace

OwnRulesCard::OwnRulesCard(Exporter& exporter, QWidget* parent)
    : Card(tr("Own rules"), parent)
    , m_table(new TableView())
    , m_counting(
          [this](const SnapshotPointer& snapshot, const std::stop_token&) { count(snapshot); }) {
    m_table->setAccessibleName(tr("Own rules"));
    m_table->setFixedHeight(heightFor(1));
    setContent(m_table);
    addControl(exporter.buttonFor(m_table, QStringLiteral("user-rules")));
    hide();
}

void OwnRulesCard::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    const bool hasRules = m_snapshot->material.index->userRules != nullptr;
    setVisible(hasRules);
    if (hasRules)
        m_counting.submit(m_snapshot);
}

void OwnRulesCard::count(const SnapshotPointer& snapshot) {
    auto table = userRuleTable(snapshot);
    QMetaObject::invokeMethod(
        this,
        [this, snapshot, table = std::move(table)] {
            if (snapshot != m_snapshot)
                return; // another one is asked for meanwhile
            m_table->tableModel().setTable(table);
            m_table->sizeColumns();
            m_table->setFixedHeight(heightFor(table->rows()));
            emit counted();
        },
        Qt::QueuedConnection);
}

} // namespace sweepscope
