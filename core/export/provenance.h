// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "analysis/user_notes.h"
#include "geo/source_origins.h"

#include <string>
#include <vector>

namespace sweepscope {

/// A country or network database that was asked.
struct GeoSource {
    std::string path;
    std::string type;
    std::string built; ///< day, ISO 8601

    bool operator==(const GeoSource&) const = default;
};

/// What a result was made from besides the captures, so that somebody else can make it again.
struct Provenance {
    std::string program; ///< "Sweepscope 0.1.0"
    std::vector<GeoSource> geo;
    std::string command; ///< the command line that makes the same numbers
    UserNotes notes;     ///< in reports, not in the lines of single tables and pictures
};

/// The subcommand that makes something, where that is not `analyze`.
struct Subcommand {
    std::string name = "analyze"; ///< empty: no command line makes it
    std::vector<std::string> options = {};
    std::string capture = {}; ///< that it reads besides those of the snapshot; empty: none
};

/// Of a comparison of two spans of time, and of one with other captures.
Subcommand comparisonOfSpans(const TimeRange& a, const TimeRange& b);
Subcommand comparisonWith(
    const Snapshot& snapshot, const Material& other, const Telescope& otherTelescope);

/// The same for what another subcommand makes.
Provenance madeBy(Provenance provenance, const Subcommand& subcommand);

/// For a snapshot. `explicitGeo`: databases that the user chose, which the command must name; the
/// shipped one is found without.
Provenance provenanceOf(const Snapshot& snapshot, const GeoDatabases& databases,
    const std::vector<std::string>& explicitGeo);

/// The same as lines "key: value", for sidecar files and the texts inside pictures. `what` names
/// the table or chart.
std::vector<std::string> provenanceLines(
    const Snapshot& snapshot, const Provenance& provenance, const std::string& what);

} // namespace sweepscope
