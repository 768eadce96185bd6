// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "narrowing/narrowing.h"
#include "reading_options.h"
#include "scans/own_profiles.h"
#include "scans/thresholds.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sweepscope {

/// What `analyze` was asked for. Thresholds that were not given are the profile's, which may depend
/// on the size of the telescope and so on the captures.
struct AnalyzeOptions {
    ReadingOptions reading;
    std::optional<std::string> profile;  ///< else the session's that is opened, else auto
    std::vector<OwnProfile> ownProfiles; ///< that `profile` may name besides the shipped ones
    std::optional<Grouping> by;
    std::optional<double> expiry; ///< seconds
    std::optional<MinTargets> minTargets;
    std::optional<double> minRate;
    std::optional<RateScope> rateScope;
    std::optional<double> internetSize;
    std::optional<double> largePercent;
    Narrowing narrowing;
    unsigned threads = 0;
    std::string json;                ///< file, "-" for standard output, empty for none
    std::string csv;                 ///< folder, empty for none
    std::string session;             ///< file to write, empty for none
    std::optional<std::string> note; ///< else the session's that is opened
    std::vector<std::pair<Address, std::string>> sourceNotes; ///< an empty text takes one away
    bool keepsDependentPorts = false;
    std::vector<SweptThreshold> sweeps; ///< thresholds whose whole range is tried
    bool listScans = false;
    bool isAfresh = false; ///< a report that a file keeps does not count
    bool isQuiet = false;
};

class Interrupt;

/// Does a command; gives the program's exit code.
using Command = std::function<int(const Interrupt&)>;

/// What the command line says: something to do, or the code to leave with at once (help was shown,
/// or the mistake was named on standard error).
struct CommandLine {
    std::optional<AnalyzeOptions> analyze;
    Command command; ///< another one, where it is not empty
    int exitCode = 0;
};

CommandLine parseCommandLine(int argc, const char* const* argv);

/// Adds what every command that analyses captures takes: captures, how to read them, thresholds.
void addAnalysisOptions(CLI::App& app, AnalyzeOptions& options);

/// The thresholds asked for, on a telescope of this size. `saved`: those of a session that was
/// opened, which stay where nothing else is asked for; null: the profile's.
Result<Thresholds> thresholdsFor(
    const AnalyzeOptions& options, double telescopeAddresses, const Thresholds* saved);

} // namespace sweepscope
