// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "session/saved_index.h"

#include <QObject>
#include <QString>

#include <memory>
#include <thread>

namespace sweepscope {

/// Writes sessions on a thread of its own: what it writes never changes, so nobody waits. Lives on
/// the window's thread; signals come there.
class SessionSaver : public QObject {
    Q_OBJECT

public:
    explicit SessionSaver(QObject* parent = nullptr);

    /// Saves index and question of the snapshot. `opened`: the file that the index came out of, for
    /// the hashes of its captures and the notes; null: captures, whose hashes are made now. A
    /// saving still under way is finished first.
    void save(const QString& path, std::shared_ptr<const Snapshot> snapshot,
        std::shared_ptr<const SavedIndex> opened, std::optional<double> telescopeAddresses);

    [[nodiscard]] bool isSaving() const { return m_isSaving; }

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void finish(const QString& path, const Status& status);

    bool m_isSaving = false;
    std::jthread m_thread;
};

} // namespace sweepscope
