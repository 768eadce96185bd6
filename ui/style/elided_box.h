// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace sweepscope {

/// A choice whose text gives way in its middle: begin and end stay, where Qt cuts the end off.
class ElidedBox : public QComboBox {
public:
    using QComboBox::QComboBox;

    /// The current text as there is room for it.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sweepscope
