// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scans/thresholds.h"

#include <string>
#include <vector>

namespace sweepscope {

/// A profile of a user's own.
struct OwnProfile {
    std::string name;   ///< small letters, digits, dots and hyphens; no shipped profile's
    std::string title;  ///< for people; the name where none was given
    std::string origin; ///< where its numbers come from
    Thresholds thresholds;

    bool operator==(const OwnProfile&) const = default;
};

/// Reads a file of profiles (docs/profiles.md). Fails with file, line and reason.
Result<std::vector<OwnProfile>> readOwnProfiles(const std::string& path);

/// Writes such a file, whole or not at all.
Status writeOwnProfiles(const std::string& path, const std::vector<OwnProfile>& profiles);

/// The one of that name; null: there is none.
const OwnProfile* findOwnProfile(const std::vector<OwnProfile>& profiles, std::string_view name);

/// A name made of a title: "My /24" is "my-24". Empty where nothing of the title can be in one.
std::string profileNameOf(std::string_view title);

/// Whether a shipped profile has the name.
bool isShippedProfile(std::string_view name);

} // namespace sweepscope
