// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/capture_libraries.h"

#include <bzlib.h>
#include <lz4.h>
#include <lzma.h>
#include <pcap/pcap.h>
#include <zlib.h>
#include <zstd.h>

#include <string_view>

namespace sweepscope {

namespace {

/// "1.10.3" of "libpcap version 1.10.3 (with TPACKET_V3)", and "1.0.8" of "1.0.8, 13-Jul-2019".
std::string numberIn(std::string_view text) {
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos)
        return std::string(text);
    const std::size_t end = text.find_first_of(" ,", begin);
    return std::string(text.substr(begin, end == std::string_view::npos ? end : end - begin));
}

} // namespace

std::vector<LibraryVersion> captureLibraries() {
    return {{"libpcap", numberIn(pcap_lib_version())}, {"zlib", zlibVersion()},
        {"zstd", ZSTD_versionString()}, {"lz4", LZ4_versionString()},
        {"liblzma", lzma_version_string()}, {"bzip2", numberIn(BZ2_bzlibVersion())}};
}

} // namespace sweepscope
