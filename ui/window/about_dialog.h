// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace sweepscope {

/// What the program is, its version, its licence, whose data it ships, and where its files are.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    enum class Page { about, data, folders };

    explicit AboutDialog(QWidget* parent = nullptr, Page page = Page::about);
};

} // namespace sweepscope
