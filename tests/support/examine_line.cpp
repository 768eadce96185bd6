// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/examine_line.h"

#include "fingerprint/rules.h"
#include "packets/decoder.h"
#include "support/packet_script.h"

#include <vector>

namespace sweepscope::tests {

PacketEvidence examineLine(const std::string& line) {
    const std::vector<OwnedFrame> frames = packetScript(line);
    DecodedFrames decoded;
    Decoder({PrefixSet(), false}).decode(batchOf(frames).frames, 0, decoded);
    return examine(decoded.packets.empty() ? decoded.packets6.at(0).packet : decoded.packets.at(0));
}

} // namespace sweepscope::tests
