// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packet_script.h"

#include "base/address.h"

#include <cmath>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace sweepscope::tests {

namespace {

struct Endpoint {
    Address address;
    std::uint16_t port = 0;
};

/// One line, taken to pieces.
struct Line {
    Timestamp time;
    Endpoint source;
    Endpoint target;
    std::string what;       ///< "SYN+ACK", "UDP", "ICMP", "IP"
    std::uint32_t type = 0; ///< of ICMP; number of the IP protocol
    std::map<std::string, std::string> fields;

    [[nodiscard]] std::uint32_t field(const std::string& name, std::uint32_t otherwise) const {
        const auto found = fields.find(name);
        return found == fields.end()
                   ? otherwise
                   : static_cast<std::uint32_t>(std::stoul(found->second, nullptr, 0));
    }
};

Endpoint parseEndpoint(const std::string& text) {
    std::string address = text;
    std::string port;
    if (text.front() == '[') {
        const auto close = text.find(']');
        address = text.substr(1, close - 1);
        if (close + 1 < text.size())
            port = text.substr(close + 2);
    } else if (text.find(':') != std::string::npos && text.find(':') == text.rfind(':')) {
        address = text.substr(0, text.find(':'));
        port = text.substr(text.find(':') + 1);
    }
    const auto parsed = parseAddress(address);
    if (!parsed)
        throw std::runtime_error("no address: " + text);
    return {*parsed, static_cast<std::uint16_t>(port.empty() ? 0 : std::stoul(port))};
}

Line parseLine(const std::string& text) {
    std::istringstream words(text);
    std::string seconds;
    std::string source;
    std::string arrow;
    std::string target;
    Line line;
    words >> seconds >> source;
    line.time = kScriptBegin + Duration::fromSeconds(std::stod(seconds));
    if (source == "ARP") {
        line.what = source;
        return line;
    }
    words >> arrow >> target >> line.what;
    if (arrow != ">" || line.what.empty())
        throw std::runtime_error("not understood: " + text);
    line.source = parseEndpoint(source);
    line.target = parseEndpoint(target);
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        if (equals == std::string::npos)
            line.type = static_cast<std::uint32_t>(std::stoul(word));
        else
            line.fields[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return line;
}

std::uint8_t parseFlags(const std::string& text) {
    static const std::map<std::string, int> kBits = {{"NONE", 0}, {"FIN", 1}, {"SYN", 2},
        {"RST", 4}, {"PSH", 8}, {"ACK", 16}, {"URG", 32}, {"ECE", 64}, {"CWR", 128}};
    int flags = 0;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, '+');)
        flags |= kBits.at(word);
    return static_cast<std::uint8_t>(flags);
}

Bytes parseHex(const std::string& text) {
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(text.substr(i, 2), nullptr, 16)));
    return bytes;
}

Bytes tcpSegment(const Line& line) {
    const auto opts = line.fields.find("opts");
    Bytes options = opts == line.fields.end() ? Bytes() : parseHex(opts->second);
    options.resize((options.size() + 3) / 4 * 4);
    Bytes tcp;
    putBig16(tcp, line.source.port);
    putBig16(tcp, line.target.port);
    putBig32(tcp, line.field("seq", 0x01020304));
    putBig32(tcp, line.field("ack", 0));
    tcp.push_back(static_cast<std::uint8_t>((20 + options.size()) / 4 << 4));
    tcp.push_back(parseFlags(line.what));
    putBig16(tcp, line.field("win", 29200));
    putBig32(tcp, 0);
    tcp.insert(tcp.end(), options.begin(), options.end());
    return tcp;
}

Bytes udpDatagram(const Line& line) {
    Bytes udp;
    putBig16(udp, line.source.port);
    putBig16(udp, line.target.port);
    putBig16(udp, 8 + line.field("len", 0));
    putBig16(udp, 0);
    return udp;
}

Bytes icmpMessage(const Line& line) {
    Bytes icmp = {static_cast<std::uint8_t>(line.type), 0};
    icmp.resize(8);
    return icmp;
}

/// The protocol number and the bytes behind the IP header.
std::pair<std::uint8_t, Bytes> transportOf(const Line& line) {
    const bool isV6 = !line.source.address.isV4();
    std::pair<std::uint8_t, Bytes> transport;
    if (line.what == "UDP")
        transport = {17, udpDatagram(line)};
    else if (line.what == "ICMP")
        transport = {static_cast<std::uint8_t>(isV6 ? 58 : 1), icmpMessage(line)};
    else if (line.what == "IP")
        transport = {static_cast<std::uint8_t>(line.type), {}};
    else
        transport = {6, tcpSegment(line)};
    transport.second.resize(transport.second.size() + line.field("len", 0));
    return transport;
}

void putIpv4(Bytes& bytes, const Line& line, std::uint8_t protocol, std::size_t payload) {
    bytes.insert(bytes.end(), {0x45, 0});
    putBig16(bytes, static_cast<std::uint32_t>(20 + payload));
    putBig16(bytes, line.field("id", 0));
    putBig16(bytes, line.field("df", 0) << 14 | line.field("frag", 0));
    bytes.insert(bytes.end(), {static_cast<std::uint8_t>(line.field("ttl", 60)), protocol, 0, 0});
    putBig32(bytes, line.source.address.v4().value);
    putBig32(bytes, line.target.address.v4().value);
}

void putAddress(Bytes& bytes, const Ipv6& address) {
    for (const std::uint64_t half : {address.high, address.low}) {
        putBig32(bytes, static_cast<std::uint32_t>(half >> 32));
        putBig32(bytes, static_cast<std::uint32_t>(half));
    }
}

void putIpv6(Bytes& bytes, const Line& line, std::uint8_t protocol, std::size_t payload) {
    putBig32(bytes, 0x60000000);
    putBig16(bytes, static_cast<std::uint32_t>(payload));
    bytes.insert(bytes.end(), {protocol, static_cast<std::uint8_t>(line.field("ttl", 60))});
    putAddress(bytes, line.source.address.v6());
    putAddress(bytes, line.target.address.v6());
}

OwnedFrame frameOf(const Line& line) {
    OwnedFrame frame;
    frame.time = line.time;
    frame.bytes = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2};
    if (line.what == "ARP") {
        putBig16(frame.bytes, 0x0806);
        frame.bytes.resize(60);
        return frame;
    }
    const auto [protocol, transport] = transportOf(line);
    const bool isV4 = line.source.address.isV4();
    putBig16(frame.bytes, isV4 ? 0x0800 : 0x86dd);
    if (isV4)
        putIpv4(frame.bytes, line, protocol, transport.size());
    else
        putIpv6(frame.bytes, line, protocol, transport.size());
    frame.bytes.insert(frame.bytes.end(), transport.begin(), transport.end());
    frame.original = static_cast<std::uint32_t>(frame.bytes.size());
    frame.bytes.resize(line.field("cut", frame.original));
    return frame;
}

} // namespace

std::vector<OwnedFrame> packetScript(std::string_view script) {
    std::vector<OwnedFrame> frames;
    std::istringstream lines{std::string(script)};
    for (std::string text; std::getline(lines, text);) {
        text.resize(std::min(text.find('#'), text.size()));
        if (text.find_first_not_of(" \t") != std::string::npos)
            frames.push_back(frameOf(parseLine(text)));
    }
    return frames;
}

} // namespace sweepscope::tests
