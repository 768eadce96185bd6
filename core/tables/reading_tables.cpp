// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/row_table.h"

#include <utility>

namespace sweepscope {

namespace {

Cell momentOf(const FileReport& file, Timestamp moment) {
    return file.time.isEmpty() ? Cell() : Cell(moment);
}

std::vector<ReadColumn<FileReport>> captureColumns() {
    return {
        {{"path", "Capture", Format::text, "File that was read"},
            [](const FileReport& file) { return file.path; }},
        {{"format", "Format", Format::text, "As its content tells"},
            [](const FileReport& file) { return textOrNothing(file.format); }},
        {{"link", "Link", Format::text, "Link type of its first interface"},
            [](const FileReport& file) { return textOrNothing(file.link); }},
        {{"snap_length", "Snap length", Format::count,
             "Bytes of a frame that were kept at the most, as the file claims"},
            [](const FileReport& file) {
                return file.snapLength == 0 ? Cell() : Cell(std::uint64_t{file.snapLength});
            }},
        {{"frames", "Frames", Format::count, "Frames that could be read"},
            [](const FileReport& file) { return file.frames; }},
        {{"bytes", "Bytes", Format::count, "Of the file, as far as it was read"},
            [](const FileReport& file) { return file.bytes; }},
        {{"first", "First", Format::time, "Time of its earliest frame"},
            [](const FileReport& file) { return momentOf(file, file.time.first); }},
        {{"last", "Last", Format::time, "Time of its latest frame"},
            [](const FileReport& file) { return momentOf(file, file.time.last); }},
        {{"backwards", "Backwards", Format::count, "Frames that are earlier than the one before"},
            [](const FileReport& file) { return file.order.backwards; }},
        {{"duplicates", "Duplicates", Format::count,
             "Frames that repeat one of the two before them within 1 ms"},
            [](const FileReport& file) { return file.order.duplicates; }},
        {{"note", "Note", Format::text, "What could not be read, and why"},
            [](const FileReport& file) {
                return file.note.isEmpty() ? std::vector<Sentence>() : std::vector{file.note};
            }},
    };
}

std::vector<ReadColumn<Finding>> findingColumns() {
    return {
        {{"concern", "Concern", Format::text, "How much it matters to the results"},
            [](const Finding& finding) { return std::string(nameOf(finding.concern)); }},
        {{"what", "What", Format::text, "What kind of finding it is"},
            [](const Finding& finding) { return finding.what; }},
        {{"seen", "Seen", Format::text, "What the captures are like"},
            [](const Finding& finding) { return std::vector{finding.seen}; }},
        {{"effect", "Effect", Format::text, "What that does to the results"},
            [](const Finding& finding) { return std::vector{finding.effect}; }},
    };
}

} // namespace

std::shared_ptr<const Table> captureTable(SnapshotPointer snapshot) {
    const std::span<const FileReport> rows(snapshot->material.captures->files);
    return std::make_shared<RowTable<FileReport>>(
        "captures", std::move(snapshot), rows, captureColumns());
}

std::shared_ptr<const Table> findingTable(SnapshotPointer snapshot) {
    const ReadingHealth* const health = snapshot->material.health.get();
    const auto rows =
        health == nullptr ? std::span<const Finding>() : std::span<const Finding>(health->findings);
    return std::make_shared<RowTable<Finding>>(
        "reading-health", std::move(snapshot), rows, findingColumns());
}

} // namespace sweepscope
