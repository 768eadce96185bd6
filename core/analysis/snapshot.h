// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/capture_report.h"
#include "analysis/reading_health.h"
#include "base/sentence.h"
#include "bursts/burst_index.h"
#include "geo/source_origins.h"
#include "narrowing/narrowing.h"
#include "scans/burst_chains.h"
#include "scans/scan.h"
#include "statistics/country_counts.h"
#include "statistics/packet_accounts.h"
#include "statistics/port_counts.h"
#include "statistics/source_counts.h"
#include "statistics/time_series.h"
#include "statistics/tool_counts.h"
#include "statistics/totals.h"

#include <memory>
#include <string>
#include <vector>

namespace sweepscope {

struct IndexFacts;
struct SourceLabels;

/// What is known before any threshold: the index and where its sources are.
struct Material {
    std::shared_ptr<const BurstIndex> index;
    std::shared_ptr<const SourceOrigins> origins;
    std::shared_ptr<const CaptureReport> captures;
    PrefixSet telescopePrefixes; ///< that the captures were read with; may be empty
    std::shared_ptr<const ReadingHealth> health = nullptr; ///< null while the reading goes on
    std::shared_ptr<const IndexFacts> facts = nullptr;     ///< null likewise
    std::shared_ptr<const SourceLabels> labels = nullptr;  ///< null where nobody was asked
};

/// The question: which thresholds, on which telescope, and which of the scans.
struct Question {
    std::string profile{kAutoProfile}; ///< that the thresholds began with; only for showing
    Thresholds thresholds;
    Telescope telescope;
    bool keepsDependentPorts = false; ///< else ports that depend on the target are not ranked
    Narrowing narrowing;

    bool operator==(const Question&) const = default;
};

/// The answer: scans and all that is counted over them. Never changes; carries its question, so
/// that whoever receives it can tell whether it is still wanted.
struct Snapshot {
    Material material;
    Question question;
    std::shared_ptr<const BurstChains> chains;
    Scans scans;                  ///< that pass the thresholds and the narrowing
    std::uint64_t scansInAll = 0; ///< before the narrowing
    Totals totals;
    PacketAccounts accounts{};
    std::vector<PortCount> ports;
    UnrankedScans leftOut; ///< of the ports
    std::vector<CountryCount> countries;
    std::vector<ToolCount> tools;
    std::vector<SourceCount> sources; ///< that scan; by segment, and there by address
    TimeGrid grid;
    std::vector<PacketSeries::Interval> packetsOverTime; ///< of scans, per interval of the grid
    std::vector<Sentence> warnings;

    [[nodiscard]] ScanView view() const {
        return {*material.index, *chains, scans, *material.origins,
            ScanScale(question.thresholds, question.telescope)};
    }

    [[nodiscard]] ScanGate gate() const { return {question.thresholds, question.telescope}; }
};

} // namespace sweepscope
