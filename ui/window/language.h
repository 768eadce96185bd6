// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QWidget>

namespace sweepscope {

/// Brings the program's texts and Qt's own into a language, before the first window is made.
/// `code`: "en" or "de"; empty follows the desktop. Numbers follow too, where the language chosen
/// is not the desktop's. What has no translation stays English.
void installLanguage(QCoreApplication& application, const QString& code);

/// Tells a widget and all in it that texts, or how times are shown, are others now.
void retranslate(QWidget& widget);

} // namespace sweepscope
