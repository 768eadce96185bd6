// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_header.h"

namespace sweepscope {

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicator(-1, Qt::DescendingOrder);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QSize TableHeader::sectionSizeFromContents(int column) const {
    constexpr int kPadding = 10; // on each side, as the style sheet has it, and a pixel of rounding
    const QString title = model()->headerData(column, orientation(), Qt::DisplayRole).toString();
    return {fontMetrics().horizontalAdvance(title) + 2 * kPadding,
        QHeaderView::sectionSizeFromContents(column).height()};
}

} // namespace sweepscope
