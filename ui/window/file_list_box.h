// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QListWidget>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace sweepscope {

/// Files of the user's own, to be added and removed. Only those that can be read enter; others
/// leave a message with line and reason.
class FileListBox : public QWidget {
    Q_OBJECT

public:
    struct Kind {
        QString name;   ///< for those who hear it
        QString note;   ///< what files these are
        QString filter; ///< of the file dialog
        int most;       ///< a file more takes the place of the last
        std::function<Status(const std::string& path)> read;
    };

    FileListBox(Kind kind, const QStringList& paths, QWidget* parent = nullptr);

    [[nodiscard]] QStringList paths() const;

    void tryFile(const QString& path);

signals:
    void problemFound(const QString& problem); ///< empty: with the last file there was none

private:
    void addFiles();

    Kind m_kind;
    QListWidget* m_list;
};

} // namespace sweepscope
