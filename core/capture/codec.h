// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "capture/packing.h"

#include <cstdint>
#include <memory>
#include <span>

namespace sweepscope {

/// One compression library, seen as steps over buffers.
class Codec {
public:
    struct Step {
        std::size_t consumed = 0;
        std::size_t produced = 0;
        bool hasEnded = false;         ///< a member is complete
        const char* problem = nullptr; ///< what is wrong with the data; null: nothing
    };

    Codec() = default;
    virtual ~Codec() = default;
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;

    /// Unpacks some of `in` into `out`, neither of which is empty.
    virtual Step run(ByteSpan in, std::span<std::uint8_t> out) = 0;

    /// Makes ready for the next member.
    virtual void beginMember() = 0;

    /// Whether the data may end here although no end was marked; only old formats have no mark.
    [[nodiscard]] virtual bool mayEndHere() const { return false; }
};

std::unique_ptr<Codec> makeCodec(Packing packing);

} // namespace sweepscope
