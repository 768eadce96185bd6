// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/capture_list.h"

#include "base/file_handle.h"
#include "capture/frame_source.h"
#include "capture/packing.h"
#include "capture/pcap_layout.h"
#include "capture/pcapng_layout.h"

#include <system_error>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <tuple>

namespace sweepscope {

namespace {

namespace fs = std::filesystem;

bool beginsAsCapture(const std::string& path) {
    const Result<FileHandle> file = FileHandle::openToRead(path);
    if (!file.ok() || !file.value().hasPlaces())
        return false;
    std::array<std::uint8_t, 16> front{};
    const auto got = file.value().readAt(0, front);
    if (!got.ok())
        return false;
    const ByteSpan bytes = ByteSpan(front).first(got.value());
    return looksLikePcap(bytes) || looksLikePcapng(bytes) || packingOf(bytes) != Packing::none;
}

/// Everything that can be reached; what cannot be is as if it were not there.
std::vector<std::string> filesBelow(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code problem;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, options, problem), end; !problem && at != end;
         at.increment(problem)) {
        if (at->is_regular_file(problem))
            files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

CaptureList listCaptures(const std::vector<std::string>& paths) {
    CaptureList list;
    for (const std::string& path : paths) {
        std::error_code problem;
        if (path == "-" || !fs::is_directory(path, problem)) {
            list.files.push_back(path);
            continue;
        }
        for (const std::string& file : filesBelow(path)) {
            if (beginsAsCapture(file))
                list.files.push_back(file);
            else
                ++list.ignored;
        }
    }
    return list;
}

std::optional<Timestamp> firstFrameTime(const std::string& path) {
    auto source = openCapture(path);
    if (!source.ok())
        return std::nullopt;
    std::optional<Timestamp> time;
    forEachFrame(*source.value(), [&](const Frame& frame) {
        time = frame.time;
        return false;
    });
    return time;
}

std::vector<std::string> inOrderOfTime(std::vector<std::string> files) {
    if (files.size() < 2)
        return files;
    constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
    std::vector<std::tuple<bool, std::int64_t, std::string>> keyed;
    for (std::string& file : files) {
        std::error_code problem;
        const bool isInput = file == "-" || !fs::is_regular_file(file, problem);
        const auto time = isInput ? std::nullopt : firstFrameTime(file);
        keyed.emplace_back(!isInput, time ? time->nanoseconds : kNever, std::move(file));
    }
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), files.begin(),
        [](auto& each) { return std::move(std::get<2>(each)); });
    return files;
}

} // namespace sweepscope
