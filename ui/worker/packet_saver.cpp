// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/packet_saver.h"

#include "format/display_sentence.h"

#include <utility>

namespace sweepscope {

namespace {

/// The packets as the captures were read for the snapshot: with its telescope, filter and tunnels.
Result<ExtractReport> copyPackets(const Snapshot& snapshot, const PacketChoice& choice,
    const std::string& path, Progress& progress, const std::stop_token& stop) {
    const CaptureReport& captures = *snapshot.material.captures;
    ExtractOptions options;
    options.choice = choice;
    options.telescope = snapshot.material.telescopePrefixes;
    options.entersTunnels = captures.entersTunnels;
    if (captures.filter.empty()) {
        options.known = KnownTimes::of(*snapshot.material.index, captures, choice);
    } else {
        const auto filter = FrameFilter::compile(captures.filter);
        if (!filter.ok())
            return filter.error();
        options.filter = filter.value();
    }
    std::vector<std::string> paths;
    for (const FileReport& file : captures.files) {
        if (file.path == "-")
            return Error{"standard input cannot be read a second time; save it to a file"};
        if (!file.isSkipped)
            paths.push_back(file.path);
    }
    return extractPackets(paths, path, options, progress, stop);
}

} // namespace

PacketSaver::PacketSaver(QObject* parent)
    : QObject(parent) {
    constexpr int kBetweenLooks = 100;
    m_timer.setInterval(kBetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto total = static_cast<double>(m_progress->bytesTotal);
        emit progressed(total > 0 ? static_cast<double>(m_progress->bytesDone) / total : 0);
    });
}

void PacketSaver::save(
    std::shared_ptr<const Snapshot> snapshot, const PacketChoice& choice, const QString& path) {
    if (isSaving())
        return;
    auto progress = std::make_shared<Progress>();
    m_progress = progress;
    m_timer.start();
    m_thread = std::jthread([=, this, snapshot = std::move(snapshot)](const std::stop_token& stop) {
        auto result = copyPackets(*snapshot, choice, path.toStdString(), *progress, stop);
        QMetaObject::invokeMethod(
            this, [this, path, result = std::move(result)] { take(path, result); },
            Qt::QueuedConnection);
    });
}

void PacketSaver::stop() {
    m_thread.request_stop();
}

void PacketSaver::take(const QString& path, const Result<ExtractReport>& result) {
    m_timer.stop();
    if (!result.ok())
        return emit failed(displaySentence(result.error().sentence));
    const ExtractReport& report = result.value();
    if (report.isStopped)
        return emit stopped();
    QString problem;
    for (const FileReport& file : report.files) {
        if (file.isTruncated || file.isSkipped)
            problem = displaySentence(file.noteWithPath());
    }
    emit saved(path, report.frames, problem);
}

} // namespace sweepscope
