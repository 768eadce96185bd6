// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/display_zone.h"
#include "style/theme.h"

#include <QByteArray>
#include <QStringList>

namespace sweepscope {

/// What the program remembers between runs, in a file that a person can read (INI). Every value
/// read back is checked; what makes no sense is as if it were not there.
class Settings {
public:
    /// Once, before anything else: names that decide where the file is.
    static void setUp();
    static void forgetAll();
    static QString fileName();

    static QByteArray geometry();
    static QByteArray windowState();
    static void setWindow(const QByteArray& geometry, const QByteArray& state);

    static QStringList recentFiles(); ///< newest first, at most ten
    static void addRecentFile(const QString& path);
    static void clearRecentFiles();

    static Look look();
    static void setLook(Look look);

    static int textSize(); ///< in per cent of the usual
    static void setTextSize(int percent);

    static DisplayZone zone();
    static void setZone(DisplayZone zone);

    static QString language(); ///< ISO 639 code; empty: the desktop's
    static void setLanguage(const QString& code);

    static QStringList geoDatabases(); ///< chosen by the user; empty: the shipped one
    static void setGeoDatabases(const QStringList& paths);

    static std::uint64_t memoryCeiling(); ///< bytes that reading may take; 0: any
    static void setMemoryCeiling(std::uint64_t bytes);

    static QString ownEvents(); ///< path of the user's list; empty: none
    static void setOwnEvents(const QString& path);

    static QString rulesFile(); ///< of the user's own rules; empty: none
    static void setRulesFile(const QString& path);

    static QString profilesFile(); ///< where the user's own profiles are kept

    static QStringList scannerLists(); ///< of known scanners, besides the shipped one
    static void setScannerLists(const QStringList& paths);

    static QString lastFolder();
    static void setLastFolder(const QString& path);
};

} // namespace sweepscope
