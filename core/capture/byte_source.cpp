// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/byte_source.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace sweepscope {

namespace {

class FileBytes final : public ByteSource {
public:
    explicit FileBytes(FileHandle file)
        : m_file(std::move(file)) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        Result<std::size_t> got = m_file.read(into);
        if (got.ok())
            m_taken += got.value();
        return got;
    }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_taken; }

private:
    FileHandle m_file;
    std::atomic<std::uint64_t> m_taken{0};
};

class FrontedBytes final : public ByteSource {
public:
    FrontedBytes(std::vector<std::uint8_t> front, std::unique_ptr<ByteSource> source)
        : m_front(std::move(front))
        , m_source(std::move(source)) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        if (m_taken == m_front.size())
            return m_source->read(into);
        const std::size_t count = std::min(into.size(), m_front.size() - m_taken);
        std::copy_n(m_front.begin() + static_cast<std::ptrdiff_t>(m_taken), count, into.begin());
        m_taken += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_source->bytesTaken(); }

private:
    std::vector<std::uint8_t> m_front;
    std::size_t m_taken = 0;
    std::unique_ptr<ByteSource> m_source;
};

} // namespace

Result<std::size_t> readFully(ByteSource& source, std::span<std::uint8_t> into) {
    std::size_t done = 0;
    while (done < into.size()) {
        const Result<std::size_t> got = source.read(into.subspan(done));
        if (!got.ok())
            return done > 0 ? Result<std::size_t>(done) : got;
        if (got.value() == 0)
            break;
        done += got.value();
    }
    return done;
}

std::unique_ptr<ByteSource> fromFile(FileHandle file) {
    return std::make_unique<FileBytes>(std::move(file));
}

std::unique_ptr<ByteSource> withFront(
    std::vector<std::uint8_t> front, std::unique_ptr<ByteSource> source) {
    return std::make_unique<FrontedBytes>(std::move(front), std::move(source));
}

} // namespace sweepscope
