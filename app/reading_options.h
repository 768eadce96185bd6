// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "capture/frame_filter.h"
#include "fingerprint/user_rules.h"
#include "session/index_file_facts.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace sweepscope {

/// How captures are to be read; the same for the window and every command.
struct ReadingOptions {
    std::vector<std::string> captures;
    PrefixSet telescope;
    std::optional<double> telescopeAddresses; ///< instead of prefixes
    std::shared_ptr<const FrameFilter> filter;
    std::shared_ptr<const UserRules> userRules; ///< null: none
    std::string rulesPath;
    bool entersTunnels = false;
    std::uint64_t memoryCeiling = 0; ///< bytes; 0: any
    std::vector<std::string> geo;
    std::vector<std::string> knownScanners; ///< lists besides the shipped one
};

/// Adds the captures and --telescope, --telescope-file, --filter, --rules, --tunnels, --memory,
/// --geo and --known-scanners, in a group of their own. What is wrong is a usage error that says
/// why.
void addReadingOptions(CLI::App& app, ReadingOptions& options);

/// Whether prefixes, filter, tunnels or rules are given that are not those which an index was read
/// with. What is not given is no difference.
bool readsOtherwise(const ReadingOptions& reading, const IndexFileFacts& facts);

/// Prefixes or a number of addresses, as given with the option of that name.
void takeTelescope(const std::string& text, const std::string& option, ReadingOptions& options);

constexpr const char* kReadingGroup = "Reading";

} // namespace sweepscope
