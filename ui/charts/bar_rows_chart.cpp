// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/bar_rows_chart.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sweepscope {

namespace {

constexpr double kNameWidth = 128;
constexpr double kFigureWidth = 64; ///< behind the longest bar
constexpr double kScaleHeight = 20;
constexpr double kLeastRow = 30;
constexpr double kMostRow = 56;
constexpr double kBarShare = 0.64; ///< of a row's height
constexpr double kLogBegin = 0.5;

} // namespace

BarRowsChart::BarRowsChart(QWidget* parent)
    : ChartWidget(parent) {
    setMinimumHeight(180);
}

void BarRowsChart::show(Make make, std::shared_ptr<const Table> numbers) {
    m_make = std::move(make);
    m_numbers = std::move(numbers);
    rebuild();
    emit legendChanged();
}

void BarRowsChart::setArrangement(Arrangement arrangement) {
    m_arrangement = arrangement;
    rebuild();
}

void BarRowsChart::rebuild() {
    if (m_make)
        m_rows = m_make();
    m_most = 0;
    for (const BarRow& row : m_rows.rows) {
        if (isStacked())
            m_most = std::max(m_most, sumOf(row));
        for (const BarPiece& piece : row.pieces)
            m_most = std::max(m_most, isStacked() ? 0.0 : piece.value);
    }
    if (m_arrangement == Arrangement::filled)
        m_most = 1;
    if (!m_rows.title.isEmpty())
        setAccessibleName(m_rows.title);
    setAccessibleDescription(description());
    viewport()->update();
}

bool BarRowsChart::isStacked() const {
    return m_arrangement == Arrangement::stacked || m_arrangement == Arrangement::filled;
}

double BarRowsChart::sumOf(const BarRow& row) const {
    return std::accumulate(row.pieces.begin(), row.pieces.end(), 0.0,
        [](double sum, const BarPiece& piece) { return sum + piece.value; });
}

std::size_t BarRowsChart::shownRows() const {
    const auto room = static_cast<std::size_t>(
        std::max(1.0, (viewport()->height() - withText(kScaleHeight)) / withText(kLeastRow)));
    return std::min(room, m_rows.rows.size());
}

QRectF BarRowsChart::plot() const {
    const double height = std::min(viewport()->height() - withText(kScaleHeight),
        withText(kMostRow) * static_cast<double>(shownRows()));
    return {withText(kNameWidth), withText(kScaleHeight),
        viewport()->width() - withText(kNameWidth) - withText(kFigureWidth), height};
}

QRectF BarRowsChart::rowRect(std::size_t row) const {
    const QRectF area = plot();
    const double height =
        area.height() / static_cast<double>(std::max<std::size_t>(shownRows(), 1));
    return {area.left(), area.top() + height * static_cast<double>(row), area.width(), height};
}

std::vector<double> BarRowsChart::ticks() const {
    if (m_arrangement != Arrangement::logarithmic)
        return m_rows.isShare ? niceTicks(m_most, 4) : countTicks(m_most, 4);
    std::vector<double> powers;
    const double first = m_rows.isShare ? 1e-4 : 1;
    for (double power = first; powers.empty() || powers.back() < m_most; power *= 10)
        powers.push_back(power);
    return powers;
}

double BarRowsChart::xOf(double value) const {
    const QRectF area = plot();
    const double end = std::max(ticks().back(), 1e-12);
    if (m_arrangement != Arrangement::logarithmic)
        return area.left() + area.width() * value / end;
    const double begin = ticks().front() * kLogBegin;
    if (value <= begin)
        return area.left();
    return area.left() + area.width() * std::log(value / begin) / std::log(end / begin);
}

QRectF BarRowsChart::pieceRect(std::size_t row, std::size_t piece) const {
    const QRectF place = rowRect(row);
    const BarRow& bar = m_rows.rows[row];
    const double top = place.top() + place.height() * (1 - kBarShare) / 2;
    const double height = place.height() * kBarShare;
    if (!isStacked()) {
        const double each = height / static_cast<double>(bar.pieces.size());
        return {place.left(), top + each * static_cast<double>(piece),
            xOf(bar.pieces[piece].value) - place.left(), std::max(each - 1, 1.0)};
    }
    const double scale = m_arrangement == Arrangement::filled ? 1 / std::max(sumOf(bar), 1e-12) : 1;
    double before = 0;
    for (std::size_t i = 0; i < piece; ++i)
        before += bar.pieces[i].value * scale;
    const double left = xOf(before);
    return {left, top, xOf(before + bar.pieces[piece].value * scale) - left, height};
}

QString BarRowsChart::textOf(double value) const {
    return m_rows.isShare ? displayShare(value) : displayCount(static_cast<std::uint64_t>(value));
}

QString BarRowsChart::tickText(double value) const {
    if (m_rows.isShare || m_arrangement == Arrangement::filled)
        return displayTick(value);
    return displayNumber(value);
}

void BarRowsChart::drawScale(QPainter& painter) const {
    const QRectF area = plot();
    painter.setFont(fontOf(metrics::kNote));
    for (const double tick : ticks()) {
        const double x = xOf(tick);
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(theme().quiet);
        painter.drawText(QRectF(x - 40, 0, 80, withText(kScaleHeight) - 4),
            Qt::AlignHCenter | Qt::AlignBottom, tickText(tick));
    }
}

