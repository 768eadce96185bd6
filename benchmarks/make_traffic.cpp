// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a capture of one of the shapes of traffic.h, and prints what an analysis of it must find:
// `frames N`, `probes N`, and `keys N`, the distinct pairs of source and port among probes.
#include "base/hash.h"
#include "traffic.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace sweepscope;
using namespace sweepscope::bench;

/// Counts distinct numbers, in an open-addressing table that doubles. Nothing of the core, so that
/// what it finds can be held against the core.
class DistinctNumbers {
public:
    void add(std::uint64_t number) {
        if ((m_count + 1) * 2 > m_places.size())
            grow();
        std::uint64_t& place = findPlace(number + 1);
        m_count += place == 0 ? 1 : 0;
        place = number + 1;
    }

    [[nodiscard]] std::uint64_t count() const { return m_count; }

private:
    std::uint64_t& findPlace(std::uint64_t number) {
        std::size_t at = mix64(number) & (m_places.size() - 1);
        while (m_places[at] != 0 && m_places[at] != number)
            at = (at + 1) & (m_places.size() - 1);
        return m_places[at];
    }

    void grow() {
        const std::vector<std::uint64_t> old = std::move(m_places);
        m_places.assign(std::max<std::size_t>(1024, old.size() * 2), 0);
        for (const std::uint64_t number : old) {
            if (number != 0)
                findPlace(number) = number;
        }
    }

    std::vector<std::uint64_t> m_places;
    std::uint64_t m_count = 0;
};

struct Truth {
    std::uint64_t probes = 0;
    DistinctNumbers keys;

    void add(const TrafficPacket& packet) {
        constexpr std::uint8_t kSyn = 0x02;
        if (packet.flags != kSyn)
            return;
        ++probes;
        keys.add(std::uint64_t{packet.source} << 16 | packet.targetPort);
    }
};

using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { std::fclose(file); })>;

/// False where the file cannot be written.
bool writeTraffic(
    const TrafficShape& shape, std::uint64_t packets, const std::string& path, Truth& truth) {
    constexpr std::size_t kAtOnce = 4096;
    const File file(std::fopen(path.c_str(), "wb"));
    if (file == nullptr)
        return false;
    const std::vector<std::uint8_t> header = captureHeader();
    bool isGood = std::fwrite(header.data(), 1, header.size(), file.get()) == header.size();
    std::vector<std::uint8_t> records;
    for (std::uint64_t number = 0; number < packets && isGood;) {
        records.clear();
        for (std::size_t i = 0; i < kAtOnce && number < packets; ++i, ++number) {
            const TrafficPacket packet = shape.packet(number);
            truth.add(packet);
            records.resize(records.size() + kRecordBytes);
            writeRecord(packet, records.data() + records.size() - kRecordBytes);
        }
        isGood = std::fwrite(records.data(), 1, records.size(), file.get()) == records.size();
    }
    return isGood && std::fflush(file.get()) == 0;
}

int complain(const std::string& what) {
    std::string names;
    for (const TrafficShape& shape : trafficShapes())
        names += fmt::format(" {}", shape.name);
    fmt::print(stderr, "make_traffic: {}\nUsage: make_traffic SHAPE PACKETS FILE\nShapes:{}\n",
        what, names);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4)
        return complain("three words are wanted");
    const TrafficShape* const shape = findShape(argv[1]);
    if (shape == nullptr)
        return complain(fmt::format("'{}' is no shape", argv[1]));
    const std::string count = argv[2];
    std::uint64_t packets = 0;
    const auto parsed = std::from_chars(count.data(), count.data() + count.size(), packets);
    if (parsed.ec != std::errc() || parsed.ptr != count.data() + count.size())
        return complain(fmt::format("'{}' is no number of packets", count));
    Truth truth;
    if (!writeTraffic(*shape, packets, argv[3], truth)) {
        fmt::print(stderr, "make_traffic: {}: cannot be written\n", argv[3]);
        return 2;
    }
    fmt::print("frames {}\nprobes {}\nkeys {}\n", packets, truth.probes, truth.keys.count());
    return 0;
}
