// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QString>

#include <utility>
#include <vector>

namespace sweepscope {

/// A name and a value, for people.
using Fact = std::pair<QString, QString>;

/// What is said of a source in lines: of its scans at the thresholds, of the attacks that it
/// answers, or that no scan is left. While captures are read attacks are not counted yet.
std::vector<Fact> scannerFacts(const Snapshot& snapshot, SourceId source);

} // namespace sweepscope
