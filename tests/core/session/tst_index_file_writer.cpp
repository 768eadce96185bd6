// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "session/index_file.h"
#include "session/saved_index.h"
#include "support/indexes.h"
#include "support/test_files.h"

#include <QTest>

#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

class TestIndexFileWriter : public QObject {
    Q_OBJECT

private slots:
    void largeFilesHaveLargePages_data();
    void largeFilesHaveLargePages();
};

void TestIndexFileWriter::largeFilesHaveLargePages_data() {
    QTest::addColumn<quint64>("segmentBytes");
    QTest::addColumn<unsigned>("pageBytes");
    QTest::newRow("nothing") << quint64{0} << 1024U;
    QTest::newRow("1 MB") << quint64{1'000'000} << 1024U;
    QTest::newRow("10 MB") << quint64{10'000'000} << 8192U;
    QTest::newRow("10 GB") << quint64{10'000'000'000} << 32768U;
}

/// https://www.sqlite.org/fileformat.html, section 1.3.2
void TestIndexFileWriter::largeFilesHaveLargePages() {
    QFETCH(quint64, segmentBytes);
    QFETCH(unsigned, pageBytes);
    const TemporaryFolder folder;
    const std::string path = folder.path("index");
    const BurstIndex index = indexOf({});
    {
        auto writer = IndexFileWriter::create(path, path, true, segmentBytes);
        QVERIFY(writer.ok());
        for (unsigned number = 0; number < kSegments; ++number) {
            const IndexSegment& segment = index.segments[number];
            QVERIFY(writer.value().add(number, packSegment(segment), segment).ok());
        }
        QVERIFY(writer.value().finish(IndexFileFacts(), nullptr, nullptr).ok());
    }
    const std::vector<std::uint8_t> bytes = readBytes(path);
    QCOMPARE(unsigned{readBig16(bytes.data() + 16)}, pageBytes);
    QVERIFY(loadIndex({path}, 1).ok());
}

QTEST_APPLESS_MAIN(TestIndexFileWriter)
#include "tst_index_file_writer.moc"
