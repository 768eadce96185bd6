// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_export.h"

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "exit_code.h"
#include "export/provenance.h"
#include "open_databases.h"
#include "reference/open_known_scanners.h"
#include "scans/own_profiles.h"
#include "window/report_folder.h"
#include "window/settings.h"

#include <QFileInfo>

#include <cstdio>
#include <utility>

namespace sweepscope {

namespace {

int fail(const Error& error) {
    std::fprintf(stderr, "sweepscope: %s\n", error.message().c_str());
    return kCannotDo;
}

std::vector<std::string> toStd(const QStringList& list) {
    std::vector<std::string> texts;
    for (const QString& text : list)
        texts.push_back(text.toStdString());
    return texts;
}

/// The shipped profile of that name; else one of the user's own, whose file is read only then.
Result<Thresholds> thresholdsOf(const StartOptions& start, const Question& question) {
    const auto shipped = findProfile(question.profile, question.telescope.addresses);
    if (shipped.ok())
        return shipped.value().thresholds;
    const QString path =
        start.profilesFile.isEmpty() ? Settings::profilesFile() : start.profilesFile;
    if (start.profilesFile.isEmpty() && !QFileInfo::exists(path))
        return shipped.error();
    const auto profiles = readOwnProfiles(path.toStdString());
    if (!profiles.ok())
        return profiles.error();
    const OwnProfile* const own = findOwnProfile(profiles.value(), question.profile);
    if (own == nullptr)
        return shipped.error();
    return own->thresholds;
}

} // namespace

int exportReport(const GuiOptions& options) {
    const std::vector<std::string> geo = toStd(options.start.geo);
    const Result<GeoDatabases> databases = openDatabases(geo);
    if (!databases.ok())
        return fail(databases.error());
    const Result<KnownScanners> known = openKnownScanners(toStd(options.start.knownScanners));
    if (!known.ok())
        return fail(known.error());
    Progress progress;
    ReadOptions reading;
    reading.telescope = options.start.telescope;
    reading.filter = options.start.filter;
    reading.userRules = options.start.userRules;
    reading.rulesPath = options.start.rulesPath;
    reading.entersTunnels = options.start.entersTunnels;
    auto captures = indexCaptures(toStd(options.start.captures), reading, progress, {});
    if (!captures.ok())
        return fail(captures.error());
    Question question;
    question.telescope = telescopeOf(
        *captures.value().index, options.start.telescope, options.start.telescopeAddresses);
    if (!options.start.profile.isEmpty())
        question.profile = options.start.profile.toStdString();
    const auto thresholds = thresholdsOf(options.start, question);
    if (!thresholds.ok())
        return fail(thresholds.error());
    question.thresholds = thresholds.value();
    const bool isComplete = captures.value().report.isComplete();
    const Material material = makeMaterial(
        std::move(captures).value(), databases.value(), options.start.telescope, known.value());
    const auto snapshot = SnapshotMaker(threadCount(0)).make(material, question, {});
    const Status written = ReportWork({snapshot, provenanceOf(*snapshot, databases.value(), geo)},
        options.exportFolder, ReportWork::Kind::folder)
                               .runAll();
    if (!written.ok())
        return fail(written.error());
    return isComplete ? kComplete : kIncomplete;
}

} // namespace sweepscope
