// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_origins.h"

#include "base/hash.h"
#include "base/prefetch.h"
#include "base/team.h"
#include "geo/look_up_sources.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace sweepscope {

namespace {

/// What a database says of each IPv4 /16, by its first address. With the shipped one two thirds of
/// random sources need no look-up of their own.
class Sixteens {
public:
    static constexpr std::size_t kCount = 65536;

    Sixteens(const GeoDatabase& database, Team* team)
        : m_records(kCount) {
        constexpr std::size_t kAtOnce = 256;
        forAll(team, kCount / kAtOnce, [&](unsigned, std::size_t part) {
            const std::size_t end = (part + 1) * kAtOnce;
            for (std::size_t i = part * kAtOnce; i < end;) {
                const GeoDatabase::Record record =
                    database.find(Address(Ipv4{static_cast<std::uint32_t>(i) << kLowerBits}));
                for (const std::size_t next = std::min(end, endOf(record, i)); i < next; ++i)
                    m_records[i] = record;
            }
        });
    }

    /// The record of the address's /16, where it has one in common.
    [[nodiscard]] std::optional<std::uint32_t> recordOf(Ipv4 address) const {
        const GeoDatabase::Record& record = m_records[address.value >> kLowerBits];
        if (record.prefixLength > 32 - kLowerBits)
            return std::nullopt;
        return record.id;
    }

private:
    static constexpr int kLowerBits = 16;

    /// Behind the last /16 that the answer for the one at `place` holds for.
    static std::size_t endOf(const GeoDatabase::Record& record, std::size_t place) {
        if (record.prefixLength < 0 || record.prefixLength > 32 - kLowerBits)
            return place + 1;
        return (place | ((kCount >> record.prefixLength) - 1)) + 1;
    }

    std::vector<GeoDatabase::Record> m_records;
};

/// Walks one database along ascending addresses.
class DatabaseWalk {
public:
    /// `sixteens`: may be null.
    DatabaseWalk(const GeoDatabase& database, const Sixteens* sixteens)
        : m_database(database)
        , m_sixteens(sixteens) {}

    /// The number of the address's record.
    std::uint32_t recordOf(const Address& address) {
        if (m_sixteens != nullptr && address.isV4()) {
            if (const auto record = m_sixteens->recordOf(address.v4()))
                return *record;
        }
        if (!m_prefix || !m_prefix->contains(address)) {
            const GeoDatabase::Record record = m_database.find(address);
            m_record = record.id;
            m_prefix = covering(address, record.prefixLength);
        }
        return m_record;
    }

private:
    static std::optional<Prefix> covering(const Address& address, int length) {
        const int width = address.isV4() ? 32 : 128;
        if (length < 0 || length > width)
            return std::nullopt;
        return Prefix::around(address, length);
    }

    const GeoDatabase& m_database;
    const Sixteens* m_sixteens;
    std::optional<Prefix> m_prefix;
    std::uint32_t m_record = 0;
};

/// The origin for one combination of records, one of each database.
struct Answer {
    CountryId country;
    NetworkId network;
};

/// Numbers keys from 0 up, in the order in which they are first met: a million sources ask.
class KeyNumbers {
public:
    std::uint32_t numberOf(std::uint64_t key) {
        if (std::size_t{m_count} * 2 >= m_places.size())
            grow();
        Place& place = find(key);
        if (place.number == 0)
            place = {key, ++m_count};
        return place.number - 1;
    }

    /// For a key that is asked for soon.
    void prefetch(std::uint64_t key) const {
        if (!m_places.empty())
            prefetchByte(&m_places[mix64(key) & (m_places.size() - 1)], 0);
    }

private:
    struct Place {
        std::uint64_t key = 0;
        std::uint32_t number = 0; ///< from 1 up; 0: the place is free
    };

    Place& find(std::uint64_t key) {
        const std::size_t mask = m_places.size() - 1;
        std::size_t at = mix64(key) & mask;
        while (m_places[at].number != 0 && m_places[at].key != key)
            at = (at + 1) & mask;
        return m_places[at];
    }

    void grow() {
        constexpr std::size_t kFirst = 1024;
        const std::vector<Place> old =
            std::exchange(m_places, std::vector<Place>(std::max(kFirst, 2 * m_places.size())));
        for (const Place& place : old) {
            if (place.number != 0)
                find(place.key) = place;
        }
    }

    std::vector<Place> m_places; ///< a power of two of them, at most half full
    std::uint32_t m_count = 0;
};

/// Looks up many sources: each one's records, then each combination of records once.
class Lookup {
public:
    Lookup(const GeoDatabases& databases, std::span<const AddressList* const> segments, Team* team)
        : m_databases(databases)
        , m_segments(segments)
        , m_team(team)
        , m_numbers(databases.databases().size()) {}

