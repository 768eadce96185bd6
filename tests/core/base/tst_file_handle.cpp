// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_handle.h"
#include "support/limits.h"
#include "support/show.h"
#include "support/test_files.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

std::vector<std::uint8_t> numberedBytes(std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
    return bytes;
}

std::string messageOf(const std::string& path) {
    const Result<FileHandle> file = FileHandle::openToRead(path);
    return file.ok() ? std::string() : file.error().message();
}

} // namespace

class TestFileHandle : public QObject {
    Q_OBJECT

private slots:
    void tellsFailuresApart();
    void tellsAMissingRight();
    void readsAtAnyPlace_data();
    void readsAtAnyPlace();
    void readsFromManyThreads();
    void readsFromTheFront();
    void readsAPipeToItsEnd();
    void waitsForTheWriterOfAPipe();
    void reportsAFailedRead();
    void closesWhatItOpened();

private:
    TemporaryFolder m_folder;
};

void TestFileHandle::tellsFailuresApart() {
    const std::string missing = m_folder.path("missing.pcap");
    QCOMPARE(messageOf(missing), missing + ": cannot be opened: No such file or directory");
    const std::string folder = m_folder.path("");
    QCOMPARE(messageOf(folder), folder + ": is a folder, not a file");
    const std::string file = m_folder.write("a-file", "x");
    QCOMPARE(messageOf(file + "/below"), file + "/below: cannot be opened: Not a directory");
    QCOMPARE(messageOf(""), std::string(": cannot be opened: No such file or directory"));
    std::filesystem::create_symlink("nowhere", m_folder.path("dangling"));
    QCOMPARE(messageOf(m_folder.path("dangling")),
        m_folder.path("dangling") + ": cannot be opened: No such file or directory");
}

void TestFileHandle::tellsAMissingRight() {
    const std::string path = m_folder.write("secret.pcap", "x");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const NobodysRights rights;
    QCOMPARE(messageOf(path), path + ": cannot be opened: Permission denied");
}

