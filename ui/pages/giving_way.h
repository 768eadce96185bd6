// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

namespace sweepscope {

/// The table takes what its page's charts leave, but for its titles and three rows; else what it
/// would like to have is taken from them, and they are cut.
inline void letGiveWay(QWidget& table) {
    table.setMinimumHeight(4 * metrics::kRow);
    table.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
}

} // namespace sweepscope
