// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/svg_view.h"

#include <QPainter>

namespace sweepscope {

SvgView::SvgView(QWidget* parent)
    : QWidget(parent) {
    constexpr int kLeastHeight = 220;
    setMinimumHeight(kLeastHeight);
}

void SvgView::setSvg(const std::string& svg, const QString& description) {
    m_renderer.load(QByteArray::fromStdString(svg));
    setAccessibleName(description);
    update();
}

void SvgView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    constexpr double kCorner = 4;
    painter.drawRoundedRect(rect(), kCorner, kCorner);
    if (!m_renderer.isValid() || m_renderer.viewBoxF().isEmpty())
        return;
    constexpr int kMargin = 8;
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QSizeF size = m_renderer.viewBoxF().size().scaled(room.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(0, 0), size);
    place.moveCenter(room.center());
    m_renderer.render(&painter, place);
}

} // namespace sweepscope
