// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/legend.h"

#include "style/role.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {
constexpr int kSquare = 9;
constexpr int kAfterSquare = 5;
constexpr int kBetween = 14;
constexpr int kBetweenLines = 4;

/// Of the text from the left. Without a colour the text has its sign in it.
int indentOf(const LegendEntry& entry) {
    return entry.colour.alpha() > 0 ? kSquare + kAfterSquare : 0;
}
} // namespace

Legend::Legend(QWidget* parent)
    : QWidget(parent) {
    setRole(*this, "note");
}

void Legend::setEntries(std::vector<LegendEntry> entries) {
    m_entries = std::move(entries);
    QStringList words;
    for (const LegendEntry& entry : m_entries)
        words << entry.text;
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int Legend::widthOf(const LegendEntry& entry) const {
    return indentOf(entry) + fontMetrics().horizontalAdvance(entry.text);
}

int Legend::lineHeight() const {
    return std::max(fontMetrics().height(), kSquare);
}

std::vector<QRect> Legend::places(int width) const {
    std::vector<QRect> places;
    places.reserve(m_entries.size());
    int x = 0;
    int y = 0;
    for (const LegendEntry& entry : m_entries) {
        const int wide = widthOf(entry);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += lineHeight() + kBetweenLines;
        }
        places.emplace_back(x, y, wide, lineHeight());
        x += wide + kBetween;
    }
    return places;
}

QSize Legend::sizeHint() const {
    ensurePolished();
    int width = 0;
    for (const LegendEntry& entry : m_entries)
        width += widthOf(entry) + kBetween;
    return {std::max(0, width - kBetween), lineHeight()};
}

QSize Legend::minimumSizeHint() const {
    ensurePolished();
    int width = 0;
    for (const LegendEntry& entry : m_entries)
        width = std::max(width, widthOf(entry));
    return {width, lineHeight()};
}

int Legend::heightForWidth(int width) const {
    ensurePolished();
    return isEmpty() ? lineHeight() : places(width).back().bottom() + 1;
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const std::vector<QRect> all = places(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        painter.fillRect(
            all[i].x(), all[i].center().y() - kSquare / 2, kSquare, kSquare, m_entries[i].colour);
        painter.drawText(all[i].adjusted(indentOf(m_entries[i]), 0, 2, 0),
            Qt::AlignVCenter | Qt::TextSingleLine, m_entries[i].text);
    }
}

} // namespace sweepscope
