// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/capture_loader.h"

#include <utility>

namespace sweepscope {

namespace {

Result<Material> load(const std::vector<std::string>& paths, const ReadOptions& options,
    const Databases& databases, Progress& progress, const std::stop_token& stop) {
    Result<IndexedCaptures> captures = indexCaptures(paths, options, progress, stop);
    if (!captures.ok())
        return captures.error();
    return makeMaterial(std::move(captures).value(), *databases, options.telescope);
}

} // namespace

void CaptureLoader::start(
    std::vector<std::string> paths, ReadOptions options, Databases databases, Done done) {
    auto progress = std::make_shared<Progress>();
    m_progress = progress;
    // Assigning asks the thread before to stop and waits for it: a few milliseconds.
    m_thread = std::jthread([=, done = std::move(done)](const std::stop_token& stop) {
        done(load(paths, options, databases, *progress, stop));
    });
}

void CaptureLoader::lookUpAgain(Material material, Databases databases, Done done) {
    m_thread = std::jthread([=, done = std::move(done)](const std::stop_token&) {
        Material again = material;
        again.origins = lookUpOrigins(*material.index, *databases);
        done(again);
    });
}

void CaptureLoader::stop() {
    m_thread.request_stop();
}

} // namespace sweepscope
