// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scans/own_profiles.h"

#include <QToolButton>

namespace sweepscope {

/// The user's own profiles, kept in a file, with a button that saves the present thresholds as one
/// and deletes it. Without a file nothing is kept.
class OwnProfileMenu : public QToolButton {
    Q_OBJECT

public:
    explicit OwnProfileMenu(QWidget* parent = nullptr);

    /// Reads the file, where it is there. A bad one is said, and never written over.
    void setFile(const QString& path);

    [[nodiscard]] const std::vector<OwnProfile>& profiles() const { return m_profiles; }

    /// Null where there is none of the name.
    [[nodiscard]] const OwnProfile* find(const QString& name) const;

    /// What saving and deleting are about.
    void setPresent(const QString& profile, const Thresholds& thresholds);

    /// Under a name made of the title; a profile of the same name is replaced. False where it could
    /// not be written, which is said.
    bool save(const QString& title, const QString& origin);
    bool remove(const QString& name);

signals:
    void changed();                  ///< the profiles are others
    void saved(const QString& name); ///< and this is a new one
    void failed(const QString& problem);

private:
    void askForProfile();
    bool keep(std::vector<OwnProfile> profiles);

    QString m_path;
    bool m_isBad = false; ///< the file could not be read
    std::vector<OwnProfile> m_profiles;
    QString m_present;
    Thresholds m_thresholds;
    QAction* m_save;
    QAction* m_delete;
};

} // namespace sweepscope
