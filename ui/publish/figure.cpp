// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/figure.h"

#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace sweepscope {

namespace {

constexpr double kMargin = 12;
constexpr double kSquare = 9; ///< of a legend entry
constexpr int kFooter = 9;

const Theme& themeOf(FigureSpec::Style style) {
    if (style == FigureSpec::Style::print)
        return Theme::print();
    return style == FigureSpec::Style::grey ? Theme::grey() : theme();
}

QString valueOf(const std::string& line) {
    return QString::fromStdString(line).section(QStringLiteral(": "), 1);
}

bool hasKey(const std::string& line, const char* key) {
    return line.rfind(std::string(key) + ": ", 0) == 0;
}

} // namespace

QString Figure::family() {
    static const QString kFamily = [] {
        const QStringList there = QFontDatabase::families();
        constexpr std::array kWanted = {
            "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Noto Sans"};
        for (const char* const name : kWanted) {
            if (there.contains(QLatin1String(name)))
                return QString(QLatin1String(name));
        }
        return QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
    }();
    return kFamily;
}

QString footerText(const std::vector<std::string>& provenance) {
    QStringList captures;
    QStringList parts;
    for (const std::string& line : provenance) {
        if (hasKey(line, "capture"))
            captures << QFileInfo(valueOf(line).section(QStringLiteral(" ("), 0, -2)).fileName();
    }
    constexpr qsizetype kNamed = 2;
    if (captures.size() > kNamed)
        parts << QStringLiteral("%1 … %2 (%3 captures)")
                     .arg(captures.first(), captures.last())
                     .arg(captures.size());
    else
        parts << captures;
    for (const char* const key :
        {"packets", "filter", "thresholds", "telescope", "geo", "program"}) {
        for (const std::string& line : provenance) {
            if (!hasKey(line, key))
                continue;
            const QString value = valueOf(line);
            parts << (qstrcmp(key, "geo") == 0
                          ? value.section(QStringLiteral(" ("), 1).remove(QLatin1Char(')'))
                          : value);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

Figure::Figure(
    const ChartWidget& chart, FigureSpec spec, const std::vector<std::string>& provenance)
    : m_spec(spec)
    , m_scope(themeOf(spec.style), family())
    , m_title(chart.accessibleName())
    , m_footer(footerText(provenance))
    , m_chart(chart.copy()) {
    m_chart->setFont(fontOf(metrics::kText));
}

Figure::~Figure() = default;

double Figure::drawHead(QPainter& painter, double width) const {
    if (!m_spec.hasTitle)
        return kMargin;
    painter.setFont(fontOf(metrics::kTitle, true));
    painter.setPen(theme().text);
    const double height = QFontMetricsF(painter.font()).height();
    const QString title = QFontMetricsF(painter.font()).elidedText(m_title, Qt::ElideRight, width);
    painter.drawText(QRectF(kMargin, kMargin, width, height), Qt::AlignLeft, title);
    return drawLegend(painter, width, kMargin + height + 4);
}

/// Entries side by side, on as many lines as they need.
double Figure::drawLegend(QPainter& painter, double width, double top) const {
    const std::vector<LegendEntry> entries = m_chart->legendEntries();
    if (entries.empty())
        return top + 4;
    painter.setFont(fontOf(metrics::kNote));
    const QFontMetricsF measure(painter.font());
    double left = kMargin;
    for (const LegendEntry& entry : entries) {
        // Without a colour the text has its sign in it.
        const bool hasSquare = entry.colour.alpha() > 0;
        const double before = hasSquare ? kSquare + 5 : 0;
        const double needed = before + measure.horizontalAdvance(entry.text) + 14;
        if (left > kMargin && left + needed > kMargin + width) {
            left = kMargin;
            top += measure.height() + 2;
        }
        painter.setPen(QPen(theme().quiet, 0.5));
        painter.setBrush(entry.colour);
        if (hasSquare)
            painter.drawRect(
                QRectF(left, top + (measure.height() - kSquare) / 2, kSquare, kSquare));
        painter.setPen(theme().text);
        painter.drawText(QPointF(left + before, top + measure.ascent()), entry.text);
        left += needed;
    }
    return top + measure.height() + 6;
}

double Figure::footerHeight(double width) const {
    if (!m_spec.hasFooter)
        return 0;
    const QFontMetricsF measure(fontOf(kFooter));
    const QRectF room(0, 0, width, 1000);
    return measure.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_footer).height() + 4;
}

void Figure::draw(QPainter& painter) const {
    const QSizeF size = m_spec.logical();
    const double width = size.width() - 2 * kMargin;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(metrics::kText));
    painter.fillRect(QRectF(QPointF(), size), theme().card);
    const double top = drawHead(painter, width);
    const double footer = footerHeight(width);
    const QRectF room(kMargin, top, width, size.height() - top - footer - kMargin);
    m_chart->resize(room.size().toSize());
    m_chart->ensurePolished();
    m_chart->grab(); // a chart that was never shown lays itself out when it is first drawn
    painter.save();
    m_chart->render(&painter, room, m_chart->rect(), Qt::IgnoreAspectRatio);
    painter.restore();
    if (footer <= 0)
        return;
    painter.setFont(fontOf(kFooter));
    painter.setPen(theme().quiet);
    painter.drawText(QRectF(kMargin, size.height() - footer - 4, width, footer),
        Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, m_footer);
}

QImage Figure::image() const {
    QImage image(m_spec.pixels(), QImage::Format_RGB32);
    image.fill(theme().card);
    QPainter painter(&image);
    painter.scale(m_spec.scale(), m_spec.scale());
    draw(painter);
    painter.end();
    constexpr double kInchesPerMetre = 1000 / 25.4;
    const int dots = qRound(m_spec.dpi * kInchesPerMetre);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    return image;
}

} // namespace sweepscope
