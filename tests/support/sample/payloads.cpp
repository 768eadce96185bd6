// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/payloads.h"

#include "sample/day.h"
#include "sample/source_pool.h"

#include <initializer_list>
#include <string>

namespace sweepscope::sample {
namespace {

void add(Bytes& bytes, std::initializer_list<std::uint8_t> more) {
    bytes.insert(bytes.end(), more);
}

/// A name of the domain name system: each label after its length, then the root.
void addName(Bytes& bytes, std::initializer_list<std::string_view> labels) {
    for (const std::string_view label : labels) {
        bytes.push_back(static_cast<std::uint8_t>(label.size()));
        bytes.insert(bytes.end(), label.begin(), label.end());
    }
    bytes.push_back(0);
}

} // namespace

Bytes dnsVersionQuestion() { // TXT version.bind in class CHAOS, 30 bytes
    Bytes bytes = {0x34, 0xef, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0};
    addName(bytes, {"version", "bind"});
    add(bytes, {0, 16, 0, 3});
    return bytes;
}

Bytes ntpMonlistQuestion() { // mode 7, implementation 3, request 42
    Bytes bytes = {0x17, 0x00, 0x03, 0x2a};
    bytes.resize(192, 0);
    return bytes;
}

Bytes snmpQuestion() { // version 1, community "public", get sysDescr.0, 43 bytes
    Bytes bytes = {0x30, 0x29, 0x02, 0x01, 0x00, 0x04, 0x06, 'p', 'u', 'b', 'l', 'i', 'c'};
    add(bytes, {0xa0, 0x1c, 0x02, 0x04, 0x4c, 0x33, 0xa7, 0x56, 0x02, 0x01, 0x00, 0x02, 0x01});
    add(bytes, {0x00, 0x30, 0x0e, 0x30, 0x0c, 0x06, 0x08, 0x2b, 0x06, 0x01, 0x02, 0x01, 0x01});
    add(bytes, {0x01, 0x00, 0x05, 0x00});
    return bytes;
}

Bytes ssdpSearch() {
    return bytesOf("M-SEARCH * HTTP/1.1\r\nHost:239.255.255.250:1900\r\nST:ssdp:all\r\n"
                   "Man:\"ssdp:discover\"\r\nMX:1\r\n\r\n");
}

Bytes coapQuestion() { // GET /.well-known/core, confirmable
    Bytes bytes = {0x40, 0x01, 0x7d, 0x70, 0xbb};
    for (const char letter : std::string_view(".well-known")) {
        bytes.push_back(static_cast<std::uint8_t>(letter));
    }
    add(bytes, {0x04, 'c', 'o', 'r', 'e'});
    return bytes;
}

Bytes sipOptions(std::uint32_t source, std::uint32_t target, std::uint16_t sourcePort) {
    const std::string from = addressText(source) + ":" + std::to_string(sourcePort);
    const std::string to = "sip:100@" + addressText(target);
    return bytesOf(
        "OPTIONS " + to + " SIP/2.0\r\nVia: SIP/2.0/UDP " + from +
        ";branch=z9hG4bK-1\r\nMax-Forwards: 70\r\nFrom: <sip:100@1.1.1.1>;tag=1\r\nTo: <" + to +
        ">\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContact: <sip:100@" + from +
        ">\r\nContent-Length: 0\r\n\r\n");
}

Bytes dhtPing(Random& random) {
    Bytes bytes = bytesOf("d1:ad2:id20:");
    for (int i = 0; i < 5; ++i) {
        put32(bytes, random.bits32());
    }
    const Bytes rest = bytesOf("e1:q4:ping1:t2:aa1:y1:qe");
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

Bytes dnsAnswer(Random& random, bool isRefused) { // to a question for all of example.com
    Bytes bytes;
    put16(bytes, random.bits16());
    add(bytes, {0x81, static_cast<std::uint8_t>(isRefused ? 0x85 : 0x80), 0, 1, 0});
    add(bytes, {static_cast<std::uint8_t>(isRefused ? 0 : 1), 0, 0, 0, 0});
    addName(bytes, {"example", "com"});
    add(bytes, {0, 255, 0, 1});
    if (!isRefused) {
        add(bytes, {0xc0, 12, 0, 1, 0, 1, 0, 0, 0x0e, 0x10, 0, 4, 192, 0, 2, 80});
    }
    return bytes;
}

Bytes ntpTimeAnswer(Random& random) { // mode 4
    Bytes bytes = {0x24, 0x02, 0x03, 0xe9};
    for (int i = 0; i < 3; ++i) {
        put32(bytes, 0x00000400);
    }
    constexpr auto kDayBeginNtp = static_cast<std::uint32_t>(kDayBegin + 2'208'988'800);
    for (int i = 0; i < 4; ++i) {
        put32(bytes, kDayBeginNtp);
        put32(bytes, random.bits32());
    }
    return bytes;
}

Bytes ntpMonlistAnswer() { // one entry of 72 bytes
    Bytes bytes = {0xd7, 0x00, 0x03, 0x2a, 0x00, 0x01, 0x00, 0x48};
    bytes.resize(8 + 72, 0);
    return bytes;
}

Bytes ssdpAnswer() {
    return bytesOf("HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: upnp:rootdevice\r\n"
                   "USN: uuid:0::upnp:rootdevice\r\nEXT:\r\nSERVER: Linux UPnP/1.0\r\n"
                   "LOCATION: http://192.168.0.1:1900/rootDesc.xml\r\n\r\n");
}

Bytes memcachedAnswer() {
    Bytes bytes = {0, 0, 0, 0, 0, 1, 0, 0};
    const Bytes text = bytesOf("STAT pid 1\r\nSTAT uptime 86400\r\nSTAT version 1.4.15\r\nEND\r\n");
    bytes.insert(bytes.end(), text.begin(), text.end());
    return bytes;
}

} // namespace sweepscope::sample
