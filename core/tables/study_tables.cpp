// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/study_tables.h"

#include "base/sentence.h"
#include "tables/row_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace sweepscope {

namespace {

using Row = BesideStudy;

/// Shares as such, ranks and packets as numbers: one column holds all three, as text.
std::string valueText(const Baseline& baseline, double value) {
    if (unitOf(baseline.metric) == Unit::rank)
        return fmt::format("{:.0f}", value);
    if (baseline.metric == Metric::packetsPerAddressDay)
        return fmt::format("{:.1f}", value);
    return fmt::format("{:.2f} %", 100 * value);
}

bool isWeakRow(const Row& row) {
    return !row.here || !row.baseline.study.contaminated.empty();
}

class StudyTable final : public RowTable<Row> {
public:
    using RowTable<Row>::RowTable;

    [[nodiscard]] bool hasWeakRows() const override { return true; }

    [[nodiscard]] bool isWeak(std::size_t place) const override { return isWeakRow(row(place)); }
};

std::vector<ReadColumn<Row>> columns() {
    return {
        {{"metric", "Metric", Format::text, "What the figure is of"},
            [](const Row& row) { return std::string(titleOf(row.baseline.metric)); }},
        {{"key", "Of", Format::text, "Port, country or tool that it belongs to"},
            [](const Row& row) { return textOrNothing(row.baseline.key); }},
        {{"unit", "Counted", Format::text, "Scans, packets or sources are not the same"},
            [](const Row& row) { return std::string(nameOf(unitOf(row.baseline.metric))); }},
        {{"here", "Here", Format::text, "The same metric of this capture"},
            [](const Row& row) {
                return row.here ? Cell(valueText(row.baseline, *row.here)) : Cell();
            }},
        {{"interval", "95 % interval", Format::text, "Of the figure here"},
            [](const Row& row) {
                return row.interval ? Cell(fmt::format("{:.2f} to {:.2f} %",
                                          100 * row.interval->low, 100 * row.interval->high))
                                    : Cell();
            }},
        {{"there", "There", Format::text, "The figure of the study"},
            [](const Row& row) { return valueText(row.baseline, row.baseline.value); }},
        {{"study", "Study", Format::text, "Whose figure it is"},
            [](const Row& row) { return row.baseline.study.title; }},
        {{"year", "Year", Format::port, "Of the study's data"},
            [](const Row& row) { return static_cast<std::uint64_t>(row.baseline.study.year); }},
        {{"confidence", "Confidence", Format::text,
             "high: read in the study; medium: in a text about it, or derived"},
            [](const Row& row) {
                return std::string(
                    row.baseline.confidence == Confidence::high ? word("high") : word("medium"));
            }},
        {{"contaminated", "Contaminated", Format::text, "Why to read the study with care"},
            [](const Row& row) { return textOrNothing(row.baseline.study.contaminated); }},
        {{"note", "Note", Format::text, "What else there is to say of the figure"},
            [](const Row& row) { return textOrNothing(row.baseline.note); }},
        {{"why_not", "Not here because", Format::text, "Why this capture gives no such figure"},
            [](const Row& row) { return row.whyNot ? Cell(row.whyNot->text()) : Cell(); }},
    };
}

} // namespace

std::shared_ptr<const Table> studyTable(SnapshotPointer snapshot) {
    std::vector<Row> rows = besideStudies(*snapshot);
    // Shares say more than ranks, which stand beside those of studies that counted otherwise.
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        const auto key = [](const Row& row) {
            return std::pair(isWeakRow(row), unitOf(row.baseline.metric) == Unit::rank);
        };
        return key(a) < key(b);
    });
    return std::make_shared<StudyTable>("studies", std::move(snapshot), std::move(rows), columns());
}

} // namespace sweepscope
