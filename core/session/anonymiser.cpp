// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/anonymiser.h"

#include "base/bytes.h"
#include "base/file_handle.h"
#include "bursts/address_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <openssl/evp.h>

namespace sweepscope {

namespace {

constexpr unsigned kBits4 = 32;
constexpr unsigned kBits6 = 128;

void put64(std::uint8_t* at, std::uint64_t value) {
    for (int i = 7; i >= 0; --i, value >>= 8)
        at[i] = static_cast<std::uint8_t>(value & 0xff);
}

/// A source of the new index, and where it was.
struct Moved {
    Address source;
    std::uint32_t segment;
    std::uint32_t place;
};

/// Builds the segments of the new index.
class Mover {
public:
    Mover(const BurstIndex& index, const SourceOrigins& origins, const Anonymiser& anonymiser)
        : m_index(index)
        , m_origins(origins)
        , m_anonymiser(anonymiser) {}

    void moveInto(BurstIndex& index, SourceOrigins& origins) {
        std::array<std::vector<Moved>, kSegments> moved;
        for (std::uint32_t i = 0; i < kSegments; ++i) {
            const IndexSegment& segment = m_index.segments[i];
            m_bursts[i] = firstBursts(segment);
            for (std::uint32_t place = 0; place < segment.sources.size(); ++place) {
                const Address source = m_anonymiser.map(segment.sources[place]);
                moved[segmentOf(source)].push_back({source, i, place});
            }
        }
        origins.networks = m_origins.networks;
        origins.segments.resize(kSegments);
        for (std::uint32_t i = 0; i < kSegments; ++i) {
            std::sort(moved[i].begin(), moved[i].end(),
                [](const Moved& a, const Moved& b) { return a.source < b.source; });
            for (const Moved& each : moved[i])
                move(each, index.segments[i], origins.segments[i]);
            index.segments[i].targets6 = m_targets6.take();
        }
    }

private:
    /// For each source, the place of its first burst; and the end of all.
    static std::vector<std::size_t> firstBursts(const IndexSegment& segment) {
        std::vector<std::size_t> first(segment.sources.size() + 1, segment.bursts.size());
        for (std::size_t i = segment.bursts.size(); i > 0; --i)
            first[segment.bursts[i - 1].source] = i - 1;
        return first;
    }

    void move(const Moved& from, IndexSegment& to, OriginSegment& origins) {
        const IndexSegment& segment = m_index.segments[from.segment];
        const std::vector<std::size_t>& first = m_bursts[from.segment];
        to.sources.pushBack(from.source);
        origins.countries.push_back(m_origins.segments[from.segment].countries[from.place]);
        origins.networks.push_back(m_origins.segments[from.segment].networks[from.place]);
        for (std::size_t i = first[from.place]; i < first[from.place + 1]; ++i) {
            Burst burst = segment.bursts[i];
            burst.source = static_cast<std::uint32_t>(to.sources.size() - 1);
            if (burst.ruleCounts != 0) {
                to.ruleCounts.push_back(segment.ruleCounts[burst.ruleCounts - 1]);
                burst.ruleCounts = static_cast<std::uint32_t>(to.ruleCounts.size());
            }
            burst.targets = targetsOf(segment, segment.bursts[i], to);
            to.bursts.pushBack(burst);
        }
    }

    TargetSet targetsOf(const IndexSegment& segment, const Burst& burst, IndexSegment& to) {
        std::vector<std::uint32_t> targets;
        targets.reserve(burst.targets.count);
        segment.forEachTarget(burst, [&](const Address& target) {
            const auto [known, isNew] = m_targets.try_emplace(target);
            if (isNew)
                known->second = m_anonymiser.map(target);
            targets.push_back(
                burst.isV6 ? m_targets6.numberOf(known->second.v6()) : known->second.v4().value);
        });
        std::sort(targets.begin(), targets.end());
        return to.targets.make(targets);
    }

