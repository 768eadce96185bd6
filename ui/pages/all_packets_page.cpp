// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/all_packets_page.h"

#include "format/display_text.h"
#include "style/theme.h"
#include "tables/row_table.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sweepscope {

AllPacketsPage::AllPacketsPage(Exporter& exporter, QWidget* parent)
    : Page(parent)
    , m_chart(new AccountsChart())
    , m_bins(new TableView())
    , m_sources(new TableView())
    , m_sourcesCard(new Card(tr("Sources")))
    , m_gathering([this](const Request& request, const std::stop_token&) { gather(request); }) {
    auto* const chartCard = new Card(tr("All packets"));
    chartCard->setContent(m_chart);
    chartCard->showLegendOf(m_chart);
    chartCard->addControl(exporter.buttonFor(m_chart, QStringLiteral("all-packets")));
    auto* const binsCard = new Card(tr("Bins"));
    binsCard->setContent(m_bins);
    binsCard->addControl(exporter.buttonFor(m_bins, QStringLiteral("all-packets")));
    m_sourcesCard->setContent(m_sources);
    m_sourcesCard->addControl(exporter.buttonFor(m_sources, QStringLiteral("sources-of-a-bin")));
    m_bins->setAccessibleName(tr("Bins of all packets"));
    m_sources->setAccessibleName(tr("Sources of the bin"));
    m_sources->setMissingText(tr("Choose a bin on the left to see its sources."));
    m_sources->setEmptyText(
        tr("No sources are known for this bin. Choose another one on the left, or in the bar "
           "above."));
    m_bins->showColumns({QStringLiteral("bin"), QStringLiteral("frames"), QStringLiteral("share"),
        QStringLiteral("groups")});

    auto* const below = new QSplitter(Qt::Horizontal);
    below->addWidget(binsCard);
    below->addWidget(m_sourcesCard);
    below->setStretchFactor(0, 1);
    below->setStretchFactor(1, 1);
    below->setSizes({1250, 1000}); // parts of the width, whatever the tables ask for
    below->setChildrenCollapsible(false);
    below->setHandleWidth(metrics::kGap);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(chartCard);
    layout->addWidget(below, 1);
    connect(m_bins, &TableView::rowActivated, this,
        [this](std::uint32_t row) { choose(static_cast<Account>(row)); });
    connect(m_chart, &AccountsChart::accountClicked, this, [this](Account account) {
        const RowOrder& rows = m_bins->tableModel().rows();
        const auto found = std::find(rows.begin(), rows.end(), static_cast<std::uint32_t>(account));
        if (found != rows.end())
            m_bins->setCurrentIndex(
                m_bins->tableModel().index(static_cast<int>(found - rows.begin()), 0));
    });
    connect(m_sources, &TableView::rowActivated, this, &AllPacketsPage::openSource);
}

void AllPacketsPage::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    m_chart->setEmptyText(isReading(*m_snapshot) ? readingText() : tr("No frames were read."));
    m_chart->setSnapshot(m_snapshot);
    m_bins->tableModel().setTable(accountTable(m_snapshot));
    m_bins->sizeColumns();
    choose(m_account);
}

void AllPacketsPage::choose(Account account) {
    m_account = account;
    if (m_snapshot != nullptr)
        m_gathering.submit({m_snapshot, account});
}

void AllPacketsPage::gather(const Request& request) {
    auto table = accountSourceTable(request.snapshot, request.account);
    QMetaObject::invokeMethod(
        this, [this, request, table = std::move(table)] { show(request, table); },
        Qt::QueuedConnection);
}

void AllPacketsPage::show(const Request& request, std::shared_ptr<const Table> table) {
    if (request.snapshot != m_snapshot || request.account != m_account)
        return; // another one is asked for meanwhile
    m_sourcesCard->setTitle(
        tr("Sources, %1: %2").arg(coreText(titleOf(m_account)), displayCount(table->rows())));
    m_sources->tableModel().setTable(std::move(table));
    m_sources->sizeColumns();
    emit sourcesShown();
}

void AllPacketsPage::openSource(std::uint32_t row) {
    const auto table =
        std::dynamic_pointer_cast<const RowTable<AccountSource>>(m_sources->tableModel().table());
    if (table != nullptr && row < table->rows() && !m_sources->tableModel().isSorting() &&
        &table->snapshot() == m_snapshot.get())
        emit sourceChosen(table->row(row).source);
}

std::vector<NamedChart> AllPacketsPage::charts() const {
    return {{QStringLiteral("all-packets"), m_chart}};
}

} // namespace sweepscope
