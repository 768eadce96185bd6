// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "support/collect.h"
#include "support/memory_file.h"
#include "support/packed.h"
#include "support/show.h"
#include "support/small_captures.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

struct Reading {
    bool isOpen = false;
    std::string format;
    std::string message; ///< why it could not be opened
    Collected content;
};

Reading read(const std::string& path) {
    Reading reading;
    auto opened = openCapture(path);
    reading.isOpen = opened.ok();
    if (!opened.ok()) {
        reading.message = opened.error().message();
        return reading;
    }
    reading.content = collect(*opened.value());
    reading.format = opened.value()->format().name;
    return reading;
}

std::vector<OwnedFrame> firstFrames(const SmallCapture& capture, std::size_t count) {
    return {capture.frames.begin(), capture.frames.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

/// A small capture of each format and packing: read whole, and cut at every byte.
class TestCutCaptures : public QObject {
    Q_OBJECT

private slots:

    void readsItWhole_data() { allCaptures(); }

    void readsItWhole();

    void cutAtEveryByte_data() { allCaptures(); }

    void cutAtEveryByte();
    void unpacksBlocksOfOneByte();

private:
    static void allCaptures();
    void checkPlain(const SmallCapture& capture, std::size_t bytes, const Reading& cut);
    void checkPacked(const SmallCapture& capture, const Reading& cut);
};

void TestCutCaptures::allCaptures() {
    QTest::addColumn<std::size_t>("number");
    for (std::size_t i = 0; i < smallCaptures().size(); ++i)
        QTest::newRow(smallCaptures()[i].name.c_str()) << i;
}

void TestCutCaptures::readsItWhole() {
    QFETCH(std::size_t, number);
    const SmallCapture& capture = smallCaptures()[number];
    const Reading whole = read(MemoryFile(capture.content).path());
    QVERIFY2(whole.isOpen, whole.message.c_str());
    QCOMPARE(whole.format, capture.format);
    const std::string different = differenceOf(whole.content.frames, capture.frames);
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY2(!whole.content.cut, whole.content.cut ? whole.content.cut->reason.text().c_str() : "");
}

void TestCutCaptures::cutAtEveryByte() {
    QFETCH(std::size_t, number);
    const SmallCapture& capture = smallCaptures()[number];
    for (std::size_t bytes = 0; bytes < capture.content.size(); ++bytes) {
        const MemoryFile file(frontOf(capture.content, bytes));
        const Reading cut = read(file.path());
        QVERIFY2(cut.isOpen || cut.message.starts_with(file.path() + ": "), cut.message.c_str());
        if (capture.ends.empty())
            checkPacked(capture, cut);
        else
            checkPlain(capture, bytes, cut);
        if (QTest::currentTestFailed()) {
            qInfo("cut behind byte %zu of %zu", bytes, capture.content.size());
            return;
        }
    }
}

/// Exactly the frames that are whole. A file that ends with a record is like one that never was
/// longer; any other end is said, with the place where the first record is missing.
void TestCutCaptures::checkPlain(
    const SmallCapture& capture, std::size_t bytes, const Reading& cut) {
    QCOMPARE(cut.isOpen, bytes >= capture.headerBytes);
    if (!cut.isOpen || bytes < capture.tellableFrom)
        return;
    const auto whole = std::count_if(
        capture.ends.begin(), capture.ends.end(), [&](std::size_t end) { return end <= bytes; });
    const std::string different =
        differenceOf(cut.content.frames, firstFrames(capture, static_cast<std::size_t>(whole)));
    QVERIFY2(different.empty(), different.c_str());
    const bool isAtAnEnd =
        std::find(capture.bounds.begin(), capture.bounds.end(), bytes) != capture.bounds.end();
    QCOMPARE(cut.content.cut.has_value(), !isAtAnEnd);
    if (cut.content.cut) {
        const auto before = std::find_if(capture.bounds.rbegin(), capture.bounds.rend(),
            [&](std::size_t bound) { return bound <= bytes; });
        QCOMPARE(quint64{cut.content.cut->offset}, quint64{*before});
    }
}

/// The first frames, however many came out; and that some are missing is always said.
void TestCutCaptures::checkPacked(const SmallCapture& capture, const Reading& cut) {
    if (!cut.isOpen)
        return;
    QVERIFY(cut.content.frames.size() <= capture.frames.size());
    const std::string different =
        differenceOf(cut.content.frames, firstFrames(capture, cut.content.frames.size()));
    QVERIFY2(different.empty(), different.c_str());
    const bool isBetweenMembers =
        capture.name.find(".twice.") != std::string::npos || capture.name.starts_with("skippable");
    QVERIFY(cut.content.cut.has_value() || isBetweenMembers);
}

/// What a block costs must not be what the largest one costs: this took hours.
void TestCutCaptures::unpacksBlocksOfOneByte() {
    const std::vector<OwnedFrame> frames = noisyFrames(5'000);
    const MemoryFile file(packedLz4Legacy(pcapFile(frames), 1));
    const Reading whole = read(file.path());
    QVERIFY2(whole.isOpen, whole.message.c_str());
    const std::string different = differenceOf(whole.content.frames, frames);
    QVERIFY2(different.empty(), different.c_str());
}

QTEST_APPLESS_MAIN(TestCutCaptures)
#include "tst_cut_captures.moc"