    SourceOrigins run() {
        lookUpSixteens();
        m_answersOf.resize(m_segments.size());
        m_records.resize(m_segments.size());
        forAll(m_team, m_segments.size(), [&](unsigned, std::size_t i) { findRecords(i); });
        for (std::size_t i = 0; i < m_segments.size(); ++i)
            combine(i);
        const std::size_t width = m_numbers.size();
        std::vector<Origin> found(m_count);
        forAll(m_team, m_count, [&](unsigned, std::size_t i) {
            found[i] = m_databases.originOf(std::span(m_combinations).subspan(i * width, width));
        });
        SourceOrigins origins;
        const std::vector<Answer> answers = number(std::move(found), origins.networks);
        origins.segments.resize(m_segments.size());
        forAll(m_team, m_segments.size(), [&](unsigned, std::size_t i) {
            OriginSegment& segment = origins.segments[i];
            segment.countries.reserve(m_segments[i]->size());
            segment.networks.reserve(m_segments[i]->size());
            for (const std::uint32_t answer : m_answersOf[i]) {
                segment.countries.push_back(answers[answer].country);
                segment.networks.push_back(answers[answer].network);
            }
        });
        return origins;
    }

private:
    /// Only where there are so many sources that it saves look-ups.
    void lookUpSixteens() {
        std::size_t sources = 0;
        for (const AddressList* segment : m_segments)
            sources += segment->size();
        if (sources < 2 * Sixteens::kCount)
            return;
        for (const GeoDatabase& database : m_databases.databases())
            m_sixteens.emplace_back(database, m_team);
    }

    /// Of a segment's sources, one of each database for the first, then for the second, ...
    void findRecords(std::size_t number) {
        std::vector<DatabaseWalk> walks;
        for (std::size_t i = 0; i < m_databases.databases().size(); ++i)
            walks.emplace_back(
                m_databases.databases()[i], m_sixteens.empty() ? nullptr : &m_sixteens[i]);
        m_records[number].reserve(m_segments[number]->size() * walks.size());
        for (const Address source : *m_segments[number]) {
            for (DatabaseWalk& walk : walks)
                m_records[number].push_back(walk.recordOf(source));
        }
    }

    /// Numbers the combinations in the order in which they are met: what the first databases say
    /// together has a number, which with the next one's record makes the next key.
    void combine(std::size_t number) {
        constexpr std::size_t kAhead = 16; // sources
        const std::size_t width = m_numbers.size();
        const std::size_t sources = m_segments[number]->size();
        const std::span<const std::uint32_t> all = m_records[number];
        m_answersOf[number].reserve(sources);
        for (std::size_t i = 0; i < sources; ++i) {
            if (width != 0 && i + kAhead < sources)
                m_numbers[0].prefetch(all[(i + kAhead) * width]);
            const std::span<const std::uint32_t> records = all.subspan(i * width, width);
            std::uint64_t combination = 0;
            for (std::size_t k = 0; k < width; ++k)
                combination = m_numbers[k].numberOf(combination << 32 | records[k]);
            if (combination == m_count) {
                ++m_count;
                m_combinations.insert(m_combinations.end(), records.begin(), records.end());
            }
            m_answersOf[number].push_back(static_cast<std::uint32_t>(combination));
        }
    }

    /// Numbers networks: nearly all records of an AS number have the same name.
    static std::vector<Answer> number(std::vector<Origin> origins, std::vector<Network>& networks) {
        std::unordered_map<std::uint32_t, std::uint32_t> firsts; // by AS number
        std::vector<std::uint32_t> nexts(networks.size()); // of each, the next with its AS number
        firsts.emplace(0U, 0U);
        std::vector<Answer> answers;
        answers.reserve(origins.size());
        for (Origin& origin : origins) {
            const auto fresh = static_cast<std::uint32_t>(networks.size());
            std::uint32_t place = firsts.try_emplace(origin.asNumber, fresh).first->second;
            while (place != fresh && networks[place].name != origin.asName) {
                if (nexts[place] == 0)
                    nexts[place] = fresh;
                place = nexts[place];
            }
            if (place == fresh) {
                networks.push_back({origin.asNumber, std::move(origin.asName)});
                nexts.push_back(0);
            }
            answers.push_back({origin.country, {place}});
        }
        return answers;
    }

    const GeoDatabases& m_databases;
    std::span<const AddressList* const> m_segments;
    Team* m_team;
    std::vector<Sixteens> m_sixteens;                    ///< of each database, or none
    std::vector<std::vector<std::uint32_t>> m_records;   ///< by segment
    std::vector<std::vector<std::uint32_t>> m_answersOf; ///< combinations, by segment and place
    std::vector<KeyNumbers> m_numbers; ///< of each database: combinations that end with its record
    std::vector<std::uint32_t> m_combinations; ///< the records of each, one of each database
    std::size_t m_count = 0;                   ///< of combinations
};

} // namespace

Origin GeoDatabases::lookUp(const Address& address) const {
    std::vector<std::uint32_t> records;
    for (const GeoDatabase& database : m_databases)
        records.push_back(database.find(address).id);
    return originOf(records);
}

Origin GeoDatabases::originOf(std::span<const std::uint32_t> records) const {
    Origin origin;
    for (std::size_t i = 0; i < m_databases.size(); ++i) {
        const Origin answer = m_databases[i].read(records[i]);
        if (!origin.country.isKnown())
            origin.country = answer.country;
        if (origin.asNumber == 0 && answer.asNumber != 0) {
            origin.asNumber = answer.asNumber;
            origin.asName = answer.asName;
        }
    }
    return origin;
}

SourceOrigins lookUpSources(
    const GeoDatabases& databases, std::span<const AddressList* const> segments) {
    return Lookup(databases, segments, nullptr).run();
}

SourceOrigins lookUpSources(
    const GeoDatabases& databases, std::span<const AddressList* const> segments, Team& team) {
    return Lookup(databases, segments, &team).run();
}

} // namespace sweepscope
