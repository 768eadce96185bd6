// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_widths.h"

#include "style/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace sweepscope {

namespace {

int inText(int pixels) {
    return static_cast<int>(withText(pixels));
}

int widest() {
    return inText(ColumnWidths::kWidest);
}

} // namespace

ColumnWidths::ColumnWidths(QTableView& view)
    : QObject(&view)
    , m_view(view) {}

void ColumnWidths::watch(const QHeaderView& header) {
    connect(&header, &QHeaderView::sectionResized, this, &ColumnWidths::noteResized);
}

void ColumnWidths::measure(const Table* table) {
    m_isUsers = false;
    m_isFitting = true;
    // So many cells are measured within half of what the window's thread may take; Qt's own limit
    // is a thousand rows, however many columns there are.
    constexpr int kMostCells = 2'000;
    const int columns = m_view.model()->columnCount();
    m_view.horizontalHeader()->setResizeContentsPrecision(kMostCells / std::max(columns, 1));
    m_view.resizeColumnsToContents();
    m_isFitting = false;
    m_wishes.clear();
    for (int column = 0; column < columns; ++column) {
        const bool isText =
            table != nullptr &&
            table->columns()[static_cast<std::size_t>(column)].format == Format::text;
        const int wanted = m_view.columnWidth(column);
        const int width = isText ? std::min(wanted, widest()) : wanted;
        const int title = m_view.horizontalHeader()->sectionSizeHint(column);
        const int least = std::max(title, inText(kLeastText));
        m_wishes.push_back({width, isText && column > 0 ? std::min(width, least) : width});
    }
    fit();
}

void ColumnWidths::widenFirst(int width) {
    if (m_wishes.empty())
        return;
    Wish& wish = m_wishes.front();
    wish.width = std::max(wish.width, std::min(width, widest()));
    wish.least = wish.width;
    if (m_isUsers)
        m_view.setColumnWidth(0, std::max(m_view.columnWidth(0), wish.width));
    else
        fit();
}

int ColumnWidths::widthOf(std::size_t column, int mostOfTexts) const {
    const Wish& wish = m_wishes[column];
    return std::max(wish.least, std::min(wish.width, mostOfTexts));
}

int ColumnWidths::allTogether(int mostOfTexts) const {
    int sum = 0;
    for (std::size_t column = 0; column < m_wishes.size(); ++column)
        sum += m_view.isColumnHidden(static_cast<int>(column)) ? 0 : widthOf(column, mostOfTexts);
    return sum;
}

void ColumnWidths::fit() {
    if (m_isUsers || m_isFitting)
        return;
    constexpr int kStep = 4;
    const int room = m_view.viewport()->width();
    int most = widest();
    while (most > inText(kLeastText) && allTogether(most) > room)
        most -= kStep;
    if (allTogether(most) > room)
        most = widest(); // it has to be scrolled anyway
    m_isFitting = true;
    for (std::size_t column = 0; column < m_wishes.size(); ++column) {
        if (!m_view.isColumnHidden(static_cast<int>(column)))
            m_view.setColumnWidth(static_cast<int>(column), widthOf(column, most));
    }
    m_isFitting = false;
}

/// A column that is hidden or shown is resized from or to nothing.
void ColumnWidths::noteResized(int /*column*/, int before, int after) {
    m_isUsers |= !m_isFitting && before > 0 && after > 0;
}

} // namespace sweepscope
