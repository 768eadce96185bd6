// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/accounts_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QPainter>

namespace sweepscope {

namespace {

/// A step from one colour to another.
QColor between(const QColor& from, const QColor& to, double share) {
    const auto step = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {
        step(from.red(), to.red()), step(from.green(), to.green()), step(from.blue(), to.blue())};
}

/// Scans in the colour of large ones, what stays below in steps of that of small ones, and what is
/// no probe in steps of grey.
QColor colourOf(Account account) {
    const auto place = static_cast<int>(account);
    if (account == Account::scan)
        return theme().largeScan;
    if (account <= Account::fewTargetsAndSlow)
        return between(theme().smallScan, theme().card, (place - 1) * 0.3);
    const int first = static_cast<int>(Account::backscatter);
    return between(theme().quiet, theme().card, (place - first) * 0.13);
}

} // namespace

AccountsChart::AccountsChart(QWidget* parent)
    : ChartWidget(parent)
    , m_name(makeAxis())
    , m_share(makeAxis()) {
    chart()->addAxis(m_name, Qt::AlignLeft);
    chart()->addAxis(m_share, Qt::AlignBottom);
    m_name->setLineVisible(false);
    m_name->setGridLineVisible(false);
    m_share->setLineVisible(false);
    std::vector<Tick> ticks;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        ticks.push_back({share, displayTick(share)});
    setTicks(m_share, ticks, 0, 1);
    // Qt Charts leaves out a first label that has no room before the axis: blanks make it.
    setTicks(m_name, {{0.5, QString(4, QChar::Nbsp)}}, 0, 1);
    setMinimumHeight(90);
    setMaximumHeight(130);
    restyle();
}

void AccountsChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    rebuild();
    emit legendChanged();
}

void AccountsChart::rebuild() {
    setAccessibleName(tr("All packets"));
    setAccessibleDescription(description());
    viewport()->update();
}

std::vector<Account> AccountsChart::accounts() const {
    std::vector<Account> accounts;
    for (std::size_t i = 0; m_snapshot != nullptr && i < kAccountCount; ++i) {
        if (m_snapshot->accounts[i].frames != 0)
            accounts.push_back(static_cast<Account>(i));
    }
    return accounts;
}

double AccountsChart::shareOf(Account account) const {
    const std::uint64_t all = m_snapshot->material.index->counts.frames;
    const std::uint64_t part = m_snapshot->accounts[static_cast<std::size_t>(account)].frames;
    return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

/// The pieces are drawn here and not by a series: a bar of its own needs no category axis, and each
/// piece has its share in it where there is room.
void AccountsChart::drawForeground(QPainter* painter, const QRectF& rect) {
    ChartWidget::drawForeground(painter, rect);
    painter->setFont(fontOf(metrics::kNote, true));
    const std::vector<Account> all = accounts();
    const std::vector<QRectF> pieces = spots();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Account account = all[i];
        const QRectF& piece = pieces[i];
        const QColor colour = colourOf(account);
        painter->fillRect(piece, colour);
        painter->setPen(QPen(theme().card, 1));
        painter->drawLine(piece.topRight(), piece.bottomRight());
        const QString text = displayShare(shareOf(account));
        if (painter->fontMetrics().horizontalAdvance(text) + 6 > piece.width())
            continue;
        painter->setPen(qGray(colour.rgb()) > 120 ? QColor(0x14, 0x17, 0x1B) : QColor(Qt::white));
        painter->drawText(piece, Qt::AlignCenter, text);
    }
}

std::optional<Account> AccountsChart::accountAt(const QPointF& position) const {
    if (!plotArea().contains(position))
        return std::nullopt;
    double right = plotArea().left();
    for (const Account account : accounts()) {
        right += shareOf(account) * plotArea().width();
        if (position.x() < right)
            return account;
    }
    return std::nullopt;
}

std::vector<QRectF> AccountsChart::spots() const {
    std::vector<QRectF> spots;
    double left = plotArea().left();
    for (const Account account : accounts()) {
        const double width = shareOf(account) * plotArea().width();
        spots.emplace_back(left, plotArea().top() + 4, width, plotArea().height() - 8);
        left += width;
    }
    return spots;
}

QString AccountsChart::textAt(const QPointF& place) const {
    const auto account = accountAt(place);
    if (!account)
        return {};
    const std::uint64_t frames = m_snapshot->accounts[static_cast<std::size_t>(*account)].frames;
    return tr("%1: %2 frames, %3\n%4", nullptr, pluralOf(frames))
        .arg(coreText(titleOf(*account)), displayCount(frames), displayShare(shareOf(*account)),
            coreText(explanationOf(*account)));
}

void AccountsChart::choose(const QPointF& place) {
    if (const auto account = accountAt(place))
        emit accountClicked(*account);
}

std::shared_ptr<const Table> AccountsChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : accountTable(m_snapshot);
}

std::vector<LegendEntry> AccountsChart::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (const Account account : accounts())
        entries.push_back({coreText(titleOf(account)), colourOf(account)});
    return entries;
}

QString AccountsChart::description() const {
    QStringList parts;
    for (const Account account : accounts())
        parts << tr("%1: %2").arg(coreText(titleOf(account)), displayShare(shareOf(account)));
    return parts.isEmpty() ? tr("No frames") : parts.join(QStringLiteral("; "));
}

std::unique_ptr<ChartWidget> AccountsChart::copy() const {
    auto chart = std::make_unique<AccountsChart>();
    chart->setSnapshot(m_snapshot);
    chart->setMaximumHeight(QWIDGETSIZE_MAX);
    return chart;
}

} // namespace sweepscope
