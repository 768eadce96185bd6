// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "analysis/user_notes.h"
#include "base/result.h"
#include "geo/source_origins.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// The report to a file's own question, as it was when the file was written: who asks nothing else
/// has it without a burst being read. It is worth nothing on another basis.
struct KeptReport {
    std::string basis; ///< what it rests on besides the file: program, databases, lists
    std::string json;
    std::string summary;               ///< for people, in English
    std::vector<std::string> warnings; ///< that were said with it

    bool operator==(const KeptReport&) const = default;
};

/// What a report rests on besides the file and the question where these databases are asked and no
/// list but the shipped one: this program, and what lies beside it.
std::string basisOf(const GeoDatabases& databases);

/// What to keep with the file of a snapshot: what the command line will say of it where nothing
/// else is asked. `databases`: that its sources were looked up in. Nothing where it could not say
/// just that: the reading goes on, lists of the user's own were asked, or a name is not UTF-8. Not
/// for anonymised indexes, whose origins are of other addresses.
std::optional<KeptReport> reportToKeep(
    const Snapshot& snapshot, const UserNotes& notes, const GeoDatabases& databases);

/// As a JSON text (FORMAT.md).
std::string toJson(const KeptReport& report);

/// Back again. A report that is no JSON, or words that a terminal would take for orders, are an
/// error: the file may be anybody's.
Result<KeptReport> parseKeptReport(std::string_view text);

} // namespace sweepscope
