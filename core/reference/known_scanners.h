// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/address_list.h"
#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sweepscope {

class Team;

/// A prefix from which an organisation scans, as a list has it.
struct ScannerEntry {
    Prefix prefix;
    std::string organisation;
    std::string asOf; ///< day on which that was last known, ISO 8601; may be empty

    bool operator==(const ScannerEntry&) const = default;
};

/// Prefixes of organisations that say, or are known, to scan the Internet for research or security.
struct ScannerList {
    std::string name; ///< of the list: its file's name without ending, or what it calls itself
    std::string path;
    std::string asOf;       ///< day of its newest entry, or of the list; may be empty
    bool isShipped = false; ///< with the program, and so asked without being named
    std::vector<ScannerEntry> entries;
};

/// Reads a list. By its content it is one of
/// - CSV with the columns organisation, prefix, as_of, which is the first line if it begins so;
/// - a MISP warning list of type "cidr" (JSON);
/// - lines with a prefix each, whose organisation is the name of the file. '#' starts a comment.
/// Fails with file, line and reason; at most 64 MiB.
Result<ScannerList> readScannerList(const std::string& path);

/// The same of a text that is there already. `path` is for messages and names.
Result<ScannerList> parseScannerList(const std::string& text, const std::string& path);

/// What a known scanner is called, by which list and of what day.
struct ScannerLabel {
    std::string organisation;
    std::string list;
    std::string asOf;

    bool operator==(const ScannerLabel&) const = default;
};

/// A label as a number. 0 is "no label".
using ScannerLabelId = std::uint32_t;

/// The labels of many sources, by segment and place; only the few that have one are kept.
struct SourceLabels {
    struct Labelled {
        std::uint32_t place = 0;
        ScannerLabelId label = 0;
    };

    std::vector<ScannerLabel> labels{{}};        ///< by ScannerLabelId; the first is "no label"
    std::vector<std::vector<Labelled>> segments; ///< ascending places
    std::vector<ScannerList> lists;              ///< that were asked, without their entries
    std::vector<std::size_t> listSizes;          ///< how many entries each had

    [[nodiscard]] ScannerLabelId of(std::size_t segment, std::uint32_t place) const;
};

/// Lists asked together. The longest prefix counts; among equal ones that of the last list, so that
/// a user's list overrides the shipped one.
class KnownScanners {
public:
    KnownScanners() = default;
    explicit KnownScanners(std::vector<ScannerList> lists);

    [[nodiscard]] const std::vector<ScannerList>& lists() const { return m_lists; }

    /// Labels sources, segment by segment: one walk along the prefixes answers for all of one. With
    /// a team, its members take segments side by side.
    [[nodiscard]] SourceLabels label(
        std::span<const AddressList* const> segments, Team* team = nullptr) const;

private:
    struct Known {
        Prefix prefix;
        std::uint32_t list = 0;
        std::uint32_t entry = 0;
    };

    std::vector<ScannerList> m_lists;
    std::vector<Known> m_known; ///< by prefix, wider ones first, each once
};

} // namespace sweepscope
