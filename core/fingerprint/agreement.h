// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace sweepscope {

/// Which bits of the fields below each set of agreed fields keeps.
namespace agreement_detail {
constexpr std::uint8_t kFirst = 1;
constexpr std::uint8_t kSourcePort = 2;
constexpr std::uint8_t kIpId = 4;
constexpr std::uint8_t kNarrowBit = 8;

constexpr std::array<std::uint64_t, 16> wideMasks() {
    std::array<std::uint64_t, 16> masks{};
    for (unsigned i = 0; i < masks.size(); ++i) {
        masks[i] = ((i & kFirst) != 0 ? 0xffffffff00000000ULL : 0) |
                   ((i & kSourcePort) != 0 ? 0xffff0000ULL : 0) |
                   ((i & kIpId) != 0 ? 0xffffULL : 0);
    }
    return masks;
}

constexpr std::array<std::uint16_t, 16> narrowMasks() {
    std::array<std::uint16_t, 16> masks{};
    for (unsigned i = kNarrowBit; i < masks.size(); ++i)
        masks[i] = 0xffff;
    return masks;
}
} // namespace agreement_detail

/// Fields of a packet that hand-made tools leave constant:
///
///            63 .. 32                         31 .. 16      15 .. 0   | narrow
///     SYN    sequence number, or time stamp   source port   IP ID     | window
///     UDP    IP length                        source port   IP ID     | content (content.h)
///     ICMP   IP length                        0             IP ID     | content
///
/// The time stamp takes the sequence number's place in a SYN that fits ZMap's Linux or BSD set,
/// where it is the second at which the scan began.
struct SharedFields {
    std::uint64_t wide = 0;
    std::uint16_t narrow = 0;

    static std::uint64_t wideOf(std::uint32_t first, std::uint16_t sourcePort, std::uint16_t ipId) {
        return std::uint64_t{first} << 32 | std::uint64_t{sourcePort} << 16 | ipId;
    }
};

/// On which fields all packets agree, and on what. A field that once differed is 0 from then on, so
/// the order of packets changes nothing, and what two groups agree on is what both agree on alike.
class Agreement {
public:
    Agreement() = default;

    explicit Agreement(const SharedFields& fields)
        : m_wide(fields.wide)
        , m_narrow(fields.narrow)
        , m_agreed(kAll) {}

    bool operator==(const Agreement&) const = default;

    void add(const SharedFields& fields) {
        const std::uint64_t wide = (fields.wide ^ m_wide) & kWide[m_agreed];
        const auto narrow =
            static_cast<std::uint16_t>((fields.narrow ^ m_narrow) & kNarrow[m_agreed]);
        if ((wide | narrow) != 0)
            drop(wide, narrow);
    }

    /// Where `other` no longer agrees, its field is to be forgotten here too.
    void add(const Agreement& other) {
        add(SharedFields{other.m_wide, other.m_narrow});
        drop(kWide[m_agreed] & ~kWide[other.m_agreed],
            static_cast<std::uint16_t>(kNarrow[m_agreed] & ~kNarrow[other.m_agreed]));
    }

    [[nodiscard]] bool onFirst() const { return (m_agreed & kFirst) != 0; }

    [[nodiscard]] bool onSourcePort() const { return (m_agreed & kSourcePort) != 0; }

    [[nodiscard]] bool onIpId() const { return (m_agreed & kIpId) != 0; }

    [[nodiscard]] bool onNarrow() const { return (m_agreed & kNarrowBit) != 0; }

    [[nodiscard]] std::uint32_t first() const { return static_cast<std::uint32_t>(m_wide >> 32); }

    [[nodiscard]] std::uint16_t sourcePort() const {
        return static_cast<std::uint16_t>(m_wide >> 16);
    }

    [[nodiscard]] std::uint16_t ipId() const { return static_cast<std::uint16_t>(m_wide); }

    [[nodiscard]] std::uint16_t narrow() const { return m_narrow; }

    /// All of it as numbers, and back: for index files.
    struct Parts {
        std::uint64_t wide;
        std::uint16_t narrow;
        std::uint8_t agreed;
    };

    [[nodiscard]] Parts parts() const { return {m_wide, m_narrow, m_agreed}; }

    static Agreement from(const Parts& parts) {
        Agreement agreement;
        agreement.m_agreed = parts.agreed & kAll;
        agreement.m_wide = parts.wide & kWide[agreement.m_agreed];
        agreement.m_narrow = parts.narrow & kNarrow[agreement.m_agreed];
        return agreement;
    }

private:
    static constexpr auto kFirst = agreement_detail::kFirst;
    static constexpr auto kSourcePort = agreement_detail::kSourcePort;
    static constexpr auto kIpId = agreement_detail::kIpId;
    static constexpr auto kNarrowBit = agreement_detail::kNarrowBit;
    static constexpr std::uint8_t kAll = 15;
    static constexpr auto kWide = agreement_detail::wideMasks();
    static constexpr auto kNarrow = agreement_detail::narrowMasks();

    /// Each field differs at most once, so this is rare.
    void drop(std::uint64_t wide, std::uint16_t narrow) {
        const unsigned gone = ((wide & kWide[kFirst]) != 0 ? kFirst : 0U) |
                              ((wide & kWide[kSourcePort]) != 0 ? kSourcePort : 0U) |
                              ((wide & kWide[kIpId]) != 0 ? kIpId : 0U) |
                              (narrow != 0 ? kNarrowBit : 0U);
        m_agreed = static_cast<std::uint8_t>(m_agreed & ~gone);
        m_wide &= kWide[m_agreed];
        m_narrow &= kNarrow[m_agreed];
    }

    std::uint64_t m_wide = 0;
    std::uint16_t m_narrow = 0;
    std::uint8_t m_agreed = 0;
};

} // namespace sweepscope
