// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"
#include "base/passing_name.h"
#include "support/limits.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <set>
#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

Names namesIn(const std::string& folder) {
    Names names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

std::string longText() {
    std::string text;
    for (int line = 0; line < 100'000; ++line)
        text += "line " + std::to_string(line) + "\n";
    return text;
}

} // namespace

/// After every failure: the old content, and no file that was not there before.
class TestAtomicFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void writesNewFiles_data();
    void writesNewFiles();
    void replacesOldFiles();
    void keepsTheLengthOfPiecesApart();
    void keepsTheOldFileWhenTheWriterFails();
    void keepsTheOldFileWhenTheProducerThrows();
    void keepsTheOldFileWhenTheDiskIsFull();
    void keepsTheOldFileWhenTheFolderMayNotBeWritten();
    void removesWhatAKilledProcessLeft();
    void refusesFoldersAndMissingFolders();
    void reportsAFullDevice();
    void writesToTheNullDevice();
    void keepsSymbolicLinks();
    void writesThroughALinkToADevice();

private:
    [[nodiscard]] std::string folder() const { return m_folder->path("out"); }

    [[nodiscard]] std::string file() const { return m_folder->path("out/report.json"); }

    std::unique_ptr<TemporaryFolder> m_folder;
};

void TestAtomicFile::init() {
    m_folder = std::make_unique<TemporaryFolder>();
    fs::create_directory(folder());
}

void TestAtomicFile::cleanup() {
    m_folder.reset();
}

void TestAtomicFile::writesNewFiles_data() {
    QTest::addColumn<std::string>("content");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("a line") << std::string("a line\n");
    QTest::newRow("any byte") << std::string("\0\1\xff\r\n", 5);
    QTest::newRow("more than any buffer") << longText();
}

void TestAtomicFile::writesNewFiles() {
    QFETCH(std::string, content);
    QVERIFY(writeFileAtomically(file(), content).ok());
    QCOMPARE(readText(file()), content);
    QVERIFY(namesIn(folder()) == Names{"report.json"});
}

void TestAtomicFile::replacesOldFiles() {
    QVERIFY(writeFileAtomically(file(), longText()).ok());
    QVERIFY(writeFileAtomically(file(), "short\n").ok());
    QCOMPARE(readText(file()), std::string("short\n"));
    QVERIFY(namesIn(folder()) == Names{"report.json"});
}

void TestAtomicFile::keepsTheLengthOfPiecesApart() {
    std::string expected;
    const Status status = writeFileAtomically(file(), [&](const TextSink& sink) {
        for (std::size_t length = 0; length < 2'000; ++length) {
            const std::string piece(length, static_cast<char>('a' + length % 26));
            expected += piece;
            sink(piece);
        }
    });
    QVERIFY(status.ok());
    QCOMPARE(readText(file()), expected);
}

void TestAtomicFile::keepsTheOldFileWhenTheWriterFails() {
    QVERIFY(writeFileAtomically(file(), "old").ok());
    const Status status = replaceFileAtomically(file(), [](const std::string& temporary) -> Status {
        std::ofstream(temporary) << "half of the new";
        return Error{"something went wrong"};
    });
    QVERIFY(!status.ok());
    QCOMPARE(status.error().message(), std::string("something went wrong"));
    QCOMPARE(readText(file()), std::string("old"));
    QVERIFY(namesIn(folder()) == Names{"report.json"});
    // A writer that says it is done but has made no file is a failure too.
    QVERIFY(!replaceFileAtomically(file(), [](const std::string&) { return Status(); }).ok());
    QCOMPARE(readText(file()), std::string("old"));
}

/// Memory may run out in the middle of a report.
void TestAtomicFile::keepsTheOldFileWhenTheProducerThrows() {
    QVERIFY(writeFileAtomically(file(), "old").ok());
    const auto produce = [](const TextSink& sink) {
        sink(longText());
        throw std::bad_alloc();
    };
    QVERIFY_THROWS_EXCEPTION(std::bad_alloc, (void)writeFileAtomically(file(), produce).ok());
    QCOMPARE(readText(file()), std::string("old"));
    QVERIFY2(namesIn(folder()) == Names{"report.json"}, "a half-written file was left behind");
}

