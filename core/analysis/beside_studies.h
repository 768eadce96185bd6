// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "base/sentence.h"
#include "reference/baselines.h"
#include "statistics/inference.h"

#include <optional>
#include <vector>

namespace sweepscope {

/// A figure of an earlier study and the same metric of a snapshot.
struct BesideStudy {
    Baseline baseline;
    std::optional<double> here;         ///< nothing: see `whyNot`
    std::optional<Interval95> interval; ///< of shares of scans and sources
    std::optional<Sentence> whyNot;     ///< why this capture gives no such figure
};

/// Every shipped figure beside this snapshot's own, in the order of the baselines. Equal metrics
/// only: what is counted in scans there is counted in scans here, over the same whole. A snapshot
/// that is narrowed gives none, since the studies speak of all scans.
std::vector<BesideStudy> besideStudies(const Snapshot& snapshot);

/// Whether figures of all scans may stand beside what the snapshot shows.
bool canStandBesideStudies(const Snapshot& snapshot);

/// "Reproduction with data of 2018: 14.5 % (contaminated)": a baseline in few words.
Sentence inShort(const Baseline& baseline);

/// Its confidence, note, and why it is to be read with care: each a whole sentence.
std::vector<Sentence> caresOf(const Baseline& baseline);

} // namespace sweepscope
