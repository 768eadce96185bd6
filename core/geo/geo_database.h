// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/result.h"
#include "geo/country.h"

#include <cstdint>
#include <memory>
#include <string>

namespace sweepscope {

/// Who an address belongs to, as far as a database tells.
struct Origin {
    CountryId country;
    std::uint32_t asNumber = 0; ///< 0: not known
    std::string asName;

    bool operator==(const Origin&) const = default;
};

/// A country or network database in MaxMind's file format, mapped into memory.
///
/// Reads the layouts of MaxMind and DB-IP (country.iso_code, autonomous_system_number and
/// autonomous_system_organization) and of IPinfo (country or country_code, asn "AS123", as_name).
/// Look-ups may run in many threads at once.
class GeoDatabase {
public:
    /// Fails with a message that names the file.
    static Result<GeoDatabase> open(const std::string& path);

    GeoDatabase(GeoDatabase&&) noexcept;
    GeoDatabase& operator=(GeoDatabase&&) noexcept;
    ~GeoDatabase();

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] std::string type() const; ///< "GeoLite2-ASN" and its like, as the database says
    [[nodiscard]] std::string description() const;
    [[nodiscard]] std::int64_t buildTime() const; ///< seconds since 1970

    /// A record of the database that many addresses share.
    struct Record {
        std::uint32_t id = 0;   ///< equal for addresses with the same record; 0: there is none
        int prefixLength = 128; ///< the answer holds for all addresses with these first bits
    };

    /// Where the address's record is. Damage that the look-up meets counts as no record.
    [[nodiscard]] Record find(const Address& address) const;

    /// The content of a record that was found in this database.
    [[nodiscard]] Origin read(std::uint32_t id) const;

    [[nodiscard]] Origin read(const Address& address) const { return read(find(address).id); }

private:
    struct Held;
    explicit GeoDatabase(std::unique_ptr<Held> held);

    std::unique_ptr<Held> m_held;
};

} // namespace sweepscope
