// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/scanners_page.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QHeaderView>
#include <QTimer>
#include <QVBoxLayout>

namespace sweepscope {

ScannersPage::ScannersPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_filter(new QLineEdit())
    , m_table(new TableView())
    , m_card(new Card(tr("Scanners"))) {
    m_filter->setPlaceholderText(tr("Filter: address, country, network, tool, service"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(140);
    m_filter->setMaximumWidth(360);
    m_filter->setAccessibleName(tr("Filter of the scanners"));
    m_card->addControl(m_filter);
    m_card->addControl(exporter.buttonFor(m_table, QStringLiteral("scanners")));
    m_card->setContent(m_table);
    m_table->setAccessibleName(tr("Scanners"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->addWidget(m_card);
    follow(m_table);

    // Typing is let come to rest before a million rows are looked through.
    auto* const rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, rest, qOverload<>(&QTimer::start));
    connect(rest, &QTimer::timeout, this,
        [this] { m_table->tableModel().setFilter(m_filter->text()); });
    connect(m_table, &TableView::rowActivated, this, &ScannersPage::choose);
    connect(&m_table->tableModel(), &TableModel::rowsOrdered, this, &ScannersPage::showCount);
}

void ScannersPage::setSnapshot(SnapshotPointer snapshot) {
    const bool isFirst = m_snapshot == nullptr;
    m_snapshot = std::move(snapshot);
    m_table->tableModel().setTable(sourceTable(m_snapshot));
    if (isFirst) // most packets first, until the user wants it otherwise
        m_table->sortByName(QStringLiteral("packets"), Qt::DescendingOrder);
    showCount();
}

void ScannersPage::showCount() {
    if (m_snapshot == nullptr)
        return;
    const std::size_t shown = m_table->tableModel().rows().size();
    const std::size_t all = m_snapshot->sources.size();
    m_table->setEmptyText(all == 0 ? whyNoScans(*m_snapshot) : tr("No scanner has this text"));
    m_card->setTitle(shown == all
                         ? tr("Scanners, %1").arg(displayCount(all))
                         : tr("Scanners, %1 of %2").arg(displayCount(shown), displayCount(all)));
}

void ScannersPage::choose(std::uint32_t row) {
    // The table may still show the snapshot before this one.
    if (m_snapshot != nullptr && row < m_snapshot->sources.size() &&
        !m_table->tableModel().isSorting())
        emit sourceChosen(m_snapshot->sources[row].source);
}

} // namespace sweepscope