void BarRowsChart::drawFigure(
    QPainter& painter, std::size_t row, std::size_t piece, const QString& text) const {
    const QRectF bar = pieceRect(row, piece);
    painter.setPen(theme().text);
    painter.drawText(QRectF(bar.right() + 6, bar.top(), withText(kFigureWidth) + 40, bar.height()),
        Qt::AlignLeft | Qt::AlignVCenter, text);
}

void BarRowsChart::drawRow(QPainter& painter, std::size_t row) const {
    const BarRow& bar = m_rows.rows[row];
    const QRectF place = rowRect(row);
    const QRectF name(0, place.top(), withText(kNameWidth) - 10, place.height());
    const bool hasNote = !bar.note.isEmpty();
    painter.setFont(fontOf(metrics::kText, true));
    painter.setPen(theme().text);
    const Qt::Alignment side = Qt::AlignRight | (hasNote ? Qt::AlignBottom : Qt::AlignVCenter);
    painter.drawText(hasNote ? name.adjusted(0, 0, 0, -name.height() / 2 + 3) : name, int(side),
        painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, int(name.width())));
    painter.setFont(fontOf(metrics::kNote - 1));
    painter.setPen(theme().quiet);
    painter.drawText(name.adjusted(0, name.height() / 2 + 2, 0, 0), Qt::AlignRight | Qt::AlignTop,
        painter.fontMetrics().elidedText(bar.note, Qt::ElideRight, int(name.width())));
    painter.setFont(fontOf(metrics::kNote));
    for (std::size_t i = 0; i < bar.pieces.size(); ++i) {
        const QRectF piece = pieceRect(row, i);
        if (piece.width() > 0)
            painter.fillRect(piece, bar.pieces[i].colour);
        const bool isThickEnough = piece.height() >= metrics::kNote - 1;
        if (!isStacked() && isThickEnough)
            drawFigure(painter, row, i, textOf(bar.pieces[i].value));
    }
    if (m_arrangement == Arrangement::stacked && !bar.pieces.empty())
        drawFigure(painter, row, bar.pieces.size() - 1, textOf(sumOf(bar)));
}

void BarRowsChart::drawForeground(QPainter* painter, const QRectF& rect) {
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (!m_rows.rows.empty())
        drawScale(*painter);
    for (std::size_t row = 0; row < shownRows(); ++row)
        drawRow(*painter, row);
    painter->setRenderHint(QPainter::Antialiasing, true);
    ChartWidget::drawForeground(painter, rect);
}

/// A click on a piece chooses the piece, elsewhere in a row the row; a drag chooses rows.
std::vector<Term> BarRowsChart::termsIn(const QRectF& area) const {
    std::vector<Term> terms;
    for (std::size_t row = 0; row < shownRows(); ++row) {
        const QRectF whole(0, rowRect(row).top(), viewport()->width(), rowRect(row).height());
        if (area.height() > 0) {
            if (whole.intersects(area))
                terms.insert(
                    terms.end(), m_rows.rows[row].terms.begin(), m_rows.rows[row].terms.end());
            continue;
        }
        if (!whole.contains(area.topLeft()))
            continue;
        for (std::size_t piece = 0; piece < m_rows.rows[row].pieces.size(); ++piece) {
            const BarPiece& each = m_rows.rows[row].pieces[piece];
            if (pieceRect(row, piece).contains(area.topLeft()) && !each.terms.empty())
                return each.terms;
        }
        return m_rows.rows[row].terms;
    }
    return terms;
}

/// Of each row its name, which stands for the whole of it, then what can be chosen of its pieces.
std::vector<QRectF> BarRowsChart::spots() const {
    std::vector<QRectF> spots;
    for (std::size_t row = 0; row < shownRows(); ++row) {
        spots.emplace_back(0, rowRect(row).top(), withText(kNameWidth) - 4, rowRect(row).height());
        for (std::size_t piece = 0; piece < m_rows.rows[row].pieces.size(); ++piece) {
            const QRectF place = pieceRect(row, piece);
            if (!m_rows.rows[row].pieces[piece].terms.empty() && place.width() > 1)
                spots.push_back(place);
        }
    }
    return spots;
}

QString BarRowsChart::textAt(const QPointF& place) const {
    for (std::size_t row = 0; row < shownRows(); ++row) {
        if (place.y() < rowRect(row).top() || place.y() >= rowRect(row).bottom())
            continue;
        const BarRow& bar = m_rows.rows[row];
        QString text = bar.name + (bar.note.isEmpty() ? QString() : QStringLiteral(" ") + bar.note);
        for (const BarPiece& piece : bar.pieces) {
            if (piece.value > 0)
                text += QStringLiteral("\n%1: %2").arg(piece.name, textOf(piece.value));
        }
        return text;
    }
    return {};
}

QString BarRowsChart::description() const {
    if (m_rows.rows.empty())
        return tr("No scans");
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_rows.rows.size(), 5); ++i)
        parts << QStringLiteral("%1: %2").arg(m_rows.rows[i].name, textOf(sumOf(m_rows.rows[i])));
    return parts.join(QStringLiteral("; "));
}

std::unique_ptr<ChartWidget> BarRowsChart::copy() const {
    auto chart = std::make_unique<BarRowsChart>();
    chart->m_arrangement = m_arrangement;
    chart->show(m_make, m_numbers);
    return chart;
}

} // namespace sweepscope
