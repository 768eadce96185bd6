// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/decoding.h"

#include "support/packet_script.h"

namespace sweepscope::tests {

DecodedFrames decode(const std::vector<OwnedFrame>& frames, const char* telescope) {
    DecodedFrames decoded;
    Decoder({parsePrefixes(telescope).value(), false}).decode(batchOf(frames).frames, 0, decoded);
    return decoded;
}

std::string outcomeOf(const DecodeCounts& counts) {
    std::string text;
    for (std::size_t i = 0; i < kBinCount; ++i) {
        for (std::uint64_t n = 0; n < counts.bins[i]; ++n)
            text += (text.empty() ? "" : " ") + std::string(nameOf(static_cast<Bin>(i)));
    }
    for (std::size_t i = 0; i < kReasonCount; ++i) {
        for (std::uint64_t n = 0; n < counts.reasons[i]; ++n)
            text += " " + std::string(nameOf(static_cast<Reason>(i)));
    }
    return text;
}

std::string outcomeOf(const OwnedFrame& frame, const char* telescope) {
    return outcomeOf(decode({frame}, telescope).counts);
}

OwnedFrame scripted(const std::string& line) {
    return packetScript(line).front();
}

OwnedFrame edited(const std::string& line, const std::map<std::size_t, int>& bytes) {
    OwnedFrame frame = scripted(line);
    for (const auto& [place, value] : bytes)
        frame.bytes.at(place) = static_cast<std::uint8_t>(value);
    return frame;
}

} // namespace sweepscope::tests
