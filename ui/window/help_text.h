// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTextBrowser>

#include <map>

namespace sweepscope {

/// A text whose pictures are never wider than it.
class HelpText : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QImage fitting(const QImage& picture) const;

    std::map<QUrl, QImage> m_pictures; ///< as they are in their files
};

} // namespace sweepscope
