// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/thresholds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sweepscope {

namespace {

Thresholds paper2014() {
    Thresholds thresholds;
    thresholds.internetSize = kPublicIpv4In2014;
    return thresholds;
}

Thresholds merit() {
    Thresholds thresholds;
    thresholds.expiry = Duration::seconds(624);
    thresholds.minTargets.value = 10;
    return thresholds;
}

Thresholds reproduction2018() {
    Thresholds thresholds;
    thresholds.minTargets.value = 1;
    thresholds.rateScope = RateScope::telescope;
    thresholds.largeCoverage = 1;
    return thresholds;
}

Thresholds smallTelescope() {
    Thresholds thresholds;
    thresholds.minTargets = {25, true, 2};
    thresholds.minRate = 0;
    thresholds.largeCoverage = 1;
    return thresholds;
}

} // namespace

std::uint64_t MinTargets::on(double telescopeAddresses) const {
    // Whole targets: at least 25 % of 10 addresses is 3 of them. What is whole but for the last
    // digits of a double is whole: 0.1 % of 1,000 is 1, although 0.1 has no exact binary form.
    constexpr double kAllowance = 1e-9;
    const double wanted = isPercent ? value / 100 * telescopeAddresses : value;
    const double nearest = std::round(wanted);
    const bool isWhole = std::abs(wanted - nearest) <= kAllowance * std::max(wanted, 1.0);
    const double whole = isWhole ? nearest : std::ceil(wanted);
    constexpr double kMost = 1e18;
    return std::max(floor, static_cast<std::uint64_t>(std::clamp(whole, 0.0, kMost)));
}

const std::vector<Profile>& profiles() {
    static const std::vector<Profile> kProfiles = {
        {"paper-2014", "Paper 2014",
            "Durumeric, Bailey, Halderman, An Internet-Wide View of Internet-Wide Scanning, 2014",
            paper2014()},
        {"merit", "Merit", "Merit Network's darknet-events as it runs on the ORION telescope",
            merit()},
        {"reproduction-2018", "Reproduction 2018",
            "a reproduction of the 2014 paper on data of 2018-10-30", reproduction2018()},
        {"small-telescope", "Small telescope",
            "for telescopes below 4,096 addresses, where Internet-wide rates mean nothing",
            smallTelescope()},
    };
    return kProfiles;
}

std::string_view autoProfileFor(double telescopeAddresses) {
    return telescopeAddresses >= kLeastTelescope ? "paper-2014" : "small-telescope";
}

Result<Profile> findProfile(std::string_view name, double telescopeAddresses) {
    const std::string_view wanted =
        name == kAutoProfile ? autoProfileFor(telescopeAddresses) : name;
    std::string names(kAutoProfile);
    for (const Profile& profile : profiles()) {
        if (profile.name == wanted)
            return profile;
        names += fmt::format(", {}", profile.name);
    }
    return Error{say("there is no profile '%1'; the profiles are %2", {{name}, {names}})};
}

Result<MinTargets> parseMinTargets(std::string_view text) {
    MinTargets targets;
    targets.isPercent = !text.empty() && text.back() == '%';
    const std::string_view digits = text.substr(0, text.size() - (targets.isPercent ? 1 : 0));
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, targets.value);
    const bool isNumber = error == std::errc() && stopped == end && std::isfinite(targets.value);
    const bool isWhole = targets.isPercent || targets.value == std::floor(targets.value);
    if (!isNumber || targets.value < 0 || !isWhole || (targets.isPercent && targets.value > 100))
        return Error{say("'%1' is neither a number of targets nor a percentage of the "
                         "telescope such as 25%",
            {{text}})};
    return targets;
}

} // namespace sweepscope
