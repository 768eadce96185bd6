// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis is measured against: the least that others do with a capture.
//
//     bare_loops libpcap FILE   pcap_loop with a callback that counts
//     bare_loops records FILE   the file mapped, and its record headers walked
//
// Prints how many packets there were, so that a loop which stops early is noticed.
#include <fcntl.h>
#include <fmt/format.h>
#include <pcap/pcap.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <optional>
#include <string>

namespace {

void countPacket(u_char* count, const pcap_pkthdr* /*header*/, const u_char* /*bytes*/) {
    ++*reinterpret_cast<std::uint64_t*>(count); // NOLINT: libpcap's way to pass a value on
}

std::optional<std::uint64_t> loopWithLibpcap(const char* path) {
    std::string problem(PCAP_ERRBUF_SIZE, '\0');
    pcap_t* const capture = pcap_open_offline(path, problem.data());
    if (capture == nullptr)
        return std::nullopt;
    std::uint64_t count = 0;
    const int ended = pcap_loop(capture, -1, countPacket, reinterpret_cast<u_char*>(&count));
    pcap_close(capture);
    return ended == 0 ? std::optional(count) : std::nullopt;
}

std::optional<std::uint64_t> walkRecords(const char* path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);

    struct stat status {};

    if (file < 0 || ::fstat(file, &status) != 0)
        return std::nullopt;
    const auto bytes = static_cast<std::size_t>(status.st_size);
    void* const mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped == MAP_FAILED)
        return std::nullopt;
    ::madvise(mapped, bytes, MADV_SEQUENTIAL);
    std::uint64_t count = 0;
    std::size_t at = 24;
    for (; at + 16 <= bytes; ++count) {
        std::uint32_t captured = 0;
        std::memcpy(&captured, static_cast<const char*>(mapped) + at + 8, sizeof captured);
        at += 16 + captured;
    }
    return at == bytes ? std::optional(count) : std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    const std::string loop = argc == 3 ? argv[1] : "";
    if (loop != "libpcap" && loop != "records") {
        fmt::print(stderr, "Usage: bare_loops libpcap|records FILE\n");
        return 1;
    }
    const auto count = loop == "libpcap" ? loopWithLibpcap(argv[2]) : walkRecords(argv[2]);
    if (!count) {
        fmt::print(stderr, "bare_loops: {}: cannot be read to its end\n", argv[2]);
        return 2;
    }
    fmt::print("{}\n", *count);
    return 0;
}
