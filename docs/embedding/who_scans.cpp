// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the five most scanned ports of the captures named on the command line.
#include "analysis/make_snapshot.h"

#include <cstdio>

using namespace sweepscope;

int main(int argc, char** argv) {
    Progress progress;
    auto captures = indexCaptures({argv + 1, argv + argc}, ReadOptions{}, progress, {});
    if (!captures.ok()) {
        std::fprintf(stderr, "%s\n", captures.error().message().c_str());
        return 2;
    }
    const Material material = makeMaterial(std::move(captures).value(), GeoDatabases(), {});

    Question question;
    question.telescope = telescopeOf(*material.index, {}, std::nullopt);
    question.thresholds = findProfile("auto", question.telescope.addresses).value().thresholds;
    question.thresholds.expiry = Duration::seconds(600); // every threshold can be asked anew

    const auto snapshot = SnapshotMaker(threadCount(0)).make(material, question, {});
    std::printf("%llu scans\n", static_cast<unsigned long long>(snapshot->totals.scans));
    for (std::size_t i = 0; i < snapshot->ports.size() && i < 5; ++i) {
        const PortCount& port = snapshot->ports[i];
        std::printf("port %u: %llu scans\n", static_cast<unsigned>(port.port),
            static_cast<unsigned long long>(port.scans));
    }
    return 0;
}