    const BurstIndex& m_index;
    const SourceOrigins& m_origins;
    const Anonymiser& m_anonymiser;
    std::array<std::vector<std::size_t>, kSegments> m_bursts;
    std::map<Address, Address> m_targets; ///< each is asked for many times
    AddressNumbers m_targets6;            ///< of the segment that is made now
};

std::string readText(const std::string& path, std::optional<Sentence>& problem) {
    const Result<FileHandle> file = FileHandle::openToRead(path);
    std::vector<std::uint8_t> content(1024);
    const Result<std::size_t> got =
        file.ok() ? file.value().readAt(0, content) : Result<std::size_t>(file.error());
    if (!got.ok()) {
        problem = got.error().sentence;
        return {};
    }
    return {content.begin(), content.begin() + static_cast<std::ptrdiff_t>(got.value())};
}

} // namespace

void Anonymiser::Free::operator()(evp_cipher_ctx_st* cipher) const {
    EVP_CIPHER_CTX_free(cipher);
}

Anonymiser::Anonymiser(const std::array<std::uint8_t, kKeyBytes>& key)
    : m_cipher(EVP_CIPHER_CTX_new()) {
    EVP_EncryptInit_ex(m_cipher.get(), EVP_aes_128_ecb(), nullptr, key.data(), nullptr);
    EVP_CIPHER_CTX_set_padding(m_cipher.get(), 0);
    int written = 0;
    EVP_EncryptUpdate(m_cipher.get(), m_padding.data(), &written, key.data() + kBlockBytes,
        static_cast<int>(kBlockBytes));
}

Result<Anonymiser> Anonymiser::withKeyFrom(const std::string& path) {
    std::optional<Sentence> problem;
    std::string text = readText(path, problem);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    std::array<std::uint8_t, kKeyBytes> key{};
    bool isKey = text.size() == 2 * kKeyBytes;
    for (std::size_t i = 0; i < kKeyBytes && isKey; ++i) {
        const char* const digits = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(digits, digits + 2, key[i], 16);
        isKey = error == std::errc() && end == digits + 2;
    }
    if (problem || !isKey)
        return Error{say("%1: no key: make one with \"openssl rand -hex 32\" and keep it",
            {{problem.value_or(verbatim(path))}})};
    return Anonymiser(key);
}

/// Bit n of the mask is the first bit of what the first n bits, padded, encrypt to.
Anonymiser::Block Anonymiser::mask(const Block& address, unsigned bits) const {
    std::array<std::uint8_t, kBits6 * kBlockBytes> plain{};
    for (unsigned bit = 0; bit < bits; ++bit) {
        std::uint8_t* const block = plain.data() + bit * kBlockBytes;
        std::copy(m_padding.begin(), m_padding.end(), block);
        std::copy_n(address.begin(), bit / 8, block);
        const auto front = static_cast<std::uint8_t>(0xff00 >> bit % 8);
        block[bit / 8] =
            static_cast<std::uint8_t>((address[bit / 8] & front) | (m_padding[bit / 8] & ~front));
    }
    std::array<std::uint8_t, kBits6 * kBlockBytes> secret{};
    int written = 0;
    EVP_EncryptUpdate(m_cipher.get(), secret.data(), &written, plain.data(),
        static_cast<int>(bits * kBlockBytes));
    Block mask{};
    for (unsigned bit = 0; bit < bits; ++bit)
        mask[bit / 8] |= static_cast<std::uint8_t>(secret[bit * kBlockBytes] >> 7 << (7 - bit % 8));
    return mask;
}

Address Anonymiser::map(const Address& address) const {
    Block bytes{};
    if (address.isV4()) {
        put64(bytes.data(), std::uint64_t{address.v4().value} << 32);
        return Ipv4{address.v4().value ^ readBig32(mask(bytes, kBits4).data())};
    }
    put64(bytes.data(), address.v6().high);
    put64(bytes.data() + 8, address.v6().low);
    const Block change = mask(bytes, kBits6);
    return Ipv6{address.v6().high ^ readBig64(change.data()),
        address.v6().low ^ readBig64(change.data() + 8)};
}

Prefix Anonymiser::map(const Prefix& prefix) const {
    return Prefix::around(map(prefix.network), prefix.length);
}

namespace {

/// What the user wrote may name anybody, and is left out.
SessionFacts anonymise(const SessionFacts& session, const Anonymiser& anonymiser) {
    SessionFacts result{session.question, {}};
    Narrowing& narrowing = result.question.narrowing;
    for (std::vector<Term>* const terms : {&narrowing.only, &narrowing.without}) {
        for (Term& term : *terms) {
            if (Prefix* const source = std::get_if<Prefix>(&term))
                *source = anonymiser.map(*source);
        }
    }
    return result;
}

} // namespace

SavedIndex anonymise(
    const SavedIndex& saved, const SourceOrigins& origins, const Anonymiser& anonymiser) {
    const BurstIndex& index = *saved.captures.index;
    auto made = std::make_shared<BurstIndex>();
    auto kept = std::make_shared<SourceOrigins>();
    made->baseGap = index.baseGap;
    made->counts = index.counts;
    made->activity = index.activity;
    made->probeTargets = index.probeTargets;
    made->probeSources = index.probeSources;
    made->userRules = index.userRules;
    Mover(index, origins, anonymiser).moveInto(*made, *kept);
    SavedIndex result;
    result.facts = saved.facts;
    if (saved.session)
        result.session = anonymise(*saved.session, anonymiser);
    result.notes = saved.notes;
    std::vector<Prefix> telescope;
    for (const Prefix& prefix : saved.facts.telescope.prefixes())
        telescope.push_back(anonymiser.map(prefix));
    result.facts.telescope = PrefixSet(std::move(telescope));
    result.facts.isAnonymised = true;
    result.facts.captures.filter.clear();
    std::string& rulesPath = result.facts.captures.rulesPath;
    rulesPath = std::filesystem::path(rulesPath).filename().string();
    for (FileReport& file : result.facts.captures.files)
        file.path = std::filesystem::path(file.path).filename().string();
    result.origins = std::move(kept);
    result.captures = {std::move(made), result.facts.captures};
    return result;
}

} // namespace sweepscope
