// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved_index.h"
#include "support/indexes.h"
#include "support/random_traffic.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <filesystem>
#include <fstream>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

IndexFileFacts factsFor(const BurstIndex& index, const std::string& capture) {
    CaptureReport report;
    FileReport& file = report.files.emplace_back();
    file.path = capture;
    file.frames = index.counts.frames;
    file.time = index.counts.range;
    return factsOf(index, report, {}, {}, {"hash of " + capture});
}

/// Saves what these packets make, as a file of a capture of this name.
std::string saved(const TemporaryFolder& folder, const std::string& name,
    const std::vector<RandomPacket>& packets, Duration gap) {
    const BurstIndex index = indexOf(packets, gap);
    std::string path = folder.path(name);
    if (!saveIndex(path, index, factsFor(index, name), nullptr, {false, {}, 1}).ok())
        throw std::runtime_error("cannot save " + path);
    return path;
}

std::vector<std::string> contentOfFile(const std::string& path) {
    const Result<SavedIndex> loaded = loadIndex({path}, 2);
    if (!loaded.ok())
        return {loaded.error().message()};
    return contentOf(*loaded.value().captures.index);
}

std::vector<RandomPacket> slice(
    const std::vector<RandomPacket>& packets, std::size_t part, std::size_t parts) {
    const auto at = [&](std::size_t number) {
        return packets.begin() + static_cast<std::ptrdiff_t>(packets.size() * number / parts);
    };
    return {at(part), at(part + 1)};
}

} // namespace

class TestManyParts : public QObject {
    Q_OBJECT

private slots:
    void manySmallPartsMergeInGroups();
};

/// So many that groups of them are merged first, with gaps that differ, a double, and new captures.
void TestManyParts::manySmallPartsMergeInGroups() {
    const TemporaryFolder folder;
    constexpr std::size_t kParts = 300;
    const std::vector<RandomPacket> packets = randomTraffic(12, 6'000);
    const Duration longer = Duration::seconds(480);
    std::vector<std::string> paths;
    for (std::size_t i = 0; i + 1 < kParts; ++i)
        paths.push_back(saved(folder, std::to_string(i), slice(packets, i, kParts),
            i % 100 == 7 ? longer : kBaseGap));
    paths.push_back(paths[41]);
    const auto fresh =
        std::make_shared<const BurstIndex>(indexOf(slice(packets, kParts - 1, kParts)));
    const auto parts = IndexParts::open(paths, FreshPart{fresh, factsFor(*fresh, "fresh")});
    QVERIFY(parts.ok());
    QCOMPARE(parts.value().notes().size(), std::size_t{1});
    const std::string merged = folder.path("merged");
    QVERIFY(mergeParts(merged, parts.value(), {true, {}, 2}).ok());
    QCOMPARE(
        differenceOf(contentOfFile(merged), contentOf(indexOf(packets, longer))), std::string());
    const Result<IndexFile> file = IndexFile::open(merged);
    QVERIFY(file.ok());
    QCOMPARE(file.value().facts().captures.files.size(), kParts);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("")))
        QVERIFY(entry.is_regular_file()); // nothing is left of the groups
    // Damage in one of them is named, and the old file stays.
    {
        std::fstream part(paths[200], std::ios::in | std::ios::out | std::ios::binary);
        part.seekp(static_cast<std::streamoff>(std::filesystem::file_size(paths[200]) / 2));
        part << std::string(4'000, 'x');
    }
    const Result<IndexParts> damaged = IndexParts::open(paths);
    const Status status =
        damaged.ok() ? mergeParts(merged, damaged.value(), {true, {}, 2}) : Status(damaged.error());
    QVERIFY(!status.ok());
    QVERIFY(status.error().message().starts_with(paths[200]));
    QCOMPARE(
        differenceOf(contentOfFile(merged), contentOf(indexOf(packets, longer))), std::string());
}

QTEST_APPLESS_MAIN(TestManyParts)
#include "tst_many_parts.moc"
