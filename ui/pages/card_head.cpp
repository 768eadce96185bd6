// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/card_head.h"

#include "style/theme.h"

#include <QWidget>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr int kGap = metrics::kGrid;

/// In the middle of a line's height.
void put(QLayoutItem& item, const QRect& line, int x, int width) {
    const int height = std::min(item.sizeHint().height(), line.height());
    item.setGeometry({x, line.y() + (line.height() - height) / 2, width, height});
}

} // namespace

CardHead::CardHead(QWidget* title, QWidget* legend) {
    setContentsMargins(0, 0, 0, 0);
    addWidget(title);
    addWidget(legend);
}

CardHead::~CardHead() = default;

void CardHead::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* CardHead::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* CardHead::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* const item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

std::vector<QLayoutItem*> CardHead::controls() const {
    std::vector<QLayoutItem*> shown;
    for (std::size_t i = firstControl; i < m_items.size(); ++i) {
        if (!m_items[i]->isEmpty())
            shown.push_back(m_items[i].get());
    }
    return shown;
}

bool CardHead::hasLegend() const {
    return !m_items[legendPlace]->isEmpty() && m_items[legendPlace]->sizeHint().width() > 0;
}

int CardHead::widthOfControls() const {
    int width = 0;
    for (const QLayoutItem* const control : controls())
        width += kGap + control->sizeHint().width();
    return width;
}

QSize CardHead::sizeHint() const {
    int height = m_items[titlePlace]->sizeHint().height();
    for (const QLayoutItem* const control : controls())
        height = std::max(height, control->sizeHint().height());
    return {m_items[titlePlace]->sizeHint().width() + widthOfControls(), height};
}

QSize CardHead::minimumSize() const {
    const auto shown = controls();
    int width = m_items[titlePlace]->minimumSize().width();
    if (!shown.empty())
        width += kGap + shown.back()->sizeHint().width();
    for (const QLayoutItem* const control : shown)
        width = std::max(width, control->sizeHint().width());
    if (hasLegend())
        width = std::max(width, m_items[legendPlace]->minimumSize().width());
    return {width, sizeHint().height()};
}

int CardHead::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

void CardHead::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    arrange(area, true);
}

int CardHead::arrange(const QRect& area, bool isMoving) const {
    const bool isInLine = sizeHint().width() <= area.width();
    return isInLine ? arrangeInLine(area, isMoving) : arrangeInLines(area, isMoving);
}

int CardHead::arrangeInLine(const QRect& area, bool isMoving) const {
    const QRect line(area.x(), area.y(), area.width(), sizeHint().height());
    const int titleWidth = m_items[titlePlace]->sizeHint().width();
    const int controlsAt = line.x() + line.width() - widthOfControls();
    const int legendWidth = m_items[legendPlace]->sizeHint().width();
    const int free = controlsAt - line.x() - titleWidth - kGap;
    const bool isLegendInLine = hasLegend() && !m_isLegendBelow && legendWidth <= free;
    if (isMoving) {
        put(*m_items[titlePlace], line, line.x(), titleWidth);
        int x = controlsAt + kGap;
        for (QLayoutItem* const control : controls()) {
            put(*control, line, x, control->sizeHint().width());
            x += control->sizeHint().width() + kGap;
        }
        if (isLegendInLine)
            put(*m_items[legendPlace], line, controlsAt - legendWidth, legendWidth);
    }
    if (!hasLegend() || isLegendInLine)
        return line.height();
    const int height = m_items[legendPlace]->heightForWidth(line.width());
    if (isMoving)
        m_items[legendPlace]->setGeometry(
            {line.x(), line.bottom() + 1 + kGap, line.width(), height});
    return line.height() + kGap + height;
}

int CardHead::arrangeInLines(const QRect& area, bool isMoving) const {
    auto shown = controls();
    QRect line(area.x(), area.y(), area.width(), sizeHint().height());
    int titleWidth = line.width();
    if (!shown.empty()) {
        const int width = shown.back()->sizeHint().width();
        titleWidth -= width + kGap;
        if (isMoving)
            put(*shown.back(), line, line.x() + line.width() - width, width);
        shown.pop_back();
    }
    if (isMoving)
        put(*m_items[titlePlace], line, line.x(),
            std::min(titleWidth, m_items[titlePlace]->sizeHint().width()));
    int x = line.x() + line.width(); // the first line is full
    for (QLayoutItem* const control : shown) {
        const int width = control->sizeHint().width();
        if (x + width > line.x() + line.width()) {
            x = line.x();
            line.translate(0, line.height() + kGap);
        }
        if (isMoving)
            put(*control, line, x, width);
        x += width + kGap;
    }
    int height = line.y() + line.height() - area.y();
    if (hasLegend()) {
        const int legendHeight = m_items[legendPlace]->heightForWidth(area.width());
        if (isMoving)
            m_items[legendPlace]->setGeometry(
                {area.x(), area.y() + height + kGap, area.width(), legendHeight});
        height += kGap + legendHeight;
    }
    return height;
}

} // namespace sweepscope
