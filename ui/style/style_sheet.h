// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QString>

namespace sweepscope {

/// The style sheet of the program in a theme's colours. Widgets say what they are by the dynamic
/// property "role": card, title, note, headline, chip, warning, good, effect.
QString styleSheet(const Theme& theme);

} // namespace sweepscope
