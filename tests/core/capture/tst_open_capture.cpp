// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_source.h"
#include "support/collect.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

const std::vector<OwnedFrame>& someFrames() {
    static const std::vector<OwnedFrame> kFrames = noisyFrames(200);
    return kFrames;
}

/// As much as zlib itself can get out of the packed bytes.
Bytes unpackedPart(const Bytes& packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    Bytes unpacked(1U << 20);
    stream.next_in = const_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = unpacked.data();
    stream.avail_out = static_cast<uInt>(unpacked.size());
    inflate(&stream, Z_SYNC_FLUSH);
    unpacked.resize(stream.total_out);
    inflateEnd(&stream);
    return unpacked;
}

std::string messageOf(const std::string& path) {
    const auto opened = openCapture(path);
    return opened.ok() ? std::string() : opened.error().message();
}

} // namespace

class TestOpenCapture : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhereAHeaderIsCut();
    void readsByContentAndNotByName();
    void readsGzip_data();
    void readsGzip();
    void reportsWhatFollowsTheGzip();
    void readsGzipCutAnywhere();
    void reportsDamagedGzip();

private:
    void compare(const std::string& path, const std::string& format);
    TemporaryFolder m_folder;
};

void TestOpenCapture::compare(const std::string& path, const std::string& format) {
    auto opened = openCapture(path);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message().c_str());
    const Collected got = collect(*opened.value());
    const std::string different = differenceOf(got.frames, someFrames());
    QVERIFY2(different.empty(), different.c_str());
    QVERIFY2(!got.cut, got.cut ? got.cut->reason.text().c_str() : "");
    QCOMPARE(opened.value()->format().name, format);
    QVERIFY(opened.value()->format().link == link::kEthernet);
}

void TestOpenCapture::saysWhatIsWrong_data() {
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<std::string>("said");
    const auto row = [](const char* name, const Bytes& content, const char* said) {
        QTest::newRow(name) << content << std::string(said);
    };
    const auto text = [](const char* words) { return Bytes(words, words + std::strlen(words)); };
    row("empty", {}, "is empty");
    row("text", text("time,source,target\n1.0,192.0.2.1,192.0.2.2\n"), "is text, not a capture");
    row("other language", text("\xc3\xa4\xc3\xb6\xc3\xbc Umlaute\n"), "is text, not a capture");
    row("four zeros", {0, 0, 0, 0}, "begins with the bytes 00 00 00 00");
    row("an image", text("\x89PNG\r\n\x1a\n"), "begins with the bytes 89 50 4e 47");
    row("a program",
        text("\x7f"
             "ELF\2\1\1"),
        "begins with the bytes 7f 45 4c 46");
    row("one byte", {0xd4}, "begins with the bytes d4");
    row("almost the magic", {0xd4, 0xc3, 0xb2, 0xa2, 2, 0, 4, 0},
        "begins with the bytes d4 c3 b2 a2");
    row("gzip of text", gzipped(text("no capture at all\n")), "is text, not a capture");
    row("gzip of nothing", gzipped({}), "is empty");
    row("the front of gzip", {0x1f, 0x8b}, "gzip");
    row("damaged gzip", {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff}, "gzip");
    PcapStyle old;
    old.major = 7;
    row("an unknown version", pcapFile({}, old), "version 7.4");
    row("the same in gzip", gzipped(pcapFile({}, old)), "version 7.4");
}

void TestOpenCapture::saysWhatIsWrong() {
    QFETCH(Bytes, content);
    QFETCH(std::string, said);
    const std::string path = m_folder.write("wrong.pcap", content);
    const std::string message = messageOf(path);
    QVERIFY2(message.find(said) != std::string::npos, message.c_str());
    QVERIFY2(message.starts_with(path + ": "), message.c_str());
    QCOMPARE(messageOf(m_folder.path("missing.pcap")),
        m_folder.path("missing.pcap") + ": cannot be opened: No such file or directory");
    QCOMPARE(messageOf(m_folder.path("")), m_folder.path("") + ": is a folder, not a file");
}

void TestOpenCapture::saysWhereAHeaderIsCut() {
    const Bytes file = pcapFile({});
    for (std::size_t bytes = 1; bytes < 24; ++bytes) {
        const std::string path = m_folder.write("header.pcap", frontOf(file, bytes));
        const std::string message = messageOf(path);
        QVERIFY2(message.starts_with(path + ": "), message.c_str());
        if (bytes >= 4)
            QVERIFY2(message.find("cut after " + std::to_string(bytes)) != std::string::npos,
                message.c_str());
        const std::string packed = m_folder.write("header.pcap.gz", gzipped(frontOf(file, bytes)));
        QVERIFY(messageOf(packed).starts_with(packed + ": "));
    }
    auto whole = openCapture(m_folder.write("header.pcap", file));
    QVERIFY(whole.ok());
    QVERIFY(collect(*whole.value()).frames.empty());
}

