// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_origins.h"

#include "base/hash.h"
#include "base/team.h"
#include "geo/look_up_sources.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace sweepscope {

namespace {

/// Walks one database along ascending addresses.
class DatabaseWalk {
public:
    explicit DatabaseWalk(const GeoDatabase& database)
        : m_database(database) {}

    /// The number of the address's record.
    std::uint32_t recordOf(const Address& address) {
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
        m_answersOf.resize(m_segments.size());
        m_records.resize(m_segments.size());
        forAll(m_team, m_segments.size(), [&](unsigned, std::size_t i) { findRecords(i); });
        for (std::size_t i = 0; i < m_segments.size(); ++i)
            combine(i);
        std::vector<Origin> found(m_firsts.size());
        forAll(m_team, m_firsts.size(),
            [&](unsigned, std::size_t i) { found[i] = m_databases.lookUp(m_firsts[i]); });
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
    /// Of a segment's sources, one of each database for the first, then for the second, ...
    void findRecords(std::size_t number) {
        std::vector<DatabaseWalk> walks(
            m_databases.databases().begin(), m_databases.databases().end());
        m_records[number].reserve(m_segments[number]->size() * walks.size());
        for (const Address source : *m_segments[number]) {
            for (DatabaseWalk& walk : walks)
                m_records[number].push_back(walk.recordOf(source));
        }
    }

    /// Numbers the combinations in the order in which they are met: what the first databases say
    /// together has a number, which with the next one's record makes the next key.
    void combine(std::size_t number) {
        const std::uint32_t* record = m_records[number].data();
        m_answersOf[number].reserve(m_segments[number]->size());
        for (const Address source : *m_segments[number]) {
            std::uint64_t combination = 0;
            for (KeyNumbers& numbers : m_numbers)
                combination = numbers.numberOf(combination << 32 | *record++);
            if (combination == m_firsts.size())
                m_firsts.push_back(source);
            m_answersOf[number].push_back(static_cast<std::uint32_t>(combination));
        }
    }

    static std::vector<Answer> number(std::vector<Origin> origins, std::vector<Network>& networks) {
        std::unordered_map<std::pair<std::uint32_t, std::string>, std::uint32_t, NetworkHash>
            numbers;
        numbers.emplace(std::pair(0U, std::string()), 0U);
        std::vector<Answer> answers;
        answers.reserve(origins.size());
        for (Origin& origin : origins) {
            const auto next = static_cast<std::uint32_t>(networks.size());
            const auto [found, isNew] = numbers.try_emplace({origin.asNumber, origin.asName}, next);
            if (isNew)
                networks.push_back({origin.asNumber, std::move(origin.asName)});
            answers.push_back({origin.country, {found->second}});
        }
        return answers;
    }

    struct NetworkHash {
        std::size_t operator()(const std::pair<std::uint32_t, std::string>& network) const {
            return std::hash<std::string>()(network.second) ^
                   std::size_t{network.first} * 0x9e3779b1U;
        }
    };

    const GeoDatabases& m_databases;
    std::span<const AddressList* const> m_segments;
    Team* m_team;
    std::vector<std::vector<std::uint32_t>> m_records;   ///< by segment
    std::vector<std::vector<std::uint32_t>> m_answersOf; ///< combinations, by segment and place
    std::vector<KeyNumbers> m_numbers; ///< of each database: combinations that end with its record
    std::vector<Address> m_firsts;     ///< of each combination, the first source that has it
};

} // namespace

Origin GeoDatabases::lookUp(const Address& address) const {
    Origin origin;
    for (const GeoDatabase& database : m_databases) {
        const Origin answer = database.read(address);
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
