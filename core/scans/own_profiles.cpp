// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/own_profiles.h"

#include "base/atomic_file.h"
#include "base/setting_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::string_view kFormat = "sweepscope-profiles/1";
constexpr std::size_t kLongestName = 64;

bool isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool isName(const std::string& text) {
    return !text.empty() && text.size() <= kLongestName &&
           std::all_of(text.begin(), text.end(), isNameLetter);
}

/// Reads one [[profile]]. What it does not say is as in the profile that it is based on.
class ProfileReader {
public:
    ProfileReader(const SettingFile& file, const SettingTable& table)
        : m_file(file)
        , m_table(table) {}

    Result<OwnProfile> read() {
        takeBase();
        takeNames();
        for (const auto& [key, value] : m_table.values)
            take(key, value);
        if (m_error)
            return *m_error;
        return std::move(m_profile);
    }

private:
    using Taker = void (ProfileReader::*)(const SettingValue&);

    struct Key {
        std::string_view name;
        Taker take; ///< null: read before the others
    };

    static const std::array<Key, 12>& keys() {
        static const std::array<Key, 12> kKeys = {{{"name", nullptr}, {"title", nullptr},
            {"origin", nullptr}, {"based_on", nullptr}, {"expiry_s", &ProfileReader::takeExpiry},
            {"min_targets", &ProfileReader::takeTargets},
            {"min_targets_floor", &ProfileReader::takeFloor},
            {"min_rate_pps", &ProfileReader::takeRate}, {"rate_scope", &ProfileReader::takeScope},
            {"internet_size", &ProfileReader::takeInternet},
            {"large_percent", &ProfileReader::takeLarge}, {"by", &ProfileReader::takeGrouping}}};
        return kKeys;
    }

    void fail(unsigned line, Sentence reason) {
        if (!m_error)
            m_error = m_file.errorAt(line, std::move(reason));
    }

    [[nodiscard]] const SettingValue* valueOf(const std::string& key) const {
        const auto at = m_table.values.find(key);
        return at == m_table.values.end() ? nullptr : &at->second;
    }

    void takeText(const std::string& key, bool isNeeded, std::string& into) {
        const SettingValue* const value = valueOf(key);
        if (value == nullptr) {
            if (isNeeded)
                fail(m_table.line, say("the profile has no '%1'", {{key}}));
            return;
        }
        const auto* const text = std::get_if<std::string>(&value->value);
        if (text == nullptr || text->empty())
            return fail(value->line, say("'%1' must be text", {{key}}));
        into = *text;
    }

    void takeBase() {
        std::string base = "paper-2014";
        takeText("based_on", false, base);
        const Result<Profile> profile = findProfile(base, kLeastTelescope);
        if (!profile.ok() || base == kAutoProfile)
            return fail(valueOf("based_on")->line,
                say("'based_on' must be a profile that is shipped, and not '%1'", {{base}}));
        m_profile.thresholds = profile.value().thresholds;
    }

    void takeNames() {
        takeText("name", true, m_profile.name);
        takeText("origin", true, m_profile.origin);
        m_profile.title = m_profile.name;
        takeText("title", false, m_profile.title);
        if (m_error)
            return;
        if (!isName(m_profile.name))
            return fail(valueOf("name")->line,
                say("'name' may have small letters, digits, dots and hyphens, 64 at most"));
        if (isShippedProfile(m_profile.name))
            fail(valueOf("name")->line,
                say("'%1' is the name of a profile that is shipped", {{m_profile.name}}));
    }

    void take(const std::string& key, const SettingValue& value) {
        const auto* const at = std::find_if(
            keys().begin(), keys().end(), [&](const Key& each) { return each.name == key; });
        if (at == keys().end())
            return fail(value.line, say("there is no threshold '%1'", {{key}}));
        if (at->take != nullptr)
            (this->*at->take)(value);
    }

    std::optional<double> numberIn(
        const SettingValue& value, double least, double most, const Sentence& what) {
        std::optional<double> number;
        if (const auto* const whole = std::get_if<std::int64_t>(&value.value))
            number = static_cast<double>(*whole);
        if (const auto* const broken = std::get_if<double>(&value.value))
            number = *broken;
        if (number && std::isfinite(*number) && *number >= least && *number <= most)
            return number;
        fail(value.line, what);
        return std::nullopt;
    }

    void takeExpiry(const SettingValue& value) {
        constexpr double kLeast = 0.001;
        constexpr double kMost = 1e9;
        if (const auto seconds = numberIn(value, kLeast, kMost,
                say("'expiry_s' must be a number of seconds from 0.001 to 1e9")))
            m_profile.thresholds.expiry = Duration::fromSeconds(*seconds);
    }

    void takeTargets(const SettingValue& value) {
        const auto* const text = std::get_if<std::string>(&value.value);
        const auto* const number = std::get_if<std::int64_t>(&value.value);
        const Result<MinTargets> targets = parseMinTargets(
            text != nullptr ? *text : (number != nullptr ? std::to_string(*number) : ""));
        if (!targets.ok())
            return fail(value.line, say("'min_targets' must be a number of targets, or a share of "
                                        "the telescope such as "
                                        "\"25%\""));
        const std::uint64_t floor = m_profile.thresholds.minTargets.floor;
        m_profile.thresholds.minTargets = targets.value();
        if (targets.value().isPercent)
            m_profile.thresholds.minTargets.floor = floor;
    }

    /// Read behind the targets, in the order of the keys' names.
    void takeFloor(const SettingValue& value) {
        constexpr double kMost = 1e9;
        const auto floor =
            numberIn(value, 1, kMost, say("'min_targets_floor' must be a number of targets"));
        if (floor && m_profile.thresholds.minTargets.isPercent)
            m_profile.thresholds.minTargets.floor = static_cast<std::uint64_t>(*floor);
        else if (floor)
            fail(value.line, say("'min_targets_floor' is for a share of the telescope alone"));
    }

