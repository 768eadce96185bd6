// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/figure_plots.h"

#include "charts/axis_ticks.h"
#include "format/display_text.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

constexpr double kRightMargin = 16; ///< of curves

/// The height of a line of small text.
double lineHeight() {
    return withText(18);
}

double widestName(const DifferenceBars& figure) {
    const QFontMetricsF metrics(fontOf(metrics::kText));
    double widest = 0;
    for (const DifferenceBars::Bar& bar : figure.bars)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(bar.name)));
    return widest;
}

QString elided(const QPainter& painter, const std::string& text, double width) {
    return painter.fontMetrics().elidedText(
        QString::fromStdString(text), Qt::ElideRight, static_cast<int>(width));
}

} // namespace

QColor colourOfChange(bool isRise, bool isWeak) {
    return isWeak ? theme().quiet : isRise ? theme().accent : theme().warning;
}

Extent CurvePlot::extentOf(const Curves& figure) {
    Extent extent;
    bool isFirst = true;
    for (const Curves::Curve& curve : figure.curves) {
        for (const auto& point : curve.points) {
            const double x = figure.isLogarithmic ? std::log10(point.first) : point.first;
            extent.from = isFirst ? x : std::min(extent.from, x);
            extent.to = isFirst ? x : std::max(extent.to, x);
            isFirst = false;
        }
    }
    return extent;
}

CurvePlot::CurvePlot(const Curves& figure, const QRectF& area, const Extent& shown)
    : m_figure(figure)
    , m_plot(area.adjusted(withText(56), lineHeight() + 6, -kRightMargin, -2 * lineHeight() - 6))
    , m_shown(shown) {
    double most = 0;
    for (const Curves::Curve& curve : figure.curves) {
        for (const auto& [x, y] : curve.points) {
            const double scaled = figure.isLogarithmic ? std::log10(x) : x;
            if (m_shown.from <= scaled && scaled <= m_shown.to)
                most = std::max(most, y);
            m_isCounts &= y == std::floor(y);
        }
    }
    m_most = figure.isShare && most > 0.5 ? 1 : ticks(most).back();
}

std::vector<double> CurvePlot::ticks(double most) const {
    return m_isCounts && !m_figure.isShare ? countTicks(most, 4) : niceTicks(most, 4);
}

QPointF CurvePlot::at(double x, double y) const {
    const double scaled = m_figure.isLogarithmic ? std::log10(x) : x;
    const double share = m_shown.length() > 0 ? (scaled - m_shown.from) / m_shown.length() : 0;
    return {m_plot.left() + share * m_plot.width(),
        m_plot.bottom() - (m_most > 0 ? y / m_most : 0) * m_plot.height()};
}

double CurvePlot::valueAt(double x) const {
    const double share = std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    const double scaled = m_shown.from + share * m_shown.length();
    return m_figure.isLogarithmic ? std::pow(10, scaled) : scaled;
}

QColor CurvePlot::colourOf(const Curves& figure, std::size_t curve) {
    if (figure.curves[curve].isQuiet)
        return theme().quiet;
    return curve == 0 ? theme().accent : curve == 1 ? theme().warning : Theme::category(curve);
}

