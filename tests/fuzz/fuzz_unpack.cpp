// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed streams: what comes out does not depend on the portions in which it is asked for.
#include "capture/packing.h"
#include "fuzz.h"

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::fuzz;

namespace {

/// A few bytes may stand for gigabytes; so much is looked at.
constexpr std::size_t kMostUnpacked = 8U << 20;

class Bytes final : public ByteSource {
public:
    Bytes(ByteSpan bytes, std::size_t most)
        : m_bytes(bytes)
        , m_most(most) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        const std::size_t count = std::min({into.size(), m_bytes.size() - m_taken, m_most});
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_taken), count, into.begin());
        m_taken += count;
        return count;
    }

    [[nodiscard]] std::uint64_t bytesTaken() const override { return m_taken; }

private:
    ByteSpan m_bytes;
    std::size_t m_most;
    std::size_t m_taken = 0;
};

struct Unpacked {
    std::size_t bytes = 0;
    std::uint64_t sum = 0;
    bool hasFailed = false;
};

Unpacked unpackAll(ByteSpan file, Packing packing, std::size_t inPortion, std::size_t outPortion) {
    const auto source = unpack(std::make_unique<Bytes>(file, inPortion), packing);
    std::vector<std::uint8_t> some(outPortion);
    Unpacked all;
    while (all.bytes < kMostUnpacked) {
        const Result<std::size_t> got = readFully(*source, some);
        all.hasFailed = !got.ok();
        if (!got.ok() || got.value() == 0)
            break;
        require(got.value() <= some.size());
        for (std::size_t i = 0; i < got.value(); ++i)
            all.sum = all.sum * 31 + some[i];
        all.bytes += got.value();
    }
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteSpan file(bytes, size);
    const Packing packing = packingOf(file);
    if (packing == Packing::none)
        return 0;
    const Unpacked large = unpackAll(file, packing, file.size(), 65536);
    require(large.bytes <= kMostUnpacked + 65536);
    const Unpacked small = unpackAll(file, packing, 1 + size % 13, 65536);
    // How much of a damaged block comes out before the damage is seen is the library's affair.
    require(large.hasFailed == small.hasFailed);
    require(large.hasFailed || (large.bytes == small.bytes && large.sum == small.sum));
    return 0;
}
