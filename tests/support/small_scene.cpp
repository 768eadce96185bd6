// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_scene.h"

#include "support/geo_file.h"
#include "support/packet_script.h"

namespace sweepscope::tests {

namespace {

std::string line(int seconds, const std::string& from, int host, const std::string& rest) {
    return std::to_string(seconds) + " " + from + " > 192.0.2." + std::to_string(host) + rest +
           "\n";
}

} // namespace

std::string smallScript() {
    std::string script;
    for (int host = 0; host < 16; ++host)
        script += line(host, "10.0.0.1:40000", host, ":23 SYN id=54321");
    for (int host = 1; host <= 5; ++host)
        script += line(99 + host, "11.0.0.1:40000", host, ":445 SYN");
    for (int host = 1; host <= 4; ++host)
        script += line(584 + host, "11.0.0.1:40000", host, ":445 SYN");
    for (int host = 1; host <= 4; ++host) {
        script += line(199 + host, "12.0.0.1:40000", host, ":53 UDP len=20");
        script += line(199 + host, "12.0.0.1:40001", host, ":53 UDP len=20");
    }
    for (int host = 1; host <= 3; ++host)
        script += line(300, "10.0.0.2:40000", host, ":80 SYN");
    script += line(400, "13.0.0.1:80", 1, ":5000 SYN+ACK");
    script += line(401, "13.0.0.1:80", 1, ":5000 ACK");
    script += line(402, "13.0.0.1:80", 1, ":5000 SYN frag=7");
    script += "403 13.0.0.1:80 > 203.0.113.1:5000 SYN\n";
    script += line(404, "13.0.0.1:80", 1, ":5000 SYN cut=40");
    script += "405 ARP\n";
    return script;
}

Bytes smallGeo() {
    return geoFile({{"10.0.0.0/8", geoFields("NL", 3'333, "RIPE NCC")},
        {"11.0.0.0/8", geoFields("DE", 7, "Seven")},
        {"12.0.0.0/8", {{"autonomous_system_number", 64'500U}}}});
}

std::shared_ptr<const Snapshot> smallSnapshot(
    const TemporaryFolder& folder, const std::function<void(Thresholds&)>& change) {
    Asked asked;
    asked.telescope = "192.0.2.0/28";
    asked.change = change;
    return snapshotOf({folder.write("scene.pcap", pcapFile(packetScript(smallScript())))}, asked,
        databasesOf(folder, smallGeo()));
}

} // namespace sweepscope::tests
