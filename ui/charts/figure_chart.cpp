// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/figure_chart.h"

#include "charts/figure_plots.h"
#include "format/display_text.h"
#include "style/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
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

QString signedPoints(double share) {
    return (share > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(100 * share, 'f', 1);
}

} // namespace

FigureChart::FigureChart(QWidget* parent)
    : ChartWidget(parent) {
    setMinimumHeight(200);
}

void FigureChart::show(Content content) {
    m_content = std::move(content);
    rebuild();
    emit legendChanged();
}

void FigureChart::rebuild() {
    setAccessibleName(m_content.title.isEmpty() ? tr("Figure") : m_content.title);
    setAccessibleDescription(description());
    viewport()->update();
}

QRectF FigureChart::area() const {
    return QRectF(viewport()->rect()).adjusted(4, 2, -4, -2);
}

ChartWidget::Band FigureChart::band() const {
    const bool hasTime = std::holds_alternative<Curves>(m_content.figure) && m_content.termsIn;
    return hasTime ? Band::time : Band::none;
}

void FigureChart::drawForeground(QPainter* painter, const QRectF& rect) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure))
        CurvePlot(*curves, area()).paint(*painter);
    else if (const auto* const slopes = std::get_if<Slopes>(&m_content.figure))
        SlopePlot(*slopes, area()).paint(*painter);
    else if (const auto* const bars = std::get_if<DifferenceBars>(&m_content.figure))
        DifferencePlot(*bars, area()).paint(*painter);
    painter->restore();
    ChartWidget::drawForeground(painter, rect);
}

std::vector<Term> FigureChart::termsIn(const QRectF& area) const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure)) {
        const CurvePlot plot(*curves, this->area());
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

QString FigureChart::textAt(const QPointF& place) const {
    if (const auto* const curves = std::get_if<Curves>(&m_content.figure)) {
        const CurvePlot plot(*curves, area());
        if (!plot.plot().contains(place))
            return {};
        QStringList lines;
        for (const Curves::Curve& curve : curves->curves) {
            if (const auto value = valueOf(curve, plot.valueAt(place.x())))
                lines << QStringLiteral("%1: %2").arg(
                    QString::fromStdString(curve.name), valueText(*value, curves->isShare));
        }
        for (const Curves::Mark& mark : curves->marks) {
            if (std::abs(plot.at(mark.x, 0).x() - place.x()) < 4)
                lines << QString::fromStdString(mark.name);
        }
        return lines.join(QLatin1Char('\n'));
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

void FigureChart::mouseMoveEvent(QMouseEvent* event) {
    ChartWidget::mouseMoveEvent(event);
    const QString text = textAt(event->position());
    if (text.isEmpty())
        return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), text, this);
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
    chart->show(m_content);
    return chart;
}

} // namespace sweepscope
