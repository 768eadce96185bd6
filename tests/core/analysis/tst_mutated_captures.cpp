// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/index_captures.h"
#include "analysis/reading_health.h"
#include "support/memory_file.h"
#include "support/small_captures.h"
#include "support/test_files.h"

#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;
namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kMutations = 1'000;
#else
constexpr int kMutations = 10'000;
#endif

/// As many as the environment asks for: with a sanitizer, the usual number only by hand.
unsigned mutationCount() {
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("SWEEPSCOPE_MUTATIONS", &isGiven);
    return static_cast<unsigned>(isGiven ? std::max(given, 1) : kMutations);
}

constexpr std::uintmax_t kLargestFile = std::uintmax_t{64} * 1024;

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return limit == 0 ? 0 : random() % limit;
}

/// Values that lengths and counts go wrong at.
std::uint32_t oddValue(Random& random) {
    constexpr auto kOdd = std::to_array<std::uint32_t>(
        {0, 1, 3, 7, 13, 19, 39, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x40000, 0x40001,
            0xffffff, 0x1000000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff});
    return kOdd[below(random, kOdd.size())];
}

void overwrite(Bytes& bytes, std::size_t at, std::uint32_t value, bool bigEndian) {
    for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> 8 * (bigEndian ? 3 - i : i));
}

std::ptrdiff_t place(const Bytes& bytes, std::size_t at) {
    return static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
}

/// One small damage. Half of them are near the front, where the headers are.
void damage(Bytes& bytes, const Bytes& other, Random& random) {
    constexpr std::size_t kFront = 64;
    const std::size_t reach = below(random, 2) == 0 ? std::min(bytes.size(), kFront) : bytes.size();
    const std::size_t at = below(random, reach);
    const std::size_t length = 1 + below(random, 40);
    switch (below(random, 7)) {
    case 0: // one bit
        if (!bytes.empty())
            bytes[at] ^= static_cast<std::uint8_t>(1U << below(random, 8));
        break;
    case 1: // a length or a count
        overwrite(bytes, at, oddValue(random), below(random, 2) == 0);
        break;
    case 2: // any four bytes
        overwrite(bytes, at, static_cast<std::uint32_t>(random()), false);
        break;
    case 3: // some are missing
        bytes.erase(bytes.begin() + place(bytes, at), bytes.begin() + place(bytes, at + length));
        break;
    case 4: // some are there twice
    {
        const Bytes again(
            bytes.begin() + place(bytes, at), bytes.begin() + place(bytes, at + length));
        bytes.insert(bytes.begin() + place(bytes, at), again.begin(), again.end());
        break;
    }
    case 5: // the rest is missing
        bytes.resize(at);
        break;
    default: // the rest is of another file
        bytes.resize(at);
        bytes.insert(bytes.end(), other.begin() + place(other, at), other.end());
        break;
    }
}

std::size_t openFiles() {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

} // namespace

/// Captures with seeded damage through the whole walk from bytes to the index and its health.
/// Nothing crashes, hangs, or is left open; every frame that was read is in one bin. With a
/// sanitizer there are fewer of them, and it sees leaks and reads past ends; by hand, all of them:
///
///     SWEEPSCOPE_MUTATIONS=10000 build/asan/tests/tst_core_analysis_mutated_captures
class TestMutatedCaptures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void mutateMadeOnes();
    void mutateRealOnes();

private:
    void mutate(const std::vector<Bytes>& originals, unsigned count);
    void readOne(const Bytes& content);
    std::vector<Bytes> m_made;
    std::vector<Bytes> m_real;
    double m_slowest = 0; ///< seconds that one took
};

void TestMutatedCaptures::initTestCase() {
    for (const SmallCapture& capture : smallCaptures())
        m_made.push_back(capture.content);
    if (!publicCaptures())
        return;
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(*publicCaptures())) {
        if (entry.is_regular_file() && entry.file_size() <= kLargestFile)
            paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths)
        m_real.push_back(readBytes(path));
}

void TestMutatedCaptures::readOne(const Bytes& content) {
    const MemoryFile file(content);
    ReadOptions options;
    options.threads = 1;
    Progress progress;
    const auto begin = std::chrono::steady_clock::now();
    const auto read = indexCaptures({file.path()}, options, progress, {});
    const auto took = std::chrono::steady_clock::now() - begin;
    QVERIFY(took < std::chrono::seconds(10));
    m_slowest = std::max(m_slowest, std::chrono::duration<double>(took).count());
    if (!read.ok()) {
        QVERIFY2(
            read.error().message().starts_with(file.path() + ": "), read.error().message().c_str());
        return;
    }
    const DecodeCounts& counts = read.value().index->counts;
    QCOMPARE(
        std::accumulate(counts.bins.begin(), counts.bins.end(), std::uint64_t{0}), counts.frames);
    QCOMPARE(read.value().report.files.front().frames, counts.frames);
    examineReading(*read.value().index, read.value().report, {});
}

void TestMutatedCaptures::mutate(const std::vector<Bytes>& originals, unsigned count) {
    const std::size_t openBefore = openFiles();
    for (unsigned seed = 0; seed < count; ++seed) {
        Random random(seed);
        Bytes content = originals[below(random, originals.size())];
        const Bytes& other = originals[below(random, originals.size())];
        for (std::size_t i = below(random, 4) + 1; i > 0; --i)
            damage(content, other, random);
        readOne(content);
        if (QTest::currentTestFailed()) {
            qInfo("seed %u", seed);
            return;
        }
    }
    QCOMPARE(openFiles(), openBefore);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    constexpr long kMostKilobytes = 1'500'000; // a sanitizer keeps what was freed
    QVERIFY2(used.ru_maxrss < kMostKilobytes, std::to_string(used.ru_maxrss).c_str());
    qInfo("%u mutations, the slowest took %.3f s, %ld MB at the most", count, m_slowest,
        used.ru_maxrss / 1024);
}

void TestMutatedCaptures::mutateMadeOnes() {
    mutate(m_made, mutationCount());
}

void TestMutatedCaptures::mutateRealOnes() {
    if (m_real.empty())
        QSKIP("the folder of public captures is not there");
    mutate(m_real, mutationCount());
}

QTEST_APPLESS_MAIN(TestMutatedCaptures)
#include "tst_mutated_captures.moc"
