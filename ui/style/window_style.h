// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace sweepscope {

/// The style below the style sheet: Fusion, with what opens the rest of a bar that is too long
/// drawn instead of read from picture files, whose readers a start of the program would wait for.
class WindowStyle : public QProxyStyle {
    Q_OBJECT

public:
    WindowStyle();

    QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace sweepscope
