// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/compare_page.h"
#include "tables/comparison_tables.h"
#include "tables/study_tables.h"

// What the page works out on another thread.

namespace sweepscope {

namespace {

/// As short as a figure wants it: the day of the end only where it is another one.
std::string spanName(const TimeRange& span) {
    constexpr std::size_t kDay = 10;
    const auto text = [](Timestamp time) {
        std::string moment = toIso8601Seconds(time);
        moment[kDay] = ' ';
        moment.pop_back(); // the Z
        return moment;
    };
    const std::string begin = text(span.first);
    const std::string end = text(span.last + Duration{1});
    const bool isOneDay = begin.compare(0, kDay, end, 0, kDay) == 0;
    return begin + " – " + (isOneDay ? end.substr(kDay + 1) : end) + " UTC";
}

constexpr std::int64_t kSecond = 1'000'000'000;

Timestamp wholeSecond(Timestamp time) {
    const std::int64_t rest = time.nanoseconds % kSecond;
    return {time.nanoseconds - (rest < 0 ? rest + kSecond : rest)};
}

} // namespace

/// In whole seconds, as the fields have them.
ComparePage::Wish ComparePage::halves(const SnapshotPointer& snapshot) {
    const TimeRange& range = snapshot->material.index->counts.range;
    Wish wish{Against::spans, snapshot, nullptr, {}, {}};
    if (range.isEmpty())
        return wish;
    const std::int64_t half = range.length().nanoseconds / 2 / kSecond * kSecond;
    const Timestamp middle = wholeSecond(range.first + Duration{half});
    const Timestamp end = wholeSecond(range.last + Duration{kSecond});
    wish.a = {wholeSecond(range.first), middle + Duration{-1}};
    wish.b = {middle, end + Duration{-1}};
    return wish;
}

ComparePage::FindingsPointer ComparePage::find(const Wish& wish) {
    auto findings = std::make_shared<Findings>();
    findings->wish = wish;
    if (wish.against == Against::studies) {
        findings->studies = studyTable(wish.snapshot);
    } else if (wish.against == Against::spans) {
        findings->comparison = compare(
            {spanName(wish.a), wish.snapshot, wish.a}, {spanName(wish.b), wish.snapshot, wish.b});
    } else {
        const OtherCaptures& other = *wish.other;
        const SnapshotPointer b = askLikewise(*wish.snapshot, other.material, other.telescope);
        findings->comparison =
            compareCaptures({tr("this capture").toStdString(), wish.snapshot, std::nullopt},
                {other.name.toStdString(), b, std::nullopt});
    }
    if (findings->studies == nullptr) {
        const Comparison& comparison = findings->comparison;
        findings->tables[0] = comparisonTable(wish.snapshot, comparison);
        for (std::size_t i = 0; i < kDimensionCount; ++i)
            findings->tables[i + 1] =
                comparisonTable(wish.snapshot, comparison, static_cast<Dimension>(i));
    }
    return findings;
}

} // namespace sweepscope
