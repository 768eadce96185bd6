// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capture_loader.h"

#include <utility>

namespace sweepscope {

namespace {

Material unfinished(
    IndexedCaptures captures, const GeoDatabases& databases, const PrefixSet& telescope) {
    auto origins = lookUpOrigins(*captures.index, databases);
    return {std::move(captures.index), std::move(origins),
        std::make_shared<const CaptureReport>(std::move(captures.report)), telescope, nullptr};
}

/// An index was read with a telescope of its own, which counts.
Result<Loaded> openIndex(const std::vector<std::string>& files, const LookUps& lookUps) {
    Result<SavedIndex> saved = loadIndex(files, 0);
    if (!saved.ok())
        return saved.error();
    auto opened = std::make_shared<SavedIndex>(std::move(saved).value());
    Material material = materialOf(*opened, *lookUps.databases, *lookUps.knownScanners());
    opened->captures = {}; // the material has them
    return Loaded{std::move(material), std::move(opened)};
}

Result<Loaded> load(const std::vector<std::string>& paths, const ReadOptions& options,
    const LookUps& lookUps, Progress& progress, const std::stop_token& stop,
    const LiveReading& live) {
    if (const auto files = indexFilesAmong(paths))
        return openIndex(*files, lookUps);
    Result<IndexedCaptures> captures = indexCaptures(paths, options, progress, stop, &live);
    if (!captures.ok())
        return captures.error();
    return Loaded{makeMaterial(std::move(captures).value(), *lookUps.databases, options.telescope,
                      *lookUps.knownScanners()),
        nullptr};
}

} // namespace

void CaptureLoader::start(std::vector<std::string> paths, ReadOptions options, LookUps lookUps,
    std::shared_ptr<SnapshotPace> pace, Grown grown, Done done) {
    auto progress = std::make_shared<Progress>();
    m_progress = progress;
    // Assigning asks the thread before to stop and waits for it: a few milliseconds.
    m_thread = std::jthread([=, paths = std::move(paths), pace = std::move(pace),
                                done = std::move(done)](const std::stop_token& stop) {
        const LiveReading live{
            [&](IndexedCaptures captures) {
                grown(unfinished(std::move(captures), *lookUps.databases, options.telescope));
            },
            pace};
        done(load(paths, options, lookUps, *progress, stop, live));
    });
}

void CaptureLoader::lookUpAgain(Loaded loaded, LookUps lookUps, Done done) {
    m_thread = std::jthread([loaded = std::move(loaded), lookUps = std::move(lookUps),
                                done = std::move(done)](const std::stop_token&) {
        Loaded again = loaded;
        if (loaded.opened == nullptr || loaded.opened->origins == nullptr)
            again.material.origins = lookUpOrigins(*loaded.material.index, *lookUps.databases);
        again.material.labels = labelSources(*loaded.material.index, *lookUps.knownScanners());
        done(again);
    });
}

void CaptureLoader::stop() {
    m_thread.request_stop();
}

} // namespace sweepscope
