// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/figure_chart.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "style/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

QString valueText(double value, bool isShare) {
    return isShare ? displayShare(value) : displayNumber(value);
}

/// What a curve says at a place: of the last point at or before it.
std::optional<double> valueOf(const Curves::Curve& curve, double x) {
    std::optional<double> value;
    for (const auto& [place, y] : curve.points) {
        if (place > x)
            break;
        value = y;
    }
    return value;
}

QString rankText(const Slopes::Slope& slope) {
    const auto text = [](const std::optional<std::size_t>& rank) {
        return rank ? QString::number(*rank) : QStringLiteral("–");
    };
    return FigureChart::tr("%1: rank %2 before, %3 after")
        .arg(QString::fromStdString(slope.name), text(slope.before), text(slope.after));
}

QString signedPoints(double share) {
    return (share > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(100 * share, 'f', 1);
}

/// Fixed words and countries in the window's language; other names stay as they are.
void sayWords(FigureChart::Figure& figure) {
    const auto say = [](std::string& text) {
        if (!text.empty())
            text = coreText(text).toStdString();
    };
    if (auto* const curves = std::get_if<Curves>(&figure)) {
        say(curves->xTitle);
        say(curves->yTitle);
        for (Curves::Curve& curve : curves->curves)
            say(curve.name);
    } else if (auto* const bars = std::get_if<DifferenceBars>(&figure)) {
        say(bars->unit);
        for (DifferenceBars::Bar& bar : bars->bars)
            say(bar.name);
    } else if (auto* const slopes = std::get_if<Slopes>(&figure)) {
        for (Slopes::Slope& slope : slopes->slopes)
            say(slope.name);
    }
}

} // namespace

FigureChart::FigureChart(QWidget* parent)
    : ChartWidget(parent) {
    setMinimumHeight(200);
}

void FigureChart::show(Content content) {
    m_content = std::move(content);
    sayWords(m_content.figure);
    rebuild();
    emit legendChanged();
}

/// Where the core's few ticks name a whole axis, a part of it needs its own.
void FigureChart::setTicks(Curves& curves) const {
    const Extent& shown = zoom().shown();
    if (m_content.grid) {
        const TimeGrid& grid = *m_content.grid;
        const double step = grid.step.inSeconds();
        const auto momentAt = [&](double place) {
            return grid.begin + Duration::fromSeconds(place * step);
        };
        curves.xTitle = tr("time, %1").arg(zoneName()).toStdString();
        curves.xTicks.clear();
        const TimeRange range{momentAt(shown.from), momentAt(shown.to)};
        for (const Tick& tick : timeTicks(range, std::max(2, width() / 110)))
            curves.xTicks.emplace_back(shown.from + tick.value / step, tick.label.toStdString());
        return;
    }
    constexpr double kFew = 2; // powers of ten with room for more than themselves
    if (!curves.isLogarithmic || shown.length() > kFew)
        return;
    curves.xTicks.clear();
    const auto last = static_cast<int>(std::floor(shown.to));
    for (auto power = static_cast<int>(std::floor(shown.from)); power <= last; ++power) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double value = digit * std::pow(10, power);
            curves.xTicks.emplace_back(value, displayShare(value).toStdString());
        }
    }
}

void FigureChart::setXAxis(Curves& curves) {
    const Extent whole = CurvePlot::extentOf(curves);
    constexpr double kLeastIntervals = 4;
    constexpr double kLeastPower = 0.3; // a factor of two
    setAxis(whole, curves.isLogarithmic ? kLeastPower : kLeastIntervals);
    setTicks(curves);
}

void FigureChart::rebuild() {
    if (auto* const curves = std::get_if<Curves>(&m_content.figure))
        setXAxis(*curves);
    else
        setAxis({}, 0);
    setAccessibleName(m_content.title.isEmpty() ? tr("Figure") : m_content.title);
    setAccessibleDescription(description());
    viewport()->update();
}

QRectF FigureChart::area() const {
    return QRectF(viewport()->rect()).adjusted(4, 2, -4, -2);
}

CurvePlot FigureChart::plotOf(const Curves& curves) const {
    return {curves, area(), zoom().shown()};
}

QRectF FigureChart::zoomArea() const {
    const auto* const curves = std::get_if<Curves>(&m_content.figure);
    return curves == nullptr ? area() : plotOf(*curves).plot();
}

ChartWidget::Band FigureChart::band() const {
    return std::holds_alternative<Curves>(m_content.figure) ? Band::time : Band::none;
}

bool FigureChart::isEmpty() const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure))
        return std::all_of(curves->curves.begin(), curves->curves.end(),
            [](const Curves::Curve& curve) { return curve.points.empty(); });
    if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        return slopes->slopes.empty();
    const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure);
    return bars == nullptr || bars->bars.empty();
}

void FigureChart::drawForeground(QPainter* painter, const QRectF& rect) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure))
        plotOf(*curves).paint(*painter);
    else if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        SlopePlot(*slopes, area()).paint(*painter);
    else if (const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure))
        DifferencePlot(*bars, area()).paint(*painter);
    painter->restore();
    ChartWidget::drawForeground(painter, rect);
}

