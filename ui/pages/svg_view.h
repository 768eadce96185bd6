// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSvgRenderer>
#include <QWidget>

#include <string>

namespace sweepscope {

/// Shows a figure of the core as large as it fits, on white as it will be printed.
class SvgView : public QWidget {
    Q_OBJECT

public:
    explicit SvgView(QWidget* parent = nullptr);

    /// An empty text shows nothing.
    void setSvg(const std::string& svg, const QString& description);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSvgRenderer m_renderer;
};

} // namespace sweepscope
