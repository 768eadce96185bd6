// SPDX-License-Identifier: GPL-3.0-or-later
#include "version_text.h"

#include "base/version.h"
#include "session/loaded_libraries.h"

#include <fmt/format.h>

namespace sweepscope {

std::string versionText(std::string_view toolkit) {
    std::string text = fmt::format("{} {}", kProgramName, kProgramVersion);
    if (!toolkit.empty())
        text += fmt::format("\n  {}", toolkit);
    for (const LibraryVersion& each : loadedLibraries())
        text += fmt::format("\n  {} {}", each.name, each.version);
    return text;
}

} // namespace sweepscope