void TestAtomicFile::keepsTheOldFileWhenTheDiskIsFull() {
    QVERIFY(writeFileAtomically(file(), "old").ok());
    {
        const FileSizeLimit limit(100'000);
        const Status status = writeFileAtomically(file(), longText());
        QVERIFY(!status.ok());
        QVERIFY(status.error().message().starts_with(file()));
        // A file that is not there yet must not appear.
        QVERIFY(!writeFileAtomically(m_folder->path("out/new.json"), longText()).ok());
    }
    QCOMPARE(readText(file()), std::string("old"));
    QVERIFY(namesIn(folder()) == Names{"report.json"});
}

void TestAtomicFile::keepsTheOldFileWhenTheFolderMayNotBeWritten() {
    QVERIFY(writeFileAtomically(file(), "old").ok());
    fs::permissions(folder(), fs::perms(0555));
    {
        const NobodysRights rights;
        const Status status = writeFileAtomically(file(), "new");
        QVERIFY(!status.ok());
        const std::string& message = status.error().message();
        QVERIFY2(message.find("ermission denied") != std::string::npos, message.c_str());
        QVERIFY2(message.starts_with(file()), message.c_str());
    }
    fs::permissions(folder(), fs::perms(0755));
    QCOMPARE(readText(file()), std::string("old"));
    QVERIFY(namesIn(folder()) == Names{"report.json"});
}

/// And nothing else: what a living process needs, or another file's.
void TestAtomicFile::removesWhatAKilledProcessLeft() {
    const auto leaveBehind = [this] {
        std::ofstream(passingName(file(), "part")) << "half";
        fs::create_directory(passingName(file(), "parts"));
        std::ofstream(passingName(file(), "parts") + "/0") << "some";
    };
    const pid_t child = ::fork();
    if (child == 0) {
        leaveBehind();
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    std::ofstream(folder() + "/other.json.part") << "mine";
    leaveBehind();
    QCOMPARE(namesIn(folder()).size(), std::size_t{5});
    QVERIFY(writeFileAtomically(folder() + "/report", "text").ok());
    QCOMPARE(namesIn(folder()).size(), std::size_t{6});
    QVERIFY(fs::exists(passingName(file(), "part")));
    QVERIFY(writeFileAtomically(file(), "text").ok());
    const std::string folderLeft = fs::path(passingName(file(), "parts")).filename();
    QVERIFY((namesIn(folder()) == Names{"report", "report.json", "other.json.part", folderLeft}));
}

void TestAtomicFile::refusesFoldersAndMissingFolders() {
    const Status onFolder = writeFileAtomically(folder(), "text");
    QVERIFY(!onFolder.ok());
    QVERIFY(onFolder.error().message().find("folder") != std::string::npos);
    const std::string deep = m_folder->path("missing/report.json");
    const Status inMissing = writeFileAtomically(deep, "text");
    QVERIFY(!inMissing.ok());
    QVERIFY(inMissing.error().message().starts_with(deep));
    QVERIFY(!fs::exists(m_folder->path("missing")));
    QVERIFY(!writeFileAtomically("", "text").ok());
}

void TestAtomicFile::reportsAFullDevice() {
    if (!fs::exists("/dev/full"))
        QSKIP("there is no /dev/full");
    const Status status = writeFileAtomically("/dev/full", "text");
    QVERIFY(!status.ok());
    QVERIFY(status.error().message().starts_with("/dev/full"));
    QVERIFY(fs::is_character_file("/dev/full"));
}

void TestAtomicFile::writesToTheNullDevice() {
    QVERIFY(writeFileAtomically("/dev/null", longText()).ok());
    QVERIFY(fs::is_character_file("/dev/null"));
}

void TestAtomicFile::keepsSymbolicLinks() {
    const std::string real = m_folder->write("elsewhere/real.json", "old");
    fs::create_symlink("../elsewhere/real.json", file());
    QVERIFY(writeFileAtomically(file(), "new").ok());
    QVERIFY(fs::is_symlink(file()));
    QCOMPARE(readText(real), std::string("new"));
    QVERIFY(namesIn(folder()) == Names{"report.json"});
    QVERIFY(namesIn(m_folder->path("elsewhere")) == Names{"real.json"});
    // Through two links.
    fs::create_symlink("report.json", m_folder->path("out/latest.json"));
    QVERIFY(writeFileAtomically(m_folder->path("out/latest.json"), "newest").ok());
    QVERIFY(fs::is_symlink(m_folder->path("out/latest.json")) && fs::is_symlink(file()));
    QCOMPARE(readText(real), std::string("newest"));
}

void TestAtomicFile::writesThroughALinkToADevice() {
    fs::create_symlink("/dev/null", file());
    QVERIFY(writeFileAtomically(file(), "text").ok());
    QVERIFY(fs::is_symlink(file()));
    QVERIFY(fs::is_character_file("/dev/null"));
}

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
