// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "geo/source_origins.h"
#include "support/frames.h"
#include "support/test_files.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sweepscope::tests {

/// What is asked of captures.
struct Asked {
    std::string telescope; ///< prefixes; nothing: inferred, or as many addresses as said
    std::optional<double> addresses;
    std::string profile = "auto";
    std::function<void(Thresholds&)> change = [](Thresholds&) {};
    unsigned threads = 2;
    Duration baseGap = kBaseGap;
    bool keepsDependentPorts = false;
    KnownScanners known;
};

/// The walk from files to a snapshot, as the command line does it. Throws std::runtime_error where
/// a file cannot be read.
std::shared_ptr<const Snapshot> snapshotOf(const std::vector<std::string>& captures,
    const Asked& asked = {}, const GeoDatabases& databases = {});

/// The same for a few lines of packet script, by way of a capture in the folder.
std::shared_ptr<const Snapshot> snapshotOfScript(const TemporaryFolder& folder,
    const std::string& script, const Asked& asked = {}, const GeoDatabases& databases = {});

/// A database of one file with these bytes, written into the folder.
GeoDatabases databasesOf(const TemporaryFolder& folder, const Bytes& content);

/// Its report as JSON, with every scan and without anything about the program and its command line.
std::string reportOf(const Snapshot& snapshot);

} // namespace sweepscope::tests
