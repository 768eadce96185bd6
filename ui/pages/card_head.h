// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace sweepscope {

/// The head of a card: title on the left, controls on the right, the legend between them where it
/// fits, else below. With too little room for one line the last control stays beside the title,
/// which may be elided, and the others go into lines of their own: a head never asks for more width
/// than its widest part.
class CardHead : public QLayout {
    Q_OBJECT

public:
    CardHead(QWidget* title, QWidget* legend);
    ~CardHead() override;

    void addControl(QWidget* control) { addWidget(control); }

    /// The legend never stands in the first line.
    void setLegendBelow() { m_isLegendBelow = true; }

    void addItem(QLayoutItem* item) override;

    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }

    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& area) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }

private:
    enum Place : std::size_t { titlePlace, legendPlace, firstControl };

    struct PlacedItem {
        QLayoutItem* item;
        QRect place;
    };

    struct Arrangement {
        std::vector<PlacedItem> items;
        int height = 0; ///< of all
    };

    [[nodiscard]] std::vector<QLayoutItem*> controls() const; ///< that are in sight
    [[nodiscard]] bool hasLegend() const;
    [[nodiscard]] int widthOfControls() const;
    [[nodiscard]] Arrangement arranged(const QRect& area) const;
    [[nodiscard]] Arrangement inLine(const QRect& area) const;
    [[nodiscard]] Arrangement inLines(const QRect& area) const;
    void addLegendBelow(Arrangement& arrangement, const QRect& area) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    bool m_isLegendBelow = false;
};

} // namespace sweepscope