void TestFileHandle::readsAtAnyPlace_data() {
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<std::size_t>("wanted");
    QTest::addColumn<std::size_t>("given");
    QTest::newRow("the front") << quint64{0} << std::size_t{10} << std::size_t{10};
    QTest::newRow("the middle") << quint64{1'234} << std::size_t{1'000} << std::size_t{1'000};
    QTest::newRow("nothing") << quint64{5} << std::size_t{0} << std::size_t{0};
    QTest::newRow("over the end") << quint64{99'990} << std::size_t{100} << std::size_t{10};
    QTest::newRow("at the end") << quint64{100'000} << std::size_t{1} << std::size_t{0};
    QTest::newRow("behind the end") << quint64{1} << std::size_t{200'000} << std::size_t{99'999};
    QTest::newRow("far behind") << quint64{1} << std::size_t{0} << std::size_t{0};
    QTest::newRow("above 4 GiB") << (quint64{1} << 40) << std::size_t{8} << std::size_t{0};
}

void TestFileHandle::readsAtAnyPlace() {
    QFETCH(quint64, offset);
    QFETCH(std::size_t, wanted);
    QFETCH(std::size_t, given);
    const std::vector<std::uint8_t> content = numberedBytes(100'000);
    const auto opened = FileHandle::openToRead(m_folder.write("numbered", content));
    QVERIFY(opened.ok());
    const FileHandle& file = opened.value();
    QVERIFY(file.hasPlaces());
    QCOMPARE(quint64{file.size()}, quint64{100'000});
    std::vector<std::uint8_t> into(wanted);
    const Result<std::size_t> got = file.readAt(offset, into);
    QVERIFY(got.ok());
    QCOMPARE(got.value(), given);
    for (std::size_t i = 0; i < given; ++i)
        QCOMPARE(into[i], content[offset + i]);
}

void TestFileHandle::readsFromManyThreads() {
    const std::vector<std::uint8_t> content = numberedBytes(200'000);
    const auto opened = FileHandle::openToRead(m_folder.write("shared", content));
    QVERIFY(opened.ok());
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                std::array<std::uint8_t, 100> into{};
                for (std::size_t i = 0; i < 1'000; ++i) {
                    const std::size_t at = (thread * 37'123 + i * 991) % 199'900;
                    const auto got = opened.value().readAt(at, into);
                    const bool isRight = got.ok() && got.value() == into.size() &&
                                         std::equal(into.begin(), into.end(),
                                             content.begin() + static_cast<std::ptrdiff_t>(at));
                    wrong += isRight ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestFileHandle::readsFromTheFront() {
    const std::vector<std::uint8_t> content = numberedBytes(10'000);
    auto opened = FileHandle::openToRead(m_folder.write("front", content));
    QVERIFY(opened.ok());
    FileHandle file = std::move(opened).value();
    std::vector<std::uint8_t> all;
    std::array<std::uint8_t, 700> some{};
    for (auto got = file.read(some); got.ok() && got.value() > 0; got = file.read(some))
        all.insert(
            all.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(got.value()));
    QVERIFY(all == content);
}

void TestFileHandle::readsAPipeToItsEnd() {
    const std::string path = m_folder.path("pipe");
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    const std::vector<std::uint8_t> content = numberedBytes(300'000); // more than a pipe holds
    std::jthread writer([&] {
        const int descriptor = ::open(path.c_str(), O_WRONLY);
        std::size_t done = 0;
        while (done < content.size()) {
            const ssize_t wrote = ::write(descriptor, content.data() + done, content.size() - done);
            if (wrote <= 0)
                break;
            done += static_cast<std::size_t>(wrote);
        }
        ::close(descriptor);
    });
    // Both ends are open before anything is read, whoever is first.
    const int keptOpen = ::open(path.c_str(), O_RDWR);
    auto opened = FileHandle::openToRead(path);
    QVERIFY(opened.ok());
    FileHandle file = std::move(opened).value();
    QVERIFY(!file.hasPlaces());
    QCOMPARE(quint64{file.size()}, quint64{0});
    std::vector<std::uint8_t> all;
    std::array<std::uint8_t, 4096> some{};
    while (all.size() < content.size()) {
        const auto got = file.read(some);
        QVERIFY(got.ok() && got.value() > 0);
        all.insert(
            all.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(got.value()));
    }
    writer.join();
    ::close(keptOpen);
    const auto atEnd = file.read(some);
    QVERIFY(atEnd.ok());
    QCOMPARE(atEnd.value(), std::size_t{0});
    QVERIFY(all == content);
}

/// A named pipe is usually opened by its reader before its writer; that is not its end.
void TestFileHandle::waitsForTheWriterOfAPipe() {
    const std::string path = m_folder.path("late-pipe");
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    std::binary_semaphore readerReturned{0};
    std::jthread writer([&] {
        (void)readerReturned.try_acquire_for(std::chrono::milliseconds(200));
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_NONBLOCK);
        if (descriptor < 0)
            return;
        (void)!::write(descriptor, "late", 4);
        ::close(descriptor);
    });
    auto opened = FileHandle::openToRead(path);
    QVERIFY(opened.ok());
    FileHandle file = std::move(opened).value();
    std::array<std::uint8_t, 16> into{};
    const auto got = file.read(into);
    readerReturned.release();
    QVERIFY(got.ok());
    QCOMPARE(got.value(), std::size_t{4});
}

void TestFileHandle::reportsAFailedRead() {
    // The memory of a process, which is not mapped at its first byte: reading there fails.
    if (!std::filesystem::exists("/proc/self/mem"))
        QSKIP("there is no /proc/self/mem");
    auto opened = FileHandle::openToRead("/proc/self/mem");
    QVERIFY(opened.ok());
    std::array<std::uint8_t, 16> into{};
    const auto got = opened.value().readAt(0, into);
    QVERIFY(!got.ok());
    QVERIFY2(got.error().message().starts_with("reading at byte 0 failed: "),
        got.error().message().c_str());
}

void TestFileHandle::closesWhatItOpened() {
    const std::string path = m_folder.write("many", "x");
    // Far more than a process may have open at once.
    for (int i = 0; i < 5'000; ++i) {
        auto opened = FileHandle::openToRead(path);
        QVERIFY(opened.ok());
        FileHandle moved = std::move(opened).value();
        moved = std::move(FileHandle::openToRead(path)).value();
        QCOMPARE(quint64{moved.size()}, quint64{1});
    }
}

QTEST_APPLESS_MAIN(TestFileHandle)
#include "tst_file_handle.moc"
