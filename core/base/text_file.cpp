// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_file.h"

#include "base/file_handle.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace sweepscope {

Result<std::string> readTextFile(const std::string& path, std::size_t most, std::string_view what) {
    Result<FileHandle> file = FileHandle::openToRead(path);
    if (!file.ok())
        return file.error();
    std::string text;
    std::array<std::uint8_t, 65536> some{};
    while (text.size() <= most) {
        const Result<std::size_t> got = file.value().read(some);
        if (!got.ok())
            return got.error();
        if (got.value() == 0)
            return text;
        text.append(some.begin(), some.begin() + static_cast<std::ptrdiff_t>(got.value()));
    }
    return Error{
        about(path, say("is larger than %1 MiB, which no %2 are", {{most >> 20}, {say(what)}}))};
}

} // namespace sweepscope
