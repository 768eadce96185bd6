// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace sweepscope {

/// Titles of a table's columns, to be clicked for sorting and dragged to other places. A column is
/// as wide as its title: the arrow of the sorted one stands above it and takes no width, for which
/// the style would leave room beside every title.
class TableHeader : public QHeaderView {
public:
    explicit TableHeader(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int column) const override;
};

} // namespace sweepscope
