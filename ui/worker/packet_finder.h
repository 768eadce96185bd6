// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/read_packets_of.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <thread>

namespace sweepscope {

/// Reads the packets of a source again on a thread of its own, one search at a time; a new search
/// ends the one before, whose result is dropped. Lives on the window's thread; signals come there.
class PacketFinder : public QObject {
    Q_OBJECT

public:
    explicit PacketFinder(QObject* parent = nullptr);

    void find(std::shared_ptr<const CaptureReport> captures, const PrefixSet& telescope,
        const WantedPackets& choice, const PacketLimits& limits);

    /// What was found until then comes as usual.
    void stop();
    /// Nothing comes any more.
    void drop();

    [[nodiscard]] bool isSearching() const { return m_timer.isActive(); }

signals:
    void progressed(double share); ///< of the captures' bytes
    void found(std::shared_ptr<const sweepscope::FoundPackets> packets);
    void failed(const QString& message);

private:
    void take(unsigned generation, const Result<FoundPackets>& result);

    unsigned m_generation = 0; ///< of the search that counts
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
    QTimer m_timer;
    std::jthread m_thread; // last: it uses the above
};

} // namespace sweepscope