void CurvePlot::paint(QPainter& painter) const {
    paintAxes(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(m_plot.adjusted(-4, -4, 4, 4), Qt::IntersectClip); // and half of a dot
    for (std::size_t curve = m_figure.curves.size(); curve > 0; --curve)
        paintCurve(painter, curve - 1);
    painter.restore();
    paintMarks(painter);
}

void CurvePlot::paintAxes(QPainter& painter) const {
    painter.setFont(fontOf(metrics::kNote));
    for (const double value : ticks(m_most)) {
        const double y = at(0, value).y();
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(theme().quiet);
        const QString text = m_figure.isShare ? displayTick(value) : displayNumber(value);
        painter.drawText(QRectF(m_plot.left() - withText(56), y - 10, withText(50), 20),
            Qt::AlignRight | Qt::AlignVCenter, text);
    }
    double free = 0; // where the next label may begin
    for (const auto& [value, name] : m_figure.xTicks) {
        const double x = at(value, 0).x();
        const QString text = QString::fromStdString(name);
        const double width = painter.fontMetrics().horizontalAdvance(text) + 4.0;
        const double left = std::min(x - width / 2, m_plot.right() + kRightMargin - width);
        if (x < m_plot.left() - 1 || x > m_plot.right() + 1 || left < free)
            continue;
        painter.drawText(
            QRectF(left, m_plot.bottom() + 4, width, lineHeight()), Qt::AlignCenter, text);
        free = left + width + 8;
    }
    painter.drawText(
        QRectF(m_plot.left(), m_plot.bottom() + lineHeight() + 2, m_plot.width(), lineHeight()),
        Qt::AlignCenter, QString::fromStdString(m_figure.xTitle));
    painter.drawText(QRectF(m_plot.left() - withText(50), m_plot.top() - lineHeight() - 4,
                         m_plot.width(), lineHeight()),
        Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(m_figure.yTitle));
}

void CurvePlot::paintMarks(QPainter& painter) const {
    painter.setFont(fontOf(metrics::kNote, true));
    double free = 0;
    for (const Curves::Mark& mark : m_figure.marks) {
        const double x = at(mark.x, 0).x();
        if (x < m_plot.left() - 1 || x > m_plot.right() + 1)
            continue;
        painter.setPen(QPen(theme().text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        if (x < free)
            continue; // its name would lie over the one before
        const bool isRight = x > m_plot.center().x();
        const double room = (isRight ? x - m_plot.left() : m_plot.right() - x) - 10;
        const QString name = elided(painter, mark.name, room);
        painter.setPen(theme().text);
        painter.drawText(QRectF(isRight ? x - room - 5 : x + 5, m_plot.top(), room, lineHeight()),
            int(Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft)), name);
        free = isRight ? x : x + painter.fontMetrics().horizontalAdvance(name) + 10;
    }
}

void CurvePlot::paintCurve(QPainter& painter, std::size_t place) const {
    const Curves::Curve& curve = m_figure.curves[place];
    const QColor colour = colourOf(m_figure, place);
    painter.setPen(
        QPen(colour, curve.isQuiet ? 1.4 : 2, curve.isQuiet ? Qt::DashLine : Qt::SolidLine));
    if (!curve.isDots && !curve.points.empty()) {
        QPolygonF line;
        for (const auto& [x, y] : curve.points)
            line << at(x, y);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const auto& [x, y] : curve.points)
        painter.drawEllipse(at(x, y), 4, 4);
}

namespace {
constexpr double kHead = 26;        ///< of slopes: their two names
constexpr double kSideShare = 0.36; ///< of the width, for the names on either side
} // namespace

SlopePlot::SlopePlot(const Slopes& figure, const QRectF& area)
    : m_figure(figure)
    , m_area(area) {
    for (const Slopes::Slope& slope : figure.slopes)
        m_lowest = std::max({m_lowest, slope.before.value_or(0), slope.after.value_or(0)});
}

double SlopePlot::yOf(const std::optional<std::size_t>& rank) const {
    const double step = (m_area.height() - kHead) / static_cast<double>(m_lowest + 1);
    return m_area.top() + kHead + step * (static_cast<double>(rank.value_or(m_lowest + 1)) - 0.5);
}

void SlopePlot::paint(QPainter& painter) const {
    painter.setFont(fontOf(metrics::kText, true));
    painter.setPen(theme().text);
    const double side = m_area.width() * kSideShare;
    painter.drawText(QRectF(m_area.left(), m_area.top(), side, kHead - 6),
        Qt::AlignRight | Qt::AlignVCenter, elided(painter, m_figure.before, side));
    painter.drawText(QRectF(m_area.right() - side, m_area.top(), side, kHead - 6),
        Qt::AlignLeft | Qt::AlignVCenter, elided(painter, m_figure.after, side));
    painter.setFont(fontOf(metrics::kText));
    for (const bool isWeak : {true, false}) {
        for (const Slopes::Slope& slope : m_figure.slopes) {
            if (slope.isWeak == isWeak)
                paintSlope(painter, slope);
        }
    }
}

void SlopePlot::paintSlope(QPainter& painter, const Slopes::Slope& slope) const {
    const double side = m_area.width() * kSideShare;
    const QPointF from(m_area.left() + side + 8, yOf(slope.before));
    const QPointF to(m_area.right() - side - 8, yOf(slope.after));
    const bool isRise = slope.after.value_or(m_lowest + 1) < slope.before.value_or(m_lowest + 1);
    const QColor colour = colourOfChange(isRise, slope.isWeak);
    const bool isPartial = !slope.before || !slope.after;
    painter.setPen(QPen(colour, slope.isWeak ? 1 : 2, isPartial ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(from, to);
    painter.setBrush(colour);
    const double height = 20;
    const auto write = [&](const QPointF& end, std::size_t rank, bool isLeft) {
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(end, 3, 3);
        painter.setPen(slope.isWeak ? theme().quiet : theme().text);
        const QString number = QString::number(rank);
        const QString name = elided(painter, slope.name, side - 30);
        painter.drawText(
            QRectF(isLeft ? m_area.left() : end.x() + 8, end.y() - height / 2, side, height),
            int(Qt::AlignVCenter | (isLeft ? Qt::AlignRight : Qt::AlignLeft)),
            isLeft ? name + QStringLiteral("  ") + number : number + QStringLiteral("  ") + name);
    };
    if (slope.before)
        write(from, *slope.before, true);
    if (slope.after)
        write(to, *slope.after, false);
}

std::vector<QRectF> SlopePlot::places() const {
    constexpr double kHeight = 18;
    const double side = m_area.width() * kSideShare;
    std::vector<QRectF> places;
    for (const Slopes::Slope& slope : m_figure.slopes) {
        const bool isLeft = slope.before.has_value();
        const double y = yOf(isLeft ? slope.before : slope.after);
        places.emplace_back(
            isLeft ? m_area.left() : m_area.right() - side, y - kHeight / 2, side, kHeight);
    }
    return places;
}

std::optional<std::size_t> SlopePlot::slopeAt(const QPointF& place) const {
    const bool isLeft = place.x() < m_area.left() + m_area.width() * (kSideShare + 0.04);
    const bool isRight = place.x() > m_area.right() - m_area.width() * (kSideShare + 0.04);
    for (std::size_t i = 0; i < m_figure.slopes.size() && (isLeft || isRight); ++i) {
        const auto& rank = isLeft ? m_figure.slopes[i].before : m_figure.slopes[i].after;
        if (rank && std::abs(yOf(rank) - place.y()) < 9)
            return i;
    }
    return std::nullopt;
}

DifferencePlot::DifferencePlot(const DifferenceBars& figure, const QRectF& area)
    : m_figure(figure)
    , m_area(area) {
    const double names = std::min(widestName(figure) + 16, area.width() * 0.35);
    m_plot = area.adjusted(names, 4, -24, -2 * lineHeight() - 4);
    m_most = 0;
    for (const DifferenceBars::Bar& bar : figure.bars)
        m_most = std::max({m_most, std::abs(bar.low), std::abs(bar.high), std::abs(bar.value)});
}

double DifferencePlot::xOf(double value) const {
    return m_plot.center().x() + (m_most > 0 ? value / m_most : 0) * m_plot.width() / 2;
}

std::size_t DifferencePlot::shownBars() const {
    const double room = std::max(m_plot.height() / withText(16), 1.0);
    return std::min(static_cast<std::size_t>(room), m_figure.bars.size());
}

QRectF DifferencePlot::rowRect(std::size_t bar) const {
    const double height = std::min(
        withText(26), m_plot.height() / static_cast<double>(std::max<std::size_t>(shownBars(), 1)));
    return {
        m_area.left(), m_plot.top() + height * static_cast<double>(bar), m_area.width(), height};
}

void DifferencePlot::paint(QPainter& painter) const {
    painter.setFont(fontOf(metrics::kNote));
    const double step = niceTicks(m_most, 3)[m_most > 0 ? 1 : 0];
    for (double value = 0; step > 0 && value <= m_most; value += step) {
        for (const double side : {value, -value}) {
            painter.setPen(QPen(theme().line, 1));
            painter.drawLine(QPointF(xOf(side), m_plot.top()), QPointF(xOf(side), m_plot.bottom()));
            painter.setPen(theme().quiet);
            painter.drawText(QRectF(xOf(side) - 40, m_plot.bottom() + 2, 80, lineHeight()),
                Qt::AlignCenter,
                (side > 0 ? QStringLiteral("+") : QString()) +
                    QLocale().toString(side * 100, 'g', 3));
        }
    }
    painter.drawText(
        QRectF(m_plot.left(), m_plot.bottom() + lineHeight(), m_plot.width(), lineHeight()),
        Qt::AlignCenter, QString::fromStdString(m_figure.unit));
    painter.setPen(QPen(theme().quiet, 1));
    painter.drawLine(QPointF(xOf(0), m_plot.top()), QPointF(xOf(0), m_plot.bottom()));
    for (std::size_t bar = 0; bar < shownBars(); ++bar)
        paintBar(painter, bar);
}

void DifferencePlot::paintBar(QPainter& painter, std::size_t place) const {
    const DifferenceBars::Bar& bar = m_figure.bars[place];
    const QRectF row = rowRect(place);
    const double thick = std::max(row.height() * 0.55, 4.0);
    const QRectF shape(QPointF(xOf(std::min(bar.value, 0.0)), row.center().y() - thick / 2),
        QPointF(xOf(std::max(bar.value, 0.0)), row.center().y() + thick / 2));
    QColor colour = colourOfChange(bar.value > 0, bar.isWeak);
    if (bar.isWeak)
        colour.setAlpha(120);
    painter.fillRect(shape, colour);
    painter.setPen(QPen(theme().text, 1.2));
    painter.drawLine(
        QPointF(xOf(bar.low), row.center().y()), QPointF(xOf(bar.high), row.center().y()));
    for (const double end : {bar.low, bar.high})
        painter.drawLine(
            QPointF(xOf(end), row.center().y() - 3), QPointF(xOf(end), row.center().y() + 3));
    painter.setFont(fontOf(metrics::kText));
    painter.setPen(bar.isWeak ? theme().quiet : theme().text);
    const double width = m_plot.left() - m_area.left() - 10;
    painter.drawText(QRectF(m_area.left(), row.top(), width, row.height()),
        Qt::AlignRight | Qt::AlignVCenter, elided(painter, bar.name, width));
}

std::optional<std::size_t> DifferencePlot::barAt(const QPointF& place) const {
    for (std::size_t bar = 0; bar < shownBars(); ++bar) {
        if (rowRect(bar).contains(place))
            return bar;
    }
    return std::nullopt;
}

} // namespace sweepscope