    void takeRate(const SettingValue& value) {
        constexpr double kMost = 1e12;
        if (const auto rate = numberIn(
                value, 0, kMost, say("'min_rate_pps' must be packets a second, 0 for any")))
            m_profile.thresholds.minRate = *rate;
    }

    void takeScope(const SettingValue& value) {
        if (const auto place = choose(value, "rate_scope", {"telescope", "internet"}))
            m_profile.thresholds.rateScope =
                *place == 0 ? RateScope::telescope : RateScope::internet;
    }

    void takeGrouping(const SettingValue& value) {
        if (const auto place = choose(value, "by", {"source-port", "source"}))
            m_profile.thresholds.by = *place == 0 ? Grouping::sourcePort : Grouping::source;
    }

    void takeInternet(const SettingValue& value) {
        constexpr double kMost = 1e18;
        if (const auto size =
                numberIn(value, 1, kMost, say("'internet_size' must be a number of addresses")))
            m_profile.thresholds.internetSize = *size;
    }

    void takeLarge(const SettingValue& value) {
        constexpr double kWhole = 100;
        if (const auto percent =
                numberIn(value, 0, kWhole, say("'large_percent' must be from 0 to 100")))
            m_profile.thresholds.largeCoverage = *percent / kWhole;
    }

    std::optional<std::size_t> choose(const SettingValue& value, const std::string& key,
        const std::array<std::string_view, 2>& choices) {
        const auto* const text = std::get_if<std::string>(&value.value);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (text != nullptr && *text == choices[i])
                return i;
        }
        fail(value.line, say("'%1' must be %2 or %3", {{key}, {choices[0]}, {choices[1]}}));
        return std::nullopt;
    }

    const SettingFile& m_file;
    const SettingTable& m_table;
    OwnProfile m_profile;
    std::optional<Error> m_error;
};

/// As TOML has it between quotes.
std::string quoted(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            safe += '\\';
        // Control characters have no place in a line of text.
        safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    }
    return '"' + safe + '"';
}

/// A number that TOML reads back as this very one: it wants a digit on both sides of a point, and
/// an exponent or a point in what is no integer.
std::string numberText(double value) {
    constexpr double kMostWhole = 1e15;
    if (value == std::floor(value) && std::abs(value) < kMostWhole)
        return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

/// The shortest percentage that is read back as this very share.
std::string percentText(double share) {
    constexpr double kWhole = 100;
    for (int digits = 6; digits < 17; ++digits) {
        const double percent = std::stod(fmt::format("{:.{}g}", share * kWhole, digits));
        if (percent / kWhole == share)
            return numberText(percent);
    }
    return numberText(share * kWhole);
}

std::string textOf(const OwnProfile& profile) {
    const Thresholds& t = profile.thresholds;
    const std::string targets = t.minTargets.isPercent
                                    ? fmt::format("\"{}%\"", numberText(t.minTargets.value))
                                    : numberText(t.minTargets.value);
    const std::string floor =
        t.minTargets.isPercent ? fmt::format("min_targets_floor = {}\n", t.minTargets.floor) : "";
    return fmt::format("\n[[profile]]\nname = {}\ntitle = {}\norigin = {}\nexpiry_s = {}\n"
                       "min_targets = {}\n{}min_rate_pps = {}\nrate_scope = \"{}\"\n"
                       "internet_size = {}\nlarge_percent = {}\nby = \"{}\"\n",
        quoted(profile.name), quoted(profile.title), quoted(profile.origin),
        numberText(t.expiry.inSeconds()), targets, floor, numberText(t.minRate),
        t.rateScope == RateScope::telescope ? "telescope" : "internet", numberText(t.internetSize),
        percentText(t.largeCoverage), t.by == Grouping::source ? "source" : "source-port");
}

} // namespace

bool isShippedProfile(std::string_view name) {
    return name == kAutoProfile || std::any_of(profiles().begin(), profiles().end(),
                                       [&](const Profile& each) { return each.name == name; });
}

const OwnProfile* findOwnProfile(const std::vector<OwnProfile>& profiles, std::string_view name) {
    const auto at = std::find_if(profiles.begin(), profiles.end(),
        [&](const OwnProfile& each) { return each.name == name; });
    return at == profiles.end() ? nullptr : &*at;
}

std::string profileNameOf(std::string_view title) {
    std::string name;
    for (const char c : title) {
        const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (isNameLetter(small))
            name += small;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    name.resize(std::min(name.size(), kLongestName));
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name;
}

Result<std::vector<OwnProfile>> readOwnProfiles(const std::string& path) {
    const Result<SettingFile> file = readSettingFile(path, kFormat, "profile");
    if (!file.ok())
        return file.error();
    std::vector<OwnProfile> profiles;
    std::set<std::string> names;
    for (const SettingTable& table : file.value().tables) {
        Result<OwnProfile> profile = ProfileReader(file.value(), table).read();
        if (!profile.ok())
            return profile.error();
        if (!names.insert(profile.value().name).second)
            return file.value().errorAt(
                table.line, say("there are two profiles '%1'", {{profile.value().name}}));
        profiles.push_back(std::move(profile).value());
    }
    return profiles;
}

Status writeOwnProfiles(const std::string& path, const std::vector<OwnProfile>& profiles) {
    std::string text = fmt::format("format = \"{}\"\n", kFormat);
    for (const OwnProfile& profile : profiles)
        text += textOf(profile);
    return writeFileAtomically(path, text);
}

} // namespace sweepscope
