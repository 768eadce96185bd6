// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "session/saved_index.h"
#include "worker/capture_loader.h"

#include <QObject>
#include <QString>

#include <memory>
#include <thread>

namespace sweepscope {

/// Index and question of a snapshot, and what belongs to them.
struct SessionToSave {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const SavedIndex> opened; ///< that the index came out of, for the hashes of its
                                              ///< captures; null: captures, which are hashed now
    std::optional<double> telescopeAddresses;
    UserNotes notes;
    QString keyFile;     ///< by whose key other addresses are written; empty: the real ones are
    Databases databases; ///< that its sources were looked up in; null: no report is kept
};

/// Writes sessions on a thread of its own: what it writes never changes, so nobody waits. Lives on
/// the window's thread; signals come there.
class SessionSaver : public QObject {
    Q_OBJECT

public:
    explicit SessionSaver(QObject* parent = nullptr);

    /// A saving still under way is finished first.
    void save(const QString& path, SessionToSave session);

    [[nodiscard]] bool isSaving() const { return m_isSaving; }

signals:
    void saved(const QString& path);
    void savedAnonymised(const QString& path);
    void failed(const QString& message);

private:
    void finish(const QString& path, bool isAnonymised, const Status& status);

    bool m_isSaving = false;
    std::jthread m_thread;
};

} // namespace sweepscope