void TestOpenCapture::readsByContentAndNotByName() {
    const Bytes file = pcapFile(someFrames());
    compare(m_folder.write("capture.txt", file), "pcap");
    compare(m_folder.write("capture.pcap.gz", file), "pcap");
    compare(m_folder.write("no-ending", gzipped(file)), "pcap, gzip");
    PcapStyle style;
    style.nanoseconds = true;
    compare(m_folder.write("nano.gz", gzipped(pcapFile(someFrames(), style))),
        "pcap (nanoseconds), gzip");
}

void TestOpenCapture::readsGzip_data() {
    QTest::addColumn<Bytes>("packed");
    const Bytes file = pcapFile(someFrames());
    QTest::newRow("one member") << gzipped(file);
    for (const std::size_t place : {1U, 24U, 30U, 1'000U}) {
        const Bytes rest(file.begin() + static_cast<std::ptrdiff_t>(place), file.end());
        QTest::addRow("two members, divided at byte %zu", place)
            << joined(gzipped(frontOf(file, place)), gzipped(rest));
    }
    QTest::newRow("an empty member in front") << joined(gzipped({}), gzipped(file));
    QTest::newRow("an empty member behind") << joined(gzipped(file), gzipped({}));
    QTest::newRow("zeros behind, as tapes leave them") << joined(gzipped(file), Bytes(1'000, 0));
    Bytes many;
    for (std::size_t at = 0; at < file.size(); at += 500) {
        const std::size_t end = std::min(at + 500, file.size());
        many = joined(many, gzipped({file.begin() + static_cast<std::ptrdiff_t>(at),
                                file.begin() + static_cast<std::ptrdiff_t>(end)}));
    }
    QTest::newRow("many members") << many;
}

void TestOpenCapture::readsGzip() {
    QFETCH(Bytes, packed);
    compare(m_folder.write("capture.pcap.gz", packed), "pcap, gzip");
}

/// All frames are there, and that something else follows is said.
void TestOpenCapture::reportsWhatFollowsTheGzip() {
    for (const Bytes& garbage : {Bytes{'g', 'a', 'r', 'b', 'a', 'g', 'e'}, Bytes{0x1f, 0x8b},
             Bytes{0, 0, 0x7f}, Bytes{0x1f}}) {
        const Bytes packed = joined(gzipped(pcapFile(someFrames())), garbage);
        auto opened = openCapture(m_folder.write("garbage.pcap.gz", packed));
        QVERIFY(opened.ok());
        const Collected got = collect(*opened.value());
        const std::string different = differenceOf(got.frames, someFrames());
        QVERIFY2(different.empty(), different.c_str());
        QVERIFY(got.cut.has_value());
        QVERIFY2(got.cut->reason.text().find("gzip") != std::string::npos,
            got.cut->reason.text().c_str());
    }
}

void TestOpenCapture::readsGzipCutAnywhere() {
    const Bytes file = pcapFile(someFrames());
    const Bytes packed = gzipped(file);
    QVERIFY(packed.size() > 3'000);
    for (std::size_t bytes = 1; bytes < packed.size(); bytes += bytes < 300 ? 1 : 29) {
        const Bytes part = frontOf(packed, bytes);
        const std::size_t unpacked = unpackedPart(part).size();
        auto opened = openCapture(m_folder.write("cut.pcap.gz", part));
        QCOMPARE(opened.ok(), unpacked >= 24);
        if (!opened.ok())
            continue;
        const Collected got = collect(*opened.value());
        const std::size_t whole = std::min<std::size_t>((unpacked - 24) / 76, someFrames().size());
        const std::string different = differenceOf(got.frames,
            {someFrames().begin(), someFrames().begin() + static_cast<std::ptrdiff_t>(whole)});
        QVERIFY2(different.empty(), (std::to_string(bytes) + ": " + different).c_str());
        QVERIFY(got.cut.has_value());
        QVERIFY2(got.cut->reason.text().find("gzip") != std::string::npos,
            got.cut->reason.text().c_str());
        QCOMPARE(quint64{got.cut->offset}, quint64{24 + 76 * whole});
    }
}

/// A flipped bit may show at once or only in the checksum at the end; it must show.
void TestOpenCapture::reportsDamagedGzip() {
    const Bytes packed = gzipped(pcapFile(someFrames()));
    for (std::size_t at = 10; at < packed.size(); at += 101) {
        Bytes damaged = packed;
        damaged[at] ^= 0x10;
        auto opened = openCapture(m_folder.write("damaged.pcap.gz", damaged));
        if (!opened.ok())
            continue;
        QVERIFY(collect(*opened.value()).cut.has_value());
    }
}

QTEST_APPLESS_MAIN(TestOpenCapture)
#include "tst_open_capture.moc"
