// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tool_shares_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QHorizontalPercentBarSeries>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace sweepscope {

namespace {
constexpr double kBarWidth = 0.6;
} // namespace

ToolSharesChart::ToolSharesChart(QWidget* parent)
    : ChartWidget(parent)
    , m_names(new QBarCategoryAxis())
    , m_share(makeAxis()) {
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_share, Qt::AlignBottom);
    m_names->setGridLineVisible(false);
    m_names->setLineVisible(false);
    m_share->setLineVisible(false);
    setMinimumHeight(180);
    restyle();
}

std::vector<ToolSharesChart::Bar> ToolSharesChart::bars() {
    return {
        {tr("all scans"), [](const ToolCount& count) { return count.scans; }},
        {tr("small scans"), [](const ToolCount& count) { return count.small; }, ScanSize::small},
        {tr("large scans"), [](const ToolCount& count) { return count.large; }, ScanSize::large},
        {tr("packets"), [](const ToolCount& count) { return count.packets; }},
    };
}

std::uint64_t ToolSharesChart::totalOf(const Bar& bar) const {
    return std::accumulate(m_snapshot->tools.begin(), m_snapshot->tools.end(), std::uint64_t{0},
        [&](std::uint64_t sum, const ToolCount& count) { return sum + bar.of(count); });
}

void ToolSharesChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    rebuild();
    emit legendChanged();
}

void ToolSharesChart::rebuild() {
    chart()->removeAllSeries();
    if (m_snapshot == nullptr || m_snapshot->tools.empty())
        return;
    auto* const series = new QHorizontalPercentBarSeries();
    series->setBarWidth(kBarWidth);
    // Categories count from the bottom up.
    std::vector<Bar> upward = bars();
    std::reverse(upward.begin(), upward.end());
    QStringList names;
    for (const Bar& bar : upward)
        names << bar.name;
    for (const ToolCount& count : m_snapshot->tools) {
        auto* const set = new QBarSet(fromCore(nameOf(count.tool)));
        for (const Bar& bar : upward)
            *set << static_cast<double>(bar.of(count));
        set->setColor(theme().of(count.tool));
        set->setBorderColor(theme().card);
        series->append(set);
    }
    m_names->setCategories(names);
    chart()->addSeries(series);
    series->attachAxis(m_names);
    series->attachAxis(m_share);
    std::vector<Tick> ticks;
    for (int percent = 0; percent <= 100; percent += 25)
        ticks.push_back({static_cast<double>(percent), QStringLiteral("%1 %").arg(percent)});
    setTicks(m_share, ticks, 0, 100);
    m_names->setLabelsColor(theme().text);
    setAccessibleName(tr("Tools by scan size"));
    setAccessibleDescription(description());
}

QRectF ToolSharesChart::barRect(std::size_t bar) const {
    const QRectF area = plotArea();
    const double step = area.height() / static_cast<double>(bars().size());
    const double top = area.top() + step * (static_cast<double>(bar) + (1 - kBarWidth) / 2);
    return {area.left(), top, area.width(), step * kBarWidth};
}

/// Of each bar one after another.
std::vector<ToolSharesChart::DrawnPiece> ToolSharesChart::drawnPieces() const {
    std::vector<DrawnPiece> pieces;
    const std::vector<Bar> all = bars();
    for (std::size_t i = 0; m_snapshot != nullptr && i < all.size(); ++i) {
        const QRectF bar = barRect(i);
        const auto total = static_cast<double>(totalOf(all[i]));
        double left = bar.left();
        for (std::size_t tool = 0; tool < m_snapshot->tools.size(); ++tool) {
            const auto part = static_cast<double>(all[i].of(m_snapshot->tools[tool]));
            const double share = total > 0 ? part / total : 0;
            const QRectF place(left, bar.top(), share * bar.width(), bar.height());
            left = place.right();
            pieces.push_back({place, tool, share});
        }
    }
    return pieces;
}

/// The share inside each piece that is wide enough for it.
void ToolSharesChart::drawForeground(QPainter* painter, const QRectF& rect) {
    ChartWidget::drawForeground(painter, rect);
    painter->setFont(fontOf(metrics::kNote, true));
    for (const DrawnPiece& piece : drawnPieces()) {
        const QString text = displayShare(piece.share);
        if (painter->fontMetrics().horizontalAdvance(text) + 6 > piece.place.width())
            continue;
        const Tool tool = m_snapshot->tools[piece.tool].tool;
        const bool isLight = qGray(theme().of(tool).rgb()) > 120;
        painter->setPen(isLight ? QColor(0x14, 0x17, 0x1B) : QColor(Qt::white));
        painter->drawText(piece.place, Qt::AlignCenter, text);
    }
}

std::optional<ToolSharesChart::Piece> ToolSharesChart::pieceAt(const QPointF& position) const {
    if (m_snapshot == nullptr)
        return std::nullopt;
    const std::vector<Bar> all = bars();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF bar = barRect(i);
        if (!bar.contains(position))
            continue;
        const auto total = static_cast<double>(totalOf(all[i]));
        const double at = (position.x() - bar.left()) / bar.width() * total;
        double sum = 0;
        for (std::size_t tool = 0; tool < m_snapshot->tools.size() && total > 0; ++tool) {
            sum += static_cast<double>(all[i].of(m_snapshot->tools[tool]));
            if (sum >= at)
                return Piece{i, tool};
        }
    }
    return std::nullopt;
}

std::vector<Term> ToolSharesChart::termsIn(const QRectF& area) const {
    const auto piece = pieceAt(area.topLeft());
    if (!piece)
        return {};
    std::vector<Term> terms = {m_snapshot->tools[piece->tool].tool};
    if (const auto size = bars()[piece->bar].size)
        terms.emplace_back(*size);
    return terms;
}

std::vector<QRectF> ToolSharesChart::spots() const {
    std::vector<QRectF> spots;
    for (const DrawnPiece& piece : drawnPieces()) {
        if (piece.place.width() > 1)
            spots.push_back(piece.place);
    }
    return spots;
}

QString ToolSharesChart::textAt(const QPointF& place) const {
    const auto piece = pieceAt(place);
    if (!piece)
        return {};
    const Bar bar = bars()[piece->bar];
    const ToolCount& count = m_snapshot->tools[piece->tool];
    const auto part = static_cast<double>(bar.of(count));
    return tr("%1: %2 of %3, %4")
        .arg(fromCore(nameOf(count.tool)), displayCount(bar.of(count)), bar.name,
            displayShare(part / static_cast<double>(totalOf(bar))));
}

std::shared_ptr<const Table> ToolSharesChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : toolTable(m_snapshot);
}

std::vector<LegendEntry> ToolSharesChart::legendEntries() const {
    std::vector<LegendEntry> entries;
    if (m_snapshot == nullptr)
        return entries;
    for (const ToolCount& count : m_snapshot->tools)
        entries.push_back({fromCore(nameOf(count.tool)), theme().of(count.tool)});
    return entries;
}

QString ToolSharesChart::description() const {
    if (m_snapshot == nullptr || m_snapshot->tools.empty())
        return tr("No scans");
    QStringList parts;
    for (const ToolCount& count : m_snapshot->tools) {
        parts << tr("%1: %2 small, %3 large")
                     .arg(fromCore(nameOf(count.tool)), displayCount(count.small),
                         displayCount(count.large));
    }
    return parts.join(QStringLiteral("; "));
}

std::unique_ptr<ChartWidget> ToolSharesChart::copy() const {
    auto chart = std::make_unique<ToolSharesChart>();
    chart->setSnapshot(m_snapshot);
    return chart;
}

} // namespace sweepscope
