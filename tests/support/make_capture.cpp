// SPDX-License-Identifier: GPL-3.0-or-later
// Turns packet script (support/packet_script.h) into a capture, for the tests of the command line;
// or writes a small capture of each format and packing into a folder.
#include "support/packet_script.h"
#include "support/small_captures.h"
#include "support/test_files.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

using namespace sweepscope::tests;

namespace {

constexpr const char* kUsage =
    "make_capture [--big-endian] [--nanoseconds] [--gzip] [--link NUMBER] SCRIPT CAPTURE\n"
    "make_capture --each FOLDER\n";

struct Options {
    PcapStyle style;
    bool isPacked = false;
    std::string script;
    std::string capture;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--big-endian")
            options.style.bigEndian = true;
        else if (word == "--nanoseconds")
            options.style.nanoseconds = true;
        else if (word == "--gzip")
            options.isPacked = true;
        else if (word == "--link" && i + 1 < argc)
            options.style.link = {static_cast<std::uint32_t>(std::stoul(argv[++i]))};
        else
            (options.script.empty() ? options.script : options.capture) = word;
    }
    return options;
}

bool writeAll(const std::string& path, const Bytes& content) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr)
        return false;
    const bool isWhole = std::fwrite(content.data(), 1, content.size(), file) == content.size();
    return std::fclose(file) == 0 && isWhole;
}

bool writeEach(const std::string& folder) {
    return std::all_of(smallCaptures().begin(), smallCaptures().end(),
        [&](const SmallCapture& each) { return writeAll(folder + "/" + each.name, each.content); });
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc == 3 && std::string(argv[1]) == "--each")
            return writeEach(argv[2]) ? 0 : 2;
        const Options options = parse(argc, argv);
        if (options.capture.empty()) {
            std::fputs(kUsage, stderr);
            return 1;
        }
        const Bytes file = pcapFile(packetScript(readText(options.script)), options.style);
        return writeAll(options.capture, options.isPacked ? gzipped(file) : file) ? 0 : 2;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "make_capture: %s\n", problem.what());
        return 2;
    }
}
