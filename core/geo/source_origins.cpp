// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_origins.h"

#include <algorithm>
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

struct RecordsHash {
    std::size_t operator()(const std::vector<std::uint32_t>& records) const {
        std::size_t hash = 0;
        for (const std::uint32_t record : records)
            hash = (hash ^ record) * 0x9e3779b97f4a7c15U;
        return hash;
    }
};

class Lookup {
public:
    Lookup(const GeoDatabases& databases, SourceOrigins& origins)
        : m_databases(databases)
        , m_origins(origins)
        , m_records(databases.databases().size()) {
        m_networkNumbers.emplace(std::pair(0U, std::string()), 0U);
    }

    void run(std::span<const Address> sources, OriginSegment& segment) {
        std::vector<DatabaseWalk> walks(
            m_databases.databases().begin(), m_databases.databases().end());
        segment.countries.reserve(sources.size());
        segment.networks.reserve(sources.size());
        for (const Address& source : sources) {
            for (std::size_t i = 0; i < walks.size(); ++i)
                m_records[i] = walks[i].recordOf(source);
            const Answer& answer = answerFor(source);
            segment.countries.push_back(answer.country);
            segment.networks.push_back(answer.network);
        }
    }

private:
    const Answer& answerFor(const Address& source) {
        const auto [found, isNew] = m_answers.try_emplace(m_records);
        if (isNew) {
            Origin origin = m_databases.lookUp(source);
            found->second = {origin.country, numberOf({origin.asNumber, std::move(origin.asName)})};
        }
        return found->second;
    }

    NetworkId numberOf(Network network) {
        const auto next = static_cast<std::uint32_t>(m_origins.networks.size());
        const auto [found, isNew] =
            m_networkNumbers.try_emplace({network.asNumber, network.name}, next);
        if (isNew)
            m_origins.networks.push_back(std::move(network));
        return {found->second};
    }

    struct NetworkHash {
        std::size_t operator()(const std::pair<std::uint32_t, std::string>& network) const {
            return std::hash<std::string>()(network.second) ^ network.first * 0x9e3779b1U;
        }
    };

    const GeoDatabases& m_databases;
    SourceOrigins& m_origins;
    std::vector<std::uint32_t> m_records;
    std::unordered_map<std::vector<std::uint32_t>, Answer, RecordsHash> m_answers;
    std::unordered_map<std::pair<std::uint32_t, std::string>, std::uint32_t, NetworkHash>
        m_networkNumbers;
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
    const GeoDatabases& databases, std::span<const std::span<const Address>> segments) {
    SourceOrigins origins;
    origins.segments.resize(segments.size());
    Lookup lookup(databases, origins);
    for (std::size_t i = 0; i < segments.size(); ++i)
        lookup.run(segments[i], origins.segments[i]);
    return origins;
}

} // namespace sweepscope
