// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/packet_finder.h"

#include "format/display_sentence.h"

#include <utility>

namespace sweepscope {

PacketFinder::PacketFinder(QObject* parent)
    : QObject(parent) {
    constexpr int kBetweenLooks = 100;
    m_timer.setInterval(kBetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto total = static_cast<double>(m_progress->bytesTotal);
        emit progressed(total > 0 ? static_cast<double>(m_progress->bytesDone) / total : 0);
    });
}

void PacketFinder::find(std::shared_ptr<const CaptureReport> captures, const PrefixSet& telescope,
    const WantedPackets& choice, const PacketLimits& limits) {
    const unsigned generation = ++m_generation;
    auto progress = std::make_shared<Progress>();
    m_progress = progress;
    m_timer.start();
    // Assigning asks the thread before to stop and waits for it: a few milliseconds.
    m_thread = std::jthread([=, this, captures = std::move(captures)](const std::stop_token& stop) {
        auto result = readPacketsOf(*captures, telescope, choice, limits, *progress, stop);
        QMetaObject::invokeMethod(
            this, [this, generation, result = std::move(result)] { take(generation, result); },
            Qt::QueuedConnection);
    });
}

void PacketFinder::stop() {
    m_thread.request_stop();
}

void PacketFinder::drop() {
    ++m_generation;
    m_timer.stop();
    m_thread.request_stop();
}

void PacketFinder::take(unsigned generation, const Result<FoundPackets>& result) {
    if (generation != m_generation)
        return;
    m_timer.stop();
    if (result.ok())
        emit found(std::make_shared<const FoundPackets>(result.value()));
    else
        emit failed(displaySentence(result.error().sentence));
}

} // namespace sweepscope
