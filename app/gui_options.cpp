// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_options.h"

#include "exit_code.h"
#include "manual.h"
#include "reading_options.h"
#include "version_text.h"

#include <QtGlobal>

#include <CLI/CLI.hpp>

#include <iostream>

namespace sweepscope {

namespace {

QStringList toQt(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts)
        list << QString::fromStdString(text);
    return list;
}

constexpr const char* kFooter = "\nExamples:\n"
                                "  sweepscope\n"
                                "  sweepscope --telescope 198.18.0.0/16 2018-10-30.*.pcap.gz\n"
                                "  sweepscope --export report day.pcap\n";

} // namespace

GuiCommandLine parseGuiCommandLine(int argc, const char* const* argv) {
    GuiOptions options;
    ReadingOptions reading;
    std::string profile;
    std::string profilesFile;
    std::string exportFolder;
    std::string language;
    CLI::App app("Shows who sweeps the Internet, from captures of a network telescope.");
    app.set_version_flag("--version", versionText(std::string("Qt ") + qVersion()));
    app.footer(kFooter);
    addGenerator(
        app, {"sweepscope", "shows who sweeps the Internet, in a window",
                 "Opens captures of a network telescope, that is of traffic to addresses that "
                 "nobody uses, and shows who scans the Internet. A capture is read once; then "
                 "every threshold of the question what a scan is is a slider that answers at "
                 "once.",
                 "sweepscope-cli(1), pcap-filter(7), wireshark(1)"});
    addReadingOptions(app, reading);
    app.add_option("--profile", profile, "Set of thresholds to begin with")->type_name("NAME");
    app.add_option("--profile-file", profilesFile,
           "Profiles of one's own (docs/profiles.md), in place of those saved in the window")
        ->type_name("FILE");
    app.add_option("--export", exportFolder,
           "Write all pictures and tables into a folder and show no window")
        ->type_name("DIR");
    app.add_option("--language", language, "Language of the window and of what is exported")
        ->check(CLI::IsMember(std::vector<std::string>{"en", "de"}).description(""))
        ->type_name("en|de");
    app.add_flag("--reset-settings", options.resetSettings, "Forget window, look and lists");
    try {
        app.parse(argc, argv);
        if (!exportFolder.empty() && reading.captures.empty())
            throw CLI::RequiredError("--export needs a capture");
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem, std::cout, std::cerr);
        return {std::nullopt, code == 0 ? kComplete : kUsage};
    }
    options.start.captures = toQt(reading.captures);
    options.start.geo = toQt(reading.geo);
    options.start.knownScanners = toQt(reading.knownScanners);
    options.start.telescope = reading.telescope;
    options.start.telescopeAddresses = reading.telescopeAddresses;
    options.start.filter = reading.filter;
    options.start.userRules = reading.userRules;
    options.start.rulesPath = reading.rulesPath;
    options.start.entersTunnels = reading.entersTunnels;
    options.start.memoryCeiling = reading.memoryCeiling;
    options.start.profile = QString::fromStdString(profile);
    options.start.profilesFile = QString::fromStdString(profilesFile);
    options.language = QString::fromStdString(language);
    options.exportFolder = QString::fromStdString(exportFolder);
    return {options, kComplete};
}

} // namespace sweepscope
