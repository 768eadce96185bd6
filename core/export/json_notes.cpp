// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_notes.h"

namespace sweepscope {

nlohmann::ordered_json notesJson(const UserNotes& notes) {
    auto sources = nlohmann::ordered_json::array();
    for (const auto& [source, note] : notes.ofSources)
        sources.push_back({{"source", toText(source)}, {"note", note}});
    return {{"text", notes.text}, {"sources", sources}};
}

} // namespace sweepscope