std::vector<Term> FigureChart::termsIn(const QRectF& area) const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure)) {
        const CurvePlot plot = plotOf(*curves);
        if (!m_content.termsIn || area.width() <= 0)
            return {};
        return m_content.termsIn(plot.valueAt(area.left()), plot.valueAt(area.right()));
    }
    if (!m_content.termsOf)
        return {};
    std::optional<std::size_t> row;
    if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        row = SlopePlot(*slopes, this->area()).slopeAt(area.topLeft());
    else if (const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure))
        row = DifferencePlot(*bars, this->area()).barAt(area.topLeft());
    return row ? m_content.termsOf(*row) : std::vector<Term>();
}

/// Of curves the stretches between their points; of the others their rows.
std::vector<QRectF> FigureChart::spots() const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure))
        return spotsOf(*curves);
    if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        return SlopePlot(*slopes, area()).places();
    std::vector<QRectF> spots;
    if (const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure)) {
        const DifferencePlot plot(*bars, area());
        for (std::size_t bar = 0; bar < plot.shownBars(); ++bar)
            spots.push_back(plot.rowRect(bar));
    }
    return spots;
}

std::vector<QRectF> FigureChart::spotsOf(const Curves& curves) const {
    std::vector<QRectF> spots;
    if (curves.curves.empty())
        return spots;
    const CurvePlot plot = plotOf(curves);
    const auto& points = curves.curves.front().points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double left = plot.at(points[i].first, 0).x();
        const double right = plot.at(points[i + 1].first, 0).x();
        const QRectF spot = QRectF(left, plot.plot().top(), right - left, plot.plot().height())
                                .intersected(plot.plot());
        if (spot.width() > 1)
            spots.push_back(spot);
    }
    return spots;
}

QString FigureChart::curvesAt(const Curves& curves, const QPointF& place) const {
    const CurvePlot plot = plotOf(curves);
    if (!plot.plot().contains(place))
        return {};
    QStringList lines;
    if (m_content.grid) {
        const auto interval = static_cast<std::size_t>(std::max(plot.valueAt(place.x()), 0.0));
        lines << QStringLiteral("%1 (%2)").arg(
            displayTime(m_content.grid->beginOf(interval)), zoneName());
    }
    for (const Curves::Curve& curve : curves.curves) {
        if (const auto value = valueOf(curve, plot.valueAt(place.x())))
            lines << QStringLiteral("%1: %2").arg(
                QString::fromStdString(curve.name), valueText(*value, curves.isShare));
    }
    for (const Curves::Mark& mark : curves.marks) {
        if (std::abs(plot.at(mark.x, 0).x() - place.x()) < 4)
            lines << QString::fromStdString(mark.name);
    }
    return lines.join(QLatin1Char('\n'));
}

QString FigureChart::textAt(const QPointF& place) const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure))
        return curvesAt(*curves, place);
    if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure)) {
        const auto row = SlopePlot(*slopes, area()).slopeAt(place);
        return row ? rankText(slopes->slopes[*row]) : QString();
    }
    const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure);
    const auto row = bars == nullptr ? std::nullopt : DifferencePlot(*bars, area()).barAt(place);
    if (!row)
        return {};
    const DifferenceBars::Bar& bar = bars->bars[*row];
    return tr("%1: %2 points (%3 to %4)")
        .arg(QString::fromStdString(bar.name), signedPoints(bar.value), signedPoints(bar.low),
            signedPoints(bar.high));
}

std::vector<LegendEntry> FigureChart::legendEntries() const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure)) {
        std::vector<LegendEntry> entries;
        for (std::size_t i = 0; i < curves->curves.size(); ++i)
            entries.push_back(
                {QString::fromStdString(curves->curves[i].name), CurvePlot::colourOf(*curves, i)});
        return entries;
    }
    if (std::holds_alternative<std::monostate>(m_content.figure))
        return {};
    return {{tr("more"), colourOfChange(true, false)}, {tr("less"), colourOfChange(false, false)},
        {tr("may be chance"), colourOfChange(true, true)}};
}

QString FigureChart::description() const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure)) {
        QStringList parts;
        for (const Curves::Curve& curve : curves->curves) {
            const auto most = std::max_element(curve.points.begin(), curve.points.end(),
                [](const auto& a, const auto& b) { return a.second < b.second; });
            if (most != curve.points.end())
                parts << tr("%1: at most %2")
                             .arg(QString::fromStdString(curve.name),
                                 valueText(most->second, curves->isShare));
        }
        return parts.join(QStringLiteral("; "));
    }
    if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        return tr("%n rank(s), before and after", nullptr, static_cast<int>(slopes->slopes.size()));
    if (const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure))
        return tr("%n difference(s) with intervals", nullptr, static_cast<int>(bars->bars.size()));
    return tr("Nothing to draw");
}

std::unique_ptr<ChartWidget> FigureChart::copy() const {
    auto chart = std::make_unique<FigureChart>();
    chart->resize(size());
    chart->zoomLike(*this);
    chart->show(m_content);
    return chart;
}

} // namespace sweepscope
