// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/country_cdf_chart.h"

#include "charts/baseline_marks.h"
#include "format/display_text.h"
#include "style/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {
/// The number of countries that studies name the share of.
constexpr std::size_t kNamed = 5;

std::vector<CountryShare> knownCountries(const Snapshot& snapshot, Weight weight) {
    std::vector<CountryShare> ranked = rankCountries(snapshot.countries, weight);
    std::erase_if(ranked, [](const CountryShare& each) { return !each.count.country.isKnown(); });
    return ranked;
}

/// Qt Charts has no step curve: both corners of each step are points.
QList<QPointF> cornersOf(const std::vector<CountryShare>& ranked) {
    QList<QPointF> corners = {{0, 0}};
    for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
        const auto place = static_cast<double>(rank + 1);
        corners << QPointF(place, corners.back().y())
                << QPointF(place, 100 * ranked[rank].cumulative);
    }
    corners << QPointF(static_cast<double>(ranked.size() + 1), corners.back().y());
    return corners;
}

} // namespace

CountryCdfChart::CountryCdfChart(QWidget* parent)
    : ChartWidget(parent)
    , m_rank(makeAxis())
    , m_share(makeAxis()) {
    chart()->addAxis(m_rank, Qt::AlignBottom);
    chart()->addAxis(m_share, Qt::AlignLeft);
    m_rank->setGridLineVisible(false);
    m_share->setLineVisible(false);
    setMinimumHeight(180);
    restyle();
}

void CountryCdfChart::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    rebuild();
}

void CountryCdfChart::setWeight(Weight weight) {
    m_weight = weight;
    rebuild();
}

void CountryCdfChart::rebuild() {
    chart()->removeAllSeries();
    m_curve = nullptr;
    if (m_snapshot == nullptr)
        return;
    m_ranked = knownCountries(*m_snapshot, m_weight);
    m_baselines = m_weight == Weight::scans && m_ranked.size() >= kNamed
                      ? baselinesFor(*m_snapshot, Metric::topFiveCountryShare)
                      : std::vector<Baseline>();
    addGhost();
    m_curve = new QLineSeries();
    m_curve->replace(cornersOf(m_ranked));
    m_curve->setPen(QPen(theme().accent, 2));
    chart()->addSeries(m_curve);
    m_curve->attachAxis(m_rank);
    m_curve->attachAxis(m_share);
    std::vector<Tick> shares;
    for (int percent = 0; percent <= 100; percent += 25)
        shares.push_back({static_cast<double>(percent), displayTick(percent / 100.0)});
    setTicks(m_share, shares, 0, 100);
    setRankAxis();
    setAccessibleName(tr("Countries, cumulative"));
    setAccessibleDescription(description());
}

void CountryCdfChart::setRankAxis() {
    constexpr double kLeast = 8; // countries that a zoom shows
    const auto last = static_cast<double>(std::max(m_ranked.size(), std::size_t{1}));
    setAxis({0, last + 1}, kLeast);
    const Extent& shown = zoom().shown();
    const auto step = static_cast<int>(countTicks(shown.length(), 6)[1]);
    const auto end = static_cast<int>(std::min(shown.to, last));
    std::vector<Tick> ranks;
    for (int rank = step; rank <= end; rank += step) {
        if (rank >= shown.from)
            ranks.push_back({static_cast<double>(rank), QString::number(rank)});
    }
    setTicks(m_rank, ranks, shown.from, shown.to);
}

/// Before the curve, so that it lies behind.
void CountryCdfChart::addGhost() {
    if (m_before == nullptr)
        return;
    auto* const ghost = new QLineSeries();
    ghost->replace(cornersOf(knownCountries(*m_before, m_weight)));
    ghost->setPen(QPen(theme().quiet, 1.2, Qt::DashLine));
    chart()->addSeries(ghost);
    ghost->attachAxis(m_rank);
    ghost->attachAxis(m_share);
}

QPointF CountryCdfChart::pointOf(std::size_t rank) const {
    return chart()->mapToPosition(
        {static_cast<double>(rank), 100 * m_ranked[rank - 1].cumulative}, m_curve);
}

QString CountryCdfChart::shareText(std::size_t countries) const {
    return tr("%n countries make %1", nullptr, static_cast<int>(countries))
        .arg(displayShare(m_ranked[countries - 1].cumulative));
}

QPointF CountryCdfChart::placeOf(const Baseline& baseline) const {
    return chart()->mapToPosition({static_cast<double>(kNamed), 100 * baseline.value}, m_curve);
}

/// It only rises, so its ends above the box tell all of it.
bool CountryCdfChart::isOverCurve(const QRectF& box) const {
    const double low = pointOf(rankAt(box.left())).y();
    const double high = pointOf(rankAt(box.right())).y();
    return high <= box.bottom() && low >= box.top();
}

/// Moved sideways as far as it stands out of the plot.
QRectF CountryCdfChart::inPlot(QRectF box) const {
    box.moveRight(std::min(box.right(), plotArea().right()));
    box.moveLeft(std::max(box.left(), plotArea().left()));
    return box;
}

/// A line's box beside a mark, clear of the curve where there is such a place: on the mark's own
/// height, or above it.
QRectF CountryCdfChart::boxBeside(const QPointF& mark, double width) const {
    constexpr double kHeight = 18;
    constexpr double kAway = 8; // from the middle of the mark
    const QRectF right(mark.x() + kAway, mark.y() - kHeight / 2, width, kHeight);
    const QRectF above = inPlot(right.translated(-kAway, -kHeight));
    for (const QRectF& box : {right, above, inPlot(right.translated(-kAway - width / 2, -kHeight)),
             right.translated(-2 * kAway - width, 0)}) {
        if (plotArea().contains(box) && !isOverCurve(box))
            return box;
    }
    return plotArea().contains(right) ? right : above;
}

