// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace sweepscope {

/// Captures opened lately, newest first; built anew whenever it is shown.
class RecentMenu : public QMenu {
    Q_OBJECT

public:
    explicit RecentMenu(QWidget* parent = nullptr);

signals:
    void chosen(const QString& path);

private:
    void build();
};

} // namespace sweepscope
