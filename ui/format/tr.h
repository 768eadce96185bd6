// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sweepscope {

/// tr() for functions outside of a class. Its context is the name of the namespace, under which
/// lupdate collects such texts; classes have their own, which hides this one.
inline QString tr(const char* text, const char* remark = nullptr, int plural = -1) {
    return QCoreApplication::translate("sweepscope", text, remark, plural);
}

} // namespace sweepscope
