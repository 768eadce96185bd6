// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geo_database.h"

#include <fmt/format.h>
#include <maxminddb.h>
#include <sys/socket.h>

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <optional>
#include <string_view>
#include <utility>

namespace sweepscope {

struct GeoDatabase::Held {
    std::string path;
    MMDB_s database{};

    ~Held() { MMDB_close(&database); }
};

namespace {

MMDB_lookup_result_s lookUp(const MMDB_s& database, const Address& address, int& problem) {
    if (address.isV4()) {
        sockaddr_in socket{};
        socket.sin_family = AF_INET;
        socket.sin_addr.s_addr = htonl(address.v4().value);
        return MMDB_lookup_sockaddr(
            &database, reinterpret_cast<const sockaddr*>(&socket), &problem);
    }
    sockaddr_in6 socket{};
    socket.sin6_family = AF_INET6;
    const Ipv6 bits = address.v6();
    for (unsigned i = 0; i < 8; ++i) {
        socket.sin6_addr.s6_addr[i] = static_cast<std::uint8_t>(bits.high >> (56 - 8 * i));
        socket.sin6_addr.s6_addr[8 + i] = static_cast<std::uint8_t>(bits.low >> (56 - 8 * i));
    }
    return MMDB_lookup_sockaddr(&database, reinterpret_cast<const sockaddr*>(&socket), &problem);
}

/// The value at a path of keys in a record, which must be of the given type.
template <typename... Keys>
std::optional<MMDB_entry_data_s> valueAt(MMDB_entry_s& entry, std::uint32_t type, Keys... keys) {
    MMDB_entry_data_s data{};
    const std::array<const char*, sizeof...(Keys) + 1> path = {keys..., nullptr};
    const int status = MMDB_aget_value(&entry, &data, path.data());
    if (status != MMDB_SUCCESS || !data.has_data || data.type != type)
        return std::nullopt;
    return data;
}

template <typename... Keys>
std::optional<std::string_view> textAt(MMDB_entry_s& entry, Keys... keys) {
    const auto data = valueAt(entry, MMDB_DATA_TYPE_UTF8_STRING, keys...);
    if (!data)
        return std::nullopt;
    return std::string_view(data->utf8_string, data->data_size);
}

/// Nothing where what stands there is the code of no country.
template <typename... Keys>
std::optional<CountryId> countryAt(MMDB_entry_s& entry, Keys... keys) {
    const auto code = textAt(entry, keys...);
    const CountryId country = code ? CountryId::fromCode(*code) : CountryId();
    return country.isKnown() ? std::optional(country) : std::nullopt;
}

/// In the first layout that the record has; each further one is a search of its own.
CountryId countryIn(MMDB_entry_s& entry) {
    auto country = countryAt(entry, "country", "iso_code");
    if (!country)
        country = countryAt(entry, "country_code");
    if (!country)
        country = countryAt(entry, "country");
    if (!country)
        country = countryAt(entry, "registered_country", "iso_code");
    return country.value_or(CountryId());
}

std::uint32_t asNumberIn(MMDB_entry_s& entry) {
    if (const auto number = valueAt(entry, MMDB_DATA_TYPE_UINT32, "autonomous_system_number"))
        return number->uint32;
    std::string_view text = textAt(entry, "asn").value_or("");
    if (text.starts_with("AS"))
        text.remove_prefix(2);
    std::uint32_t number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && stopped == text.data() + text.size() ? number : 0;
}

std::string asNameIn(MMDB_entry_s& entry) {
    auto name = textAt(entry, "autonomous_system_organization");
    if (!name)
        name = textAt(entry, "as_name");
    if (!name)
        name = textAt(entry, "name");
    return std::string(name.value_or(""));
}

} // namespace

GeoDatabase::GeoDatabase(std::unique_ptr<Held> held)
    : m_held(std::move(held)) {}

GeoDatabase::GeoDatabase(GeoDatabase&&) noexcept = default;
GeoDatabase& GeoDatabase::operator=(GeoDatabase&&) noexcept = default;
GeoDatabase::~GeoDatabase() = default;

Result<GeoDatabase> GeoDatabase::open(const std::string& path) {
    MMDB_s database{};
    const int status = MMDB_open(path.c_str(), MMDB_MODE_MMAP, &database);
    if (status != MMDB_SUCCESS)
        return Error{about(path, say("is not a country or network database that can be read: %1",
                                     {{MMDB_strerror(status)}}))};
    auto held = std::make_unique<Held>();
    held->path = path;
    held->database = database;
    return GeoDatabase(std::move(held));
}

const std::string& GeoDatabase::path() const {
    return m_held->path;
}

std::string GeoDatabase::type() const {
    const char* const type = m_held->database.metadata.database_type;
    return type != nullptr ? type : "";
}

std::string GeoDatabase::description() const {
    const auto& descriptions = m_held->database.metadata.description;
    for (std::size_t i = 0; i < descriptions.count; ++i) {
        const MMDB_description_s* const each = descriptions.descriptions[i];
        if (each->language != nullptr && std::string_view(each->language) == "en")
            return each->description;
    }
    return descriptions.count > 0 ? descriptions.descriptions[0]->description : "";
}

std::int64_t GeoDatabase::buildTime() const {
    return static_cast<std::int64_t>(m_held->database.metadata.build_epoch);
}

GeoDatabase::Record GeoDatabase::find(const Address& address) const {
    int problem = 0;
    const MMDB_lookup_result_s found = lookUp(m_held->database, address, problem);
    if (problem != MMDB_SUCCESS)
        return {};
    // In a tree for IPv6 the library counts the 96 bits before an IPv4 address too.
    const bool countsV6 = address.isV4() && m_held->database.metadata.ip_version == 6;
    const int length = found.netmask - (countsV6 ? 96 : 0);
    return {found.found_entry ? found.entry.offset + 1 : 0, length};
}

Origin GeoDatabase::read(std::uint32_t id) const {
    if (id == 0)
        return {};
    MMDB_entry_s entry{&m_held->database, id - 1};
    return {countryIn(entry), asNumberIn(entry), asNameIn(entry)};
}

} // namespace sweepscope
