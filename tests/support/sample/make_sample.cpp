// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sample capture that the program ships, and what was planted in it.
//
// Usage: make_sample OUT.pcap.gz OUT.truth.json [--seed N]

#include "sample/arrangement.h"
#include "sample/pcap_writer.h"
#include "sample/populations.h"
#include "sample/scene.h"
#include "sample/truth_writer.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string_view>
#include <vector>

namespace {

using namespace sweepscope::sample;

constexpr std::uint64_t kDefaultSeed = 20260310;
constexpr std::size_t kLateFrames = 40;

constexpr int kUsageError = 1;
constexpr int kWriteError = 2;

struct Order {
    std::vector<std::string_view> files; // capture, truth
    std::uint64_t seed = kDefaultSeed;
};

std::optional<Order> parse(const std::vector<std::string_view>& arguments) {
    Order order;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] != "--seed") {
            order.files.push_back(arguments[i]);
            continue;
        }
        const std::string_view number = ++i < arguments.size() ? arguments[i] : "";
        const char* end = number.data() + number.size();
        const auto read = std::from_chars(number.data(), end, order.seed);
        if (number.empty() || read.ec != std::errc() || read.ptr != end) {
            return std::nullopt;
        }
    }
    return order.files.size() == 2 ? std::optional(order) : std::nullopt;
}

void plantDay(Scene& scene) {
    plantZmap(scene);
    plantZmapNew(scene);
    plantMasscan(scene);
    plantMirai(scene);
    plantNmap(scene);
    plantConnecting(scene);
    plantHandmade(scene);
    plantFloodVictims(scene);
    plantReflection(scene);
    plantNoise(scene);
    plantOddities(scene);
    plantTargetPorts(scene);
    plantCampaigns(scene);
    plantKnownScanners(scene);
}

bool writeFile(std::string_view name, std::string_view bytes) {
    std::ofstream file(std::string(name), std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

bool writeSample(const Order& order) {
    Scene scene = {.seed = order.seed};
    plantDay(scene);
    Random random = scene.stream("arrangement", 0);
    const Arrangement arrangement = arrange(scene.plan, random, kLateFrames);
    const auto packed = gzipped(pcapBytes(scene.plan, arrangement));
    if (!packed) {
        return false;
    }
    const char* bytes = reinterpret_cast<const char*>(packed->data());
    return writeFile(order.files[0], {bytes, packed->size()}) &&
           writeFile(order.files[1], truthText(scene.plan, arrangement, order.seed));
}

} // namespace

int main(int count, char** values) {
    const auto order = parse({values + 1, values + count});
    if (!order) {
        std::fputs("usage: make_sample OUT.pcap.gz OUT.truth.json [--seed N]\n", stderr);
        return kUsageError;
    }
    if (!writeSample(*order)) {
        std::fputs("make_sample: cannot write the files named\n", stderr);
        return kWriteError;
    }
    return 0;
}
