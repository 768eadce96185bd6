// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"

#include <QWidget>

#include <vector>

namespace sweepscope {

/// The legend of a chart: a square of colour and a word each, in as many lines as they need. No
/// entry is ever cut.
class Legend : public QWidget {
    Q_OBJECT

public:
    explicit Legend(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

    /// All in one line.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthOf(const LegendEntry& entry) const;
    [[nodiscard]] int lineHeight() const;
    /// Of each entry.
    [[nodiscard]] std::vector<QRect> places(int width) const;

    std::vector<LegendEntry> m_entries;
};

} // namespace sweepscope
