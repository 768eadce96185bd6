// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/role.h"

#include <QStyle>
#include <QVariant>

namespace sweepscope {

namespace {

/// What was not polished before is polished when it is first shown, with this.
void setAndPolish(QWidget& widget, const char* property, const QVariant& value) {
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    if (!widget.testAttribute(Qt::WA_WState_Polished))
        return;
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

void setRole(QWidget& widget, const char* role) {
    setAndPolish(widget, "role", QString::fromLatin1(role));
}

void setStyled(QWidget& widget, const char* property, bool value) {
    setAndPolish(widget, property, value);
}

QLabel* roleLabel(const QString& text, const char* role) {
    auto* const label = new QLabel(text);
    setRole(*label, role);
    return label;
}

} // namespace sweepscope
