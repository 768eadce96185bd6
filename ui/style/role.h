// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>
#include <QWidget>

namespace sweepscope {

/// Tells the style sheet what a widget is: one of the roles listed there. May change at any time.
void setRole(QWidget& widget, const char* role);

/// Any property that the style sheet looks at.
void setStyled(QWidget& widget, const char* property, bool value);

/// A label in a role.
QLabel* roleLabel(const QString& text, const char* role);

} // namespace sweepscope
