// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/geo_file.h"

#include <array>
#include <stdexcept>

namespace sweepscope::tests {

namespace {

/// MaxMind DB File Format Specification 2.0: a control byte of type and size, then the value.
class DataWriter {
public:
    void put(const std::string& text) {
        control(2, text.size());
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    }

    void put(std::uint32_t number) { putNumber(6, number, 4); }

    void putShort(std::uint16_t number) { putNumber(5, number, 2); }

    void putLong(std::uint64_t number) { putNumber(9, number, 8); }

    void beginMap(std::size_t pairs) { control(7, pairs); }

    void beginArray(std::size_t items) { control(11, items); }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

    Bytes take() { return std::move(m_bytes); }

private:
    void control(unsigned type, std::size_t size) {
        const bool isLong = size > 28;
        const auto low = static_cast<std::uint8_t>(isLong ? 29 : size);
        m_bytes.push_back(static_cast<std::uint8_t>((type < 8 ? type << 5 : 0) | low));
        if (type >= 8)
            m_bytes.push_back(static_cast<std::uint8_t>(type - 7));
        if (isLong)
            m_bytes.push_back(static_cast<std::uint8_t>(size - 29));
    }

    void putNumber(unsigned type, std::uint64_t number, unsigned bytes) {
        control(type, bytes);
        for (unsigned i = bytes; i > 0; --i)
            m_bytes.push_back(static_cast<std::uint8_t>(number >> 8 * (i - 1)));
    }

    Bytes m_bytes;
};

void putValue(DataWriter& out, const GeoField& field) {
    if (const auto* text = std::get_if<std::string>(&field.value))
        out.put(*text);
    else
        out.put(std::get<std::uint32_t>(field.value));
}

void putRecord(DataWriter& out, const std::vector<GeoField>& fields) {
    out.beginMap(fields.size());
    for (const GeoField& field : fields) {
        const auto dot = field.place.find('.');
        out.put(field.place.substr(0, dot));
        if (dot != std::string::npos) {
            out.beginMap(1);
            out.put(field.place.substr(dot + 1));
        }
        putValue(out, field);
    }
}

/// A binary tree over the bits of addresses; a record is empty, a node, or data.
class Tree {
public:
    void insert(const Prefix& prefix, std::size_t dataOffset) {
        const bool isV4 = prefix.network.isV4();
        const Ipv6 bits = isV4 ? Ipv6{0, prefix.network.v4().value} : prefix.network.v6();
        const int length = prefix.length + (isV4 ? 96 : 0);
        std::size_t node = 0;
        for (int depth = 0; depth < length; ++depth) {
            const std::uint64_t half = depth < 64 ? bits.high : bits.low;
            Record& record = m_nodes[node][half >> (63 - depth % 64) & 1];
            if (record.isData)
                throw std::runtime_error("a prefix inside another");
            if (depth == length - 1) {
                record = {true, dataOffset};
                return;
            }
            if (record.value == 0) {
                record.value = m_nodes.size();
                node = record.value;
                m_nodes.emplace_back(); // `record` is void from here on
            } else {
                node = record.value;
            }
        }
    }

    [[nodiscard]] std::size_t nodes() const { return m_nodes.size(); }

    /// 32 bits a record. The root is nobody's child, so its number stands for "empty" above.
    void write(Bytes& out) const {
        for (const auto& node : m_nodes) {
            for (const Record& record : node) {
                const std::size_t empty = record.value == 0 ? m_nodes.size() : record.value;
                putBig32(out, static_cast<std::uint32_t>(
                                  record.isData ? m_nodes.size() + 16 + record.value : empty));
            }
        }
    }

private:
    struct Record {
        bool isData = false;
        std::size_t value = 0;
    };

    std::vector<std::array<Record, 2>> m_nodes{1};
};

Bytes metadata(std::size_t nodes, const std::string& type) {
    DataWriter out;
    out.beginMap(9);
    out.put("node_count");
    out.put(static_cast<std::uint32_t>(nodes));
    out.put("record_size");
    out.putShort(32);
    out.put("ip_version");
    out.putShort(6);
    out.put("database_type");
    out.put(type);
    out.put("languages");
    out.beginArray(0);
    out.put("binary_format_major_version");
    out.putShort(2);
    out.put("binary_format_minor_version");
    out.putShort(0);
    out.put("build_epoch");
    out.putLong(1'700'000'000);
    out.put("description");
    out.beginMap(1);
    out.put("en");
    out.put("A database of a test");
    return out.take();
}

} // namespace

Bytes geoFile(const std::vector<GeoEntry>& entries, const std::string& type) {
    Tree tree;
    DataWriter data;
    for (const GeoEntry& entry : entries) {
        tree.insert(parsePrefix(entry.prefix).value(), data.size());
        putRecord(data, entry.fields);
    }
    Bytes file;
    tree.write(file);
    file.resize(file.size() + 16);
    const Bytes section = data.take();
    file.insert(file.end(), section.begin(), section.end());
    const std::string marker = "\xab\xcd\xefMaxMind.com";
    file.insert(file.end(), marker.begin(), marker.end());
    const Bytes end = metadata(tree.nodes(), type);
    file.insert(file.end(), end.begin(), end.end());
    return file;
}

std::vector<GeoField> geoFields(
    const std::string& country, std::uint32_t asNumber, const std::string& asName) {
    return {{"country.iso_code", country}, {"autonomous_system_number", asNumber},
        {"autonomous_system_organization", asName}};
}

} // namespace sweepscope::tests
