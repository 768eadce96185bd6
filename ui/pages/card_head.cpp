// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/card_head.h"

#include "style/theme.h"

#include <QWidget>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr int kGap = metrics::kGrid;

/// In the middle of a line's height.
QRect placeIn(const QRect& line, const QLayoutItem& item, int x, int width) {
    const int height = std::min(item.sizeHint().height(), line.height());
    return {x, line.y() + (line.height() - height) / 2, width, height};
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
    return arranged({0, 0, width, 0}).height;
}

void CardHead::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    for (const PlacedItem& each : arranged(area).items)
        each.item->setGeometry(each.place);
}

CardHead::Arrangement CardHead::arranged(const QRect& area) const {
    return sizeHint().width() <= area.width() ? inLine(area) : inLines(area);
}

CardHead::Arrangement CardHead::inLine(const QRect& area) const {
    const QRect line(area.x(), area.y(), area.width(), sizeHint().height());
    QLayoutItem* const title = m_items[titlePlace].get();
    QLayoutItem* const legend = m_items[legendPlace].get();
    const int titleWidth = title->sizeHint().width();
    const int controlsAt = line.x() + line.width() - widthOfControls();
    Arrangement arrangement{{{title, placeIn(line, *title, line.x(), titleWidth)}}, line.height()};
    int x = controlsAt + kGap;
    for (QLayoutItem* const control : controls()) {
        const int width = control->sizeHint().width();
        arrangement.items.push_back({control, placeIn(line, *control, x, width)});
        x += width + kGap;
    }
    const int legendWidth = legend->sizeHint().width();
    const int free = controlsAt - line.x() - titleWidth - kGap;
    if (!m_isLegendBelow && legendWidth <= free && hasLegend())
        arrangement.items.push_back(
            {legend, placeIn(line, *legend, controlsAt - legendWidth, legendWidth)});
    else
        addLegendBelow(arrangement, area);
    return arrangement;
}

CardHead::Arrangement CardHead::inLines(const QRect& area) const {
    Arrangement arrangement;
    auto shown = controls();
    QRect line(area.x(), area.y(), area.width(), sizeHint().height());
    QLayoutItem* const title = m_items[titlePlace].get();
    int titleWidth = line.width();
    if (!shown.empty()) {
        const int width = shown.back()->sizeHint().width();
        titleWidth -= width + kGap;
        const int x = line.x() + line.width() - width;
        arrangement.items.push_back({shown.back(), placeIn(line, *shown.back(), x, width)});
        shown.pop_back();
    }
    titleWidth = std::min(titleWidth, title->sizeHint().width());
    arrangement.items.push_back({title, placeIn(line, *title, line.x(), titleWidth)});
    int x = line.x() + line.width(); // the first line is full
    for (QLayoutItem* const control : shown) {
        const int width = control->sizeHint().width();
        if (x + width > line.x() + line.width()) {
            x = line.x();
            line.translate(0, line.height() + kGap);
        }
        arrangement.items.push_back({control, placeIn(line, *control, x, width)});
        x += width + kGap;
    }
    arrangement.height = line.y() + line.height() - area.y();
    addLegendBelow(arrangement, area);
    return arrangement;
}

void CardHead::addLegendBelow(Arrangement& arrangement, const QRect& area) const {
    if (!hasLegend())
        return;
    QLayoutItem* const legend = m_items[legendPlace].get();
    const int height = legend->heightForWidth(area.width());
    const int y = area.y() + arrangement.height + kGap;
    arrangement.items.push_back({legend, {area.x(), y, area.width(), height}});
    arrangement.height += kGap + height;
}

} // namespace sweepscope
