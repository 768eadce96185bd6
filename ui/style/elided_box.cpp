// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/elided_box.h"

#include <QStylePainter>

namespace sweepscope {

QString ElidedBox::shownText() const {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    constexpr int kBeside = 2; // that the style leaves free
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    return fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, room.width() - kBeside);
}

void ElidedBox::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = shownText();
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace sweepscope
