// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/progress.h"
#include "extract/extract_packets.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <thread>

namespace sweepscope {

/// Copies chosen packets of the captures of a snapshot into a capture of their own, on a thread of
/// its own, one copy at a time. The file appears whole or not at all. Lives on the window's thread;
/// signals come there.
class PacketSaver : public QObject {
    Q_OBJECT

public:
    explicit PacketSaver(QObject* parent = nullptr);

    /// Does nothing while another copy is being made.
    void save(
        std::shared_ptr<const Snapshot> snapshot, const PacketChoice& choice, const QString& path);
    /// Nothing is written then.
    void stop();

    [[nodiscard]] bool isSaving() const { return m_timer.isActive(); }

signals:
    void progressed(double share); ///< of the captures' bytes
    void saved(const QString& path, quint64 packets, const QString& problem);
    void stopped();
    void failed(const QString& message);

private:
    void take(const QString& path, const Result<ExtractReport>& result);

    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
    QTimer m_timer;
    std::jthread m_thread; // last: it uses the above
};

} // namespace sweepscope
