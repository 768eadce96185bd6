// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the corpus that fuzzing begins with: small captures of each format for the readers, and
// frames of each link type for the decoder. Usage: make_fuzz_seeds FOLDER
#include "packets/link_layer.h"
#include "support/packed.h"
#include "support/packet_script.h"
#include "support/small_captures.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace sweepscope;
using namespace sweepscope::tests;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const Bytes& content) {
    fs::create_directories(path.parent_path());
    std::ofstream stream(path, std::ios::binary);
    for (const std::uint8_t byte : content)
        stream.put(static_cast<char>(byte));
    if (!stream.flush())
        throw std::runtime_error("cannot write " + path.string());
}

void writeCaptures(const fs::path& folder) {
    for (const SmallCapture& capture : smallCaptures()) {
        const bool isPacked = capture.ends.empty();
        const bool isPcapng = capture.name.starts_with("pcapng");
        const char* const target = isPacked ? "unpack" : (isPcapng ? "pcapng" : "pcap");
        write(folder / target / capture.name, capture.content);
        write(folder / "open_capture" / capture.name, capture.content);
    }
    write(folder / "open_capture" / "text", {'#', ' ', 't', 'e', 'x', 't', '\n'});
}

/// Every kind of packet that the table of kinds names, and some that are odd.
std::vector<OwnedFrame> oddPackets() {
    return packetScript("0 198.51.100.7:40000 > 192.0.2.1:23 SYN id=54321 opts=020405b4\n"
                        "1 198.51.100.7:80 > 192.0.2.1:23 SYN+ACK\n"
                        "2 198.51.100.7:80 > 192.0.2.1:23 RST cut=40\n"
                        "3 198.51.100.7:53 > 192.0.2.1:4444 UDP len=30\n"
                        "4 198.51.100.7 > 192.0.2.1 ICMP 3\n"
                        "5 198.51.100.7:1 > 192.0.2.1:2 UDP frag=3\n"
                        "6 198.51.100.7 > 192.0.2.1 IP 47\n"
                        "7 [2001:db8::7]:40000 > [2001:db8::1]:80 SYN\n"
                        "8 ARP\n");
}

/// An input of the decoder's target: options, link type, frames behind their lengths.
Bytes decoderInput(std::uint8_t options, LinkType link, const Bytes& linkHeader,
    const std::vector<OwnedFrame>& frames) {
    constexpr std::ptrdiff_t kEthernetBytes = 14;
    Bytes input = {options};
    putBig16(input, link.number);
    for (const OwnedFrame& frame : frames) {
        Bytes bytes = linkHeader;
        const bool isEthernet = link == link::kEthernet && linkHeader.empty();
        bytes.insert(bytes.end(), frame.bytes.begin() + (isEthernet ? 0 : kEthernetBytes),
            frame.bytes.end());
        input.push_back(static_cast<std::uint8_t>(bytes.size()));
        input.insert(input.end(), bytes.begin(), bytes.end());
    }
    return input;
}

struct LinkSeed {
    const char* name;
    LinkType link;
    Bytes header; ///< before the IP header
};

std::vector<LinkSeed> linkSeeds() {
    const Bytes macs(12, 0x22);
    const auto ethernet = [&](const Bytes& behind) { return joined(macs, behind); };
    const Bytes wireless = {0x88, 0x02, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3,
        0, 0, 0, 0, 0xaa, 0xaa, 3, 0, 0, 0, 8, 0};
    return {
        {"ethernet", link::kEthernet, {}},
        {"vlan", link::kEthernet, ethernet({0x88, 0xa8, 0, 5, 0x81, 0, 0, 7, 8, 0})},
        {"mpls", link::kEthernet, ethernet({0x88, 0x47, 0, 1, 0, 64, 0, 2, 1, 64})},
        {"pppoe", link::kEthernet, ethernet({0x88, 0x64, 0x11, 0, 0, 1, 0, 60, 0, 0x21})},
        {"snap", link::kEthernet, ethernet({0, 60, 0xaa, 0xaa, 3, 0, 0, 0, 8, 0})},
        {"raw", link::kRaw, {}},
        {"null", link::kNull, {2, 0, 0, 0}},
        {"loop", link::kLoop, {0, 0, 0, 2}},
        {"sll", link::kLinuxSll, {0, 0, 0, 1, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0, 8, 0}},
        {"sll2", link::kLinuxSll2, {8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0}},
        {"ppp", link::kPpp, {0xff, 3, 0, 0x21}},
        {"ppp-hdlc", link::kPppHdlc, {0x0f, 0, 8, 0}},
        {"pppoe-session", link::kPppEther, {0x11, 0, 0, 1, 0, 60, 0, 0x21}},
        {"c-hdlc", link::kCHdlc, {0x0f, 0, 8, 0}},
        {"wireless", link::kIeee80211, wireless},
        {"radiotap", link::kRadiotap, joined({0, 0, 8, 0, 0, 0, 0, 0}, wireless)},
        {"ppi", link::kPpi, {0, 0, 8, 0, 101, 0, 0, 0}},
        {"erf", link::kErf,
            joined(
                {1, 2, 3, 4, 5, 6, 7, 8, 0x82, 4, 0, 90, 0, 0, 0, 80, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                ethernet({8, 0}))},
        {"gre", link::kRaw,
            {0x45, 0, 0, 120, 0, 0, 0, 0, 64, 47, 0, 0, 9, 9, 9, 9, 192, 0, 2, 1, 0xb0, 0, 8, 0, 0,
                0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2}},
    };
}

void writeFrames(const fs::path& folder) {
    for (const LinkSeed& seed : linkSeeds()) {
        const std::uint8_t everything = 3;
        write(folder / "decoder" / seed.name,
            decoderInput(everything, seed.link, seed.header, oddPackets()));
        write(folder / "decoder" / (std::string(seed.name) + "-plain"),
            decoderInput(0, seed.link, seed.header, oddPackets()));
    }
}

void writePrefixes(const fs::path& folder) {
    const std::string text = "# a telescope\n192.0.2.0/24, 198.51.100.7\n2001:db8::/32 # more\n";
    write(folder / "prefix_file" / "some", Bytes(text.begin(), text.end()));
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 2)
            return 1;
        writeCaptures(argv[1]);
        writeFrames(argv[1]);
        writePrefixes(argv[1]);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "make_fuzz_seeds: %s\n", problem.what());
        return 2;
    }
}
