// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/window_style.h"

#include "style/theme.h"

#include <QIconEngine>
#include <QPainter>

#include <algorithm>

namespace sweepscope {

namespace {

/// Two angles that point to where the rest is, in the theme's colour of the moment.
class MoreIcon : public QIconEngine {
public:
    explicit MoreIcon(Qt::Orientation orientation)
        : m_orientation(orientation) {}

    void paint(QPainter* painter, const QRect& box, QIcon::Mode /*mode*/,
        QIcon::State /*state*/) override {
        const double step = std::min(box.width(), box.height()) / 4.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().quiet, std::max(step / 2, 1.0)));
        painter->translate(QRectF(box).center());
        if (m_orientation == Qt::Vertical)
            painter->rotate(90);
        for (const double left : {-step, step / 2})
            painter->drawPolyline(QPolygonF({{left, -step}, {left + step, 0}, {left, step}}));
        painter->restore();
    }

    [[nodiscard]] QIconEngine* clone() const override { return new MoreIcon(m_orientation); }

    /// Drawn on nothing; the base class would leave what was there before.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

private:
    Qt::Orientation m_orientation;
};

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

QIcon WindowStyle::standardIcon(
    StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    if (which == SP_ToolBarHorizontalExtensionButton)
        return QIcon(new MoreIcon(Qt::Horizontal));
    if (which == SP_ToolBarVerticalExtensionButton)
        return QIcon(new MoreIcon(Qt::Vertical));
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace sweepscope
