// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/table.h"

#include <QTableView>

#include <vector>

namespace sweepscope {

/// The widths of a view's columns: what stands in them. Where all together are too wide for the
/// view, texts give way, the widest first, as far as they can still be read. Numbers never do, nor
/// titles, nor the first column, which says what a row is. Once the user has pulled at one, all
/// stay as they are.
class ColumnWidths : public QObject {
    Q_OBJECT

public:
    /// For any text, in pixels of texts of the usual size, and to how much one gives way.
    static constexpr int kWidest = 208;
    static constexpr int kLeastText = 96;

    explicit ColumnWidths(QTableView& view);

    /// Learns from the view's header when the user pulls at a column.
    void watch(const QHeaderView& header);

    /// Anew from what stands in the columns of `table`, which the view shows; null: from titles.
    void measure(const Table* table);

    /// The first column needs so much.
    void widenFirst(int width);

    /// The user has pulled at one since.
    [[nodiscard]] bool areUsers() const { return m_isUsers; }

    /// Makes the columns fit into the view as it is now.
    void fit();

private:
    void noteResized(int column, int before, int after);
    [[nodiscard]] int widthOf(std::size_t column, int mostOfTexts) const;
    [[nodiscard]] int allTogether(int mostOfTexts) const;

    struct Wish {
        int width = 0;
        int least = 0; ///< to which it gives way
    };

    QTableView& m_view;
    std::vector<Wish> m_wishes;
    bool m_isFitting = false;
    bool m_isUsers = false;
};

} // namespace sweepscope