/// Where the curve of an earlier study passes its five first countries.
void CountryCdfChart::drawBaselines(QPainter& painter) const {
    painter.setFont(fontOf(metrics::kNote));
    for (const Baseline& each : m_baselines) {
        const QPointF place = placeOf(each);
        paintBaseline(painter, place, each);
        const QString text =
            each.study.contaminated.empty() ? QStringLiteral("%1: %2") : tr("%1: %2, contaminated");
        const QString line = text.arg(each.study.year).arg(displayShare(each.value));
        const QRectF box = boxBeside(place, painter.fontMetrics().horizontalAdvance(line) + 6);
        QColor ground = theme().card;
        ground.setAlphaF(0.7F); // the curve may run there all the same
        painter.fillRect(box, ground);
        painter.setPen(theme().quiet);
        painter.drawText(box, Qt::AlignCenter, line);
    }
}

/// How far below the curve's own point its words stand clear of those of the studies.
double CountryCdfChart::belowBaselines(const QPointF& point) const {
    constexpr double kLine = 18; // the height of one
    double below = kLine;
    for (const Baseline& each : m_baselines) {
        const double theirs = placeOf(each).y() - point.y();
        if (std::abs(below - metrics::kText / 3.0 - theirs) < kLine)
            below = theirs + kLine + metrics::kText / 2.0;
    }
    return below;
}

void CountryCdfChart::drawForeground(QPainter* painter, const QRectF& rect) {
    ChartWidget::drawForeground(painter, rect);
    if (m_curve != nullptr && m_before != nullptr) {
        painter->setPen(theme().quiet);
        painter->setFont(fontOf(metrics::kNote));
        painter->drawText(plotArea().adjusted(0, 0, -4, -4), Qt::AlignRight | Qt::AlignBottom,
            tr("dashed: before the last move"));
    }
    const bool isInSight = zoom().shown().from <= kNamed && kNamed <= zoom().shown().to;
    if (m_curve == nullptr || m_ranked.size() < kNamed || !isInSight)
        return;
    drawBaselines(*painter);
    const QPointF point = pointOf(kNamed);
    painter->setPen(QPen(theme().accent, 1, Qt::DotLine));
    painter->drawLine(point, QPointF(point.x(), plotArea().bottom()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().accent);
    painter->drawEllipse(point, 4, 4);
    painter->setPen(theme().text);
    painter->setFont(fontOf(metrics::kText, true));
    const QString words = shareText(kNamed);
    const QRectF line(point.x() + 10, point.y() + belowBaselines(point),
        painter->fontMetrics().horizontalAdvance(words), 0);
    painter->drawText(inPlot(line).topLeft(), words);
}

/// The country whose step stands there, or the nearest one.
std::size_t CountryCdfChart::rankAt(double x) const {
    const double at = chart()->mapToValue({x, plotArea().center().y()}, m_curve).x();
    return static_cast<std::size_t>(
        std::clamp(std::floor(at), 1.0, static_cast<double>(m_ranked.size())));
}

std::vector<Term> CountryCdfChart::termsIn(const QRectF& area) const {
    std::vector<Term> terms;
    const bool isHit = m_curve != nullptr && !m_ranked.empty() &&
                       (area.width() > 0 || plotArea().contains(area.topLeft()));
    if (!isHit)
        return terms;
    for (std::size_t rank = rankAt(area.left()); rank <= rankAt(area.right()); ++rank)
        terms.emplace_back(m_ranked[rank - 1].count.country);
    return terms;
}

/// The steps in sight, over the height of the plot.
std::vector<QRectF> CountryCdfChart::spots() const {
    std::vector<QRectF> spots;
    for (std::size_t rank = 1; m_curve != nullptr && rank <= m_ranked.size(); ++rank) {
        const double left = xOf(static_cast<double>(rank));
        const QRectF step(
            left, plotArea().top(), xOf(static_cast<double>(rank + 1)) - left, plotArea().height());
        if (plotArea().contains(step.center()))
            spots.push_back(step);
    }
    return spots;
}

QString CountryCdfChart::textAt(const QPointF& place) const {
    if (m_curve == nullptr || m_ranked.empty() || !plotArea().contains(place))
        return {};
    constexpr double kReach = 7;
    for (const Baseline& each : m_baselines) {
        if ((placeOf(each) - place).manhattanLength() < kReach)
            return baselineText(each);
    }
    const std::size_t rank = rankAt(place.x());
    const CountryShare& each = m_ranked[rank - 1];
    return tr("%1. %2: %3\n%4")
        .arg(rank)
        .arg(coreText(nameOf(each.count.country)), displayShare(each.share), shareText(rank));
}

std::shared_ptr<const Table> CountryCdfChart::numbers() const {
    return m_snapshot == nullptr ? nullptr : countryTable(m_snapshot, m_weight);
}

QString CountryCdfChart::description() const {
    if (m_ranked.empty())
        return tr("No country is known");
    const std::size_t countries = std::min(kNamed, m_ranked.size());
    return tr("%1; %2 countries in all, first is %3", nullptr, pluralOf(m_ranked.size()))
        .arg(shareText(countries))
        .arg(m_ranked.size())
        .arg(coreText(nameOf(m_ranked.front().count.country)));
}

std::unique_ptr<ChartWidget> CountryCdfChart::copy() const {
    auto chart = std::make_unique<CountryCdfChart>();
    chart->m_weight = m_weight;
    chart->zoomLike(*this);
    chart->setSnapshot(m_snapshot);
    return chart;
}

} // namespace sweepscope
