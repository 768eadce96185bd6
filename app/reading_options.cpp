// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading_options.h"

#include "base/prefix_file.h"

#include <CLI/CLI.hpp>

namespace sweepscope {

namespace {

void addTelescope(CLI::App& app, ReadingOptions& options) {
    CLI::Option* const given =
        app.add_option_function<std::string>(
               "--telescope",
               [&options](const std::string& text) { takeTelescope(text, "--telescope", options); },
               "The telescope's prefixes, or its number of addresses; inferred where not given")
            ->type_name("CIDR,CIDR|N")
            ->group(kReadingGroup);
    const auto takeFile = [&options](const std::string& path) {
        const Result<PrefixSet> prefixes = readPrefixFile(path);
        if (!prefixes.ok())
            throw CLI::ValidationError("--telescope-file", prefixes.error().message());
        options.telescope = prefixes.value();
    };
    app.add_option_function<std::string>("--telescope-file", takeFile,
           "The telescope's prefixes from a text file, '#' before comments")
        ->type_name("FILE")
        ->excludes(given)
        ->group(kReadingGroup);
}

void addFilter(CLI::App& app, ReadingOptions& options) {
    const auto take = [&options](const std::string& expression) {
        const auto filter = FrameFilter::compile(expression);
        if (!filter.ok())
            throw CLI::ValidationError("--filter", filter.error().message());
        options.filter = filter.value();
    };
    app.add_option_function<std::string>(
           "--filter", take, "Read only frames that match (the language of pcap-filter(7))")
        ->type_name("BPF")
        ->group(kReadingGroup);
}

void addRules(CLI::App& app, ReadingOptions& options) {
    const auto take = [&options](const std::string& path) {
        Result<UserRules> rules = readUserRules(path);
        if (!rules.ok())
            throw CLI::ValidationError("--rules", rules.error().message());
        options.userRules = std::make_shared<const UserRules>(std::move(rules).value());
        options.rulesPath = path;
    };
    app.add_option_function<std::string>(
           "--rules", take, "Test packets on rules of one's own as well (docs/rules.md)")
        ->type_name("FILE")
        ->group(kReadingGroup);
}

} // namespace

void takeTelescope(const std::string& text, const std::string& option, ReadingOptions& options) {
    const bool isNumber = text.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber && text.size() < 16 && std::stod(text) >= 1) {
        options.telescopeAddresses = std::stod(text);
        return;
    }
    const Result<PrefixSet> parsed = parsePrefixes(text);
    if (isNumber || !parsed.ok() || parsed.value().isEmpty())
        throw CLI::ValidationError(
            option, parsed.ok() ? "'" + text + "' is neither prefixes nor a number of addresses"
                                : parsed.error().message());
    options.telescope = parsed.value();
}

void addReadingOptions(CLI::App& app, ReadingOptions& options) {
    app.add_option(
           "captures", options.captures, "Captures, and folders of them; '-' is standard input")
        ->type_name("CAPTURE")
        ->group(kReadingGroup);
    addTelescope(app, options);
    addFilter(app, options);
    addRules(app, options);
    app.add_flag("--tunnels", options.entersTunnels,
           "Count the packet inside GRE, IP-in-IP and 6in4 in place of the outer one")
        ->group(kReadingGroup);
    app.add_option("--memory", options.memoryCeiling,
           "Memory that reading may take, as 2G or 500M; past it, ever longer silences are "
           "forgotten")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE")
        ->group(kReadingGroup);
    app.add_option("--geo", options.geo,
           "Country, city or AS database (MMDB), in place of the shipped one; may be repeated")
        ->type_name("MMDB")
        ->allow_extra_args(false)
        ->group(kReadingGroup);
    app.add_option("--known-scanners", options.knownScanners,
           "List of prefixes of known scanners (CSV, prefix per line, or MISP warning list), "
           "besides "
           "the shipped one; may be repeated")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->group(kReadingGroup);
}

bool readsOtherwise(const ReadingOptions& reading, const IndexFileFacts& facts) {
    return (!reading.telescope.isEmpty() && !(reading.telescope == facts.telescope)) ||
           (reading.filter != nullptr && reading.filter->expression() != facts.captures.filter) ||
           (reading.entersTunnels && !facts.captures.entersTunnels) ||
           (reading.userRules != nullptr && *reading.userRules != facts.userRules);
}

} // namespace sweepscope
