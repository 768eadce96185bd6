// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hex.h"

#include <cctype>
#include <stdexcept>
#include <string>

namespace sweepscope::tests {

Bytes fromHex(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (std::isxdigit(static_cast<unsigned char>(c)) != 0)
            digits += c;
        else if (c != ' ')
            throw std::runtime_error("no hexadecimal digit in " + std::string(text));
    }
    if (digits.size() % 2 != 0)
        throw std::runtime_error("half a byte in " + std::string(text));
    Bytes bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(digits.substr(i, 2), nullptr, 16)));
    return bytes;
}

} // namespace sweepscope::tests
