// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/help_text.h"

#include <QTextDocument>

namespace sweepscope {

QImage HelpText::fitting(const QImage& picture) const {
    const double room = viewport()->width() - 2 * document()->documentMargin();
    const double ratio = devicePixelRatioF();
    if (picture.isNull() || room < 1 || picture.width() <= room * ratio)
        return picture;
    QImage smaller =
        picture.scaledToWidth(static_cast<int>(room * ratio), Qt::SmoothTransformation);
    smaller.setDevicePixelRatio(ratio);
    return smaller;
}

QVariant HelpText::loadResource(int type, const QUrl& name) {
    QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return resource;
    const QImage picture = resource.typeId() == QMetaType::QByteArray
                               ? QImage::fromData(resource.toByteArray())
                               : resource.value<QImage>();
    m_pictures[name] = picture;
    return fitting(picture);
}

void HelpText::resizeEvent(QResizeEvent* event) {
    for (const auto& [name, picture] : m_pictures)
        document()->addResource(QTextDocument::ImageResource, name, fitting(picture));
    if (!m_pictures.empty())
        document()->markContentsDirty(0, document()->characterCount());
    QTextBrowser::resizeEvent(event);
}

} // namespace sweepscope
