// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "support/frames.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sweepscope::tests {

/// A field of a record: its place ("country.iso_code", or one name) and its value.
struct GeoField {
    std::string place;
    std::variant<std::string, std::uint32_t> value;
};

struct GeoEntry {
    std::string prefix; ///< of either family; no prefix may hold another
    std::vector<GeoField> fields;
};

/// A small database in MaxMind's file format, for IPv6 with IPv4 in ::/96, as bytes.
Bytes geoFile(const std::vector<GeoEntry>& entries, const std::string& type = "Test");

/// The fields of GeoLite2 for a country and a network.
std::vector<GeoField> geoFields(
    const std::string& country, std::uint32_t asNumber, const std::string& asName);

} // namespace sweepscope::tests
