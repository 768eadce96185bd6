// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/address_list.h"
#include "geo/geo_database.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sweepscope {

/// A network as one number: a place in a list of networks. 0 is "not known".
struct NetworkId {
    std::uint32_t place = 0;

    auto operator<=>(const NetworkId&) const = default;

    [[nodiscard]] bool isKnown() const { return place != 0; }
};

struct Network {
    std::uint32_t asNumber = 0;
    std::string name; ///< may be empty: not every number has a name

    bool operator==(const Network&) const = default;
};

/// Databases asked one after another; for each part of the answer the first that knows it counts.
class GeoDatabases {
public:
    GeoDatabases() = default;

    explicit GeoDatabases(std::vector<GeoDatabase> databases)
        : m_databases(std::move(databases)) {}

    [[nodiscard]] bool isEmpty() const { return m_databases.empty(); }

    [[nodiscard]] const std::vector<GeoDatabase>& databases() const { return m_databases; }

    [[nodiscard]] Origin lookUp(const Address& address) const;

    /// The same, of the records that the databases have for it, one of each (GeoDatabase::find).
    [[nodiscard]] Origin originOf(std::span<const std::uint32_t> records) const;

private:
    std::vector<GeoDatabase> m_databases;
};

/// Country and network of a run of sources, two small numbers each.
struct OriginSegment {
    std::vector<CountryId> countries;
    std::vector<NetworkId> networks;
};

/// Country and network of many sources, by segment and place as the sources stand there.
struct SourceOrigins {
    std::vector<OriginSegment> segments;
    std::vector<Network> networks{{}}; ///< what a NetworkId stands for; the first is "not known"
};

/// Looks sources up, segment by segment, and gives each network a number. A look-up answers for a
/// whole prefix, so neighbours often need none.
SourceOrigins lookUpSources(
    const GeoDatabases& databases, std::span<const AddressList* const> segments);

} // namespace sweepscope
