// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "style/role.h"

namespace sweepscope {

Page::Page(QWidget* parent)
    : QWidget(parent) {
    setRole(*this, "page");
}

} // namespace sweepscope
