// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/packet_table.h"

#include "tables/row_table.h"

#include <array>
#include <utility>

namespace sweepscope {

namespace {

struct PacketRow {
    std::size_t place = 0;
    const PacketRecord* packet = nullptr;
    double sinceLast = 0; ///< seconds since the packet before
};

class PacketTable final : public RowTable<PacketRow> {
public:
    PacketTable(FoundPacketsPointer found, std::vector<PacketRow> rows,
        std::vector<ReadColumn<PacketRow>> columns)
        : RowTable<PacketRow>("packets", nullptr, std::move(rows), std::move(columns))
        , m_found(std::move(found)) {}

private:
    FoundPacketsPointer m_found; ///< whose packets the rows point at
};

bool isTcp(const PacketRow& row) {
    return protocolOf(row.packet->kind) == Protocol::tcp;
}

bool hasPorts(const PacketRow& row) {
    return isTcp(row) || protocolOf(row.packet->kind) == Protocol::udp;
}

Cell countIf(bool isThere, std::uint64_t count) {
    return isThere ? Cell(count) : Cell();
}

std::vector<ReadColumn<PacketRow>> packetColumns() {
    return {
        {{"number", "No.", Format::port, "Place among these packets"},
            [](const PacketRow& row) { return std::uint64_t{row.place + 1}; }},
        {{"time", "Time", Format::time, "When it was captured"},
            [](const PacketRow& row) { return row.packet->time; }},
        {{"since_last_s", "After", Format::duration, "Seconds after the packet before it"},
            [](const PacketRow& row) { return row.place == 0 ? Cell() : Cell(row.sinceLast); }},
        {{"target", "Target", Format::text, "Address that it was sent to"},
            [](const PacketRow& row) { return toText(row.packet->target); }},
        {{"kind", "Kind", Format::text, "What kind of packet it is"},
            [](const PacketRow& row) { return std::string(nameOf(row.packet->kind)); }},
        {{"source_port", "From port", Format::port, "Port that it came from"},
            [](const PacketRow& row) { return countIf(hasPorts(row), row.packet->sourcePort); }},
        {{"target_port", "To port", Format::port, "Port that it was sent to"},
            [](const PacketRow& row) { return countIf(hasPorts(row), row.packet->targetPort); }},
        {{"ttl", "TTL", Format::port, "Time to live, or hop limit, that was left"},
            [](const PacketRow& row) { return std::uint64_t{row.packet->ttl}; }},
        {{"ip_id", "IP ID", Format::port, "Identification of the IPv4 packet"},
            [](const PacketRow& row) {
                return countIf(row.packet->source.isV4(), row.packet->ipId);
            }},
        {{"flags", "Flags", Format::text, "Flags of the TCP header"},
            [](const PacketRow& row) {
                return isTcp(row) ? Cell(flagsText(row.packet->flags)) : Cell();
            }},
        {{"sequence", "Sequence", Format::port, "Sequence number of the TCP header"},
            [](const PacketRow& row) { return countIf(isTcp(row), row.packet->sequence); }},
        {{"window", "Window", Format::port, "Window of the TCP header"},
            [](const PacketRow& row) { return countIf(isTcp(row), row.packet->window); }},
        {{"ip_length", "Length", Format::port, "Bytes of the IP packet"},
            [](const PacketRow& row) { return std::uint64_t{row.packet->ipLength}; }},
    };
}

} // namespace

std::string flagsText(std::uint8_t flags) {
    constexpr std::array<std::string_view, 8> kNames = {
        "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    std::string text;
    for (std::size_t bit = 0; bit < kNames.size(); ++bit) {
        if ((flags >> bit & 1U) != 0)
            text += (text.empty() ? "" : " ") + std::string(kNames[bit]);
    }
    return text.empty() ? "none" : text;
}

std::shared_ptr<const Table> packetTable(FoundPacketsPointer found) {
    std::vector<PacketRow> rows;
    for (std::size_t i = 0; i < found->packets.size(); ++i) {
        const PacketRecord& packet = found->packets[i];
        rows.push_back(
            {i, &packet, i == 0 ? 0 : (packet.time - found->packets[i - 1].time).inSeconds()});
    }
    return std::make_shared<PacketTable>(std::move(found), std::move(rows), packetColumns());
}

} // namespace sweepscope
