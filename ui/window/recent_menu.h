// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QMenu>
#include <QStringList>

namespace sweepscope {

/// Captures opened lately, newest first; built anew whenever it is shown. Which of them are missing
/// is looked up on another thread, since a network place may keep one waiting; those are greyed
/// then.
class RecentMenu : public QMenu {
    Q_OBJECT

public:
    explicit RecentMenu(QWidget* parent = nullptr);

signals:
    void chosen(const QString& path);

private:
    void build();
    void greyMissing();

    QFutureWatcher<QStringList> m_missing;
};

} // namespace sweepscope
