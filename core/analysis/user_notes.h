// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"

#include <map>
#include <string>
#include <utility>

namespace sweepscope {

/// What a user wrote beside the results: about all of it, and about sources. Sessions keep it and
/// reports show it; no number depends on it.
struct UserNotes {
    std::string text;
    std::map<Address, std::string> ofSources; ///< none of them empty

    bool operator==(const UserNotes&) const = default;

    [[nodiscard]] bool isEmpty() const { return text.empty() && ofSources.empty(); }

    /// An empty text takes the note away.
    void setOf(const Address& source, std::string note) {
        if (note.empty())
            ofSources.erase(source);
        else
            ofSources[source] = std::move(note);
    }

    /// Those of both; different texts stand one below the other.
    void add(const UserNotes& other) {
        join(text, other.text);
        for (const auto& [source, note] : other.ofSources)
            join(ofSources[source], note);
    }

private:
    static void join(std::string& text, const std::string& other) {
        if (other.empty() || text == other)
            return;
        text += (text.empty() ? "" : "\n\n") + other;
    }
};

} // namespace sweepscope
