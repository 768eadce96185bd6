// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/packet_file.h"

#include "base/atomic_file.h"

#include <fmt/format.h>

namespace sweepscope {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Classic captures in this machine's byte order, as every reader takes them.
template <typename Number>
void put(std::string& out, Number number) {
    for (std::size_t byte = 0; byte < sizeof number; ++byte)
        out += static_cast<char>(number >> (8 * byte) & 0xff);
}

std::string fileHeader(LinkType link) {
    std::string header;
    put(header, std::uint32_t{0xa1b23c4d}); // nanoseconds
    put(header, std::uint16_t{2});
    put(header, std::uint16_t{4});
    put(header, std::uint64_t{0});
    put(header, std::uint32_t{262'144});
    put(header, link.number);
    return header;
}

/// The format has 32 bits without a sign for seconds: 1970 to 2106.
bool canBeWritten(Timestamp time) {
    return time.nanoseconds >= 0 && time.nanoseconds / kSecond <= 0xffffffff;
}

std::string recordHeader(const PacketRecord& packet) {
    std::string header;
    put(header, static_cast<std::uint32_t>(packet.time.nanoseconds / kSecond));
    put(header, static_cast<std::uint32_t>(packet.time.nanoseconds % kSecond));
    put(header, packet.captured);
    put(header, packet.original);
    return header;
}

Status check(const FoundPackets& found, const std::string& path) {
    if (found.packets.empty())
        return Error{path + ": there are no packets to save"};
    for (const PacketRecord& packet : found.packets) {
        if (packet.link != found.packets.front().link)
            return Error{
                fmt::format("{}: the packets are of the link types {} and {}, which do not "
                            "go into one classic capture; save those of one port or time",
                    path, toText(found.packets.front().link), toText(packet.link))};
        if (!canBeWritten(packet.time))
            return Error{path + ": a packet lies before 1970 or after 2106, which a classic "
                                "capture cannot say"};
    }
    return {};
}

std::string portList(const std::vector<PortTerm>& ports, const char* pattern) {
    std::string list;
    for (const PortTerm& term : ports) {
        const std::string protocol(nameOf(term.protocol.value_or(Protocol::tcp)));
        if (protocol != "tcp" && protocol != "udp")
            continue;
        list +=
            (list.empty() ? "" : " or ") + fmt::format(fmt::runtime(pattern), protocol, term.port);
    }
    return list;
}

} // namespace

Status writePacketFile(const FoundPackets& found, const std::string& path) {
    const Status good = check(found, path);
    if (!good.ok())
        return good;
    return writeFileAtomically(path, [&](const TextSink& sink) {
        sink(fileHeader(found.packets.front().link));
        for (const PacketRecord& packet : found.packets) {
            sink(recordHeader(packet));
            const ByteSpan bytes = found.bytesOf(packet);
            sink(std::string(bytes.begin(), bytes.end()));
        }
    });
}

std::string displayFilterFor(const Address& source, const std::vector<PortTerm>& ports) {
    std::string filter =
        fmt::format("{} == {}", source.isV4() ? "ip.src" : "ipv6.src", toText(source));
    const std::string list = portList(ports, "{}.dstport == {}");
    return list.empty() ? filter : filter + " and (" + list + ")";
}

std::string captureFilterFor(const Address& source, const std::vector<PortTerm>& ports) {
    std::string filter =
        fmt::format("{} src host {}", source.isV4() ? "ip" : "ip6", toText(source));
    const std::string list = portList(ports, "{} dst port {}");
    return list.empty() ? filter : filter + " and (" + list + ")";
}

} // namespace sweepscope
