// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/summary_text.h"

#include "base/count_text.h"
#include "reference/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace sweepscope {

namespace {

constexpr std::size_t kRows = 10;

/// 1234567 -> "1,234,567"
std::string grouped(std::uint64_t number) {
    std::string text = fmt::format("{}", number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

double percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

class Writer {
public:
    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Arguments>(arguments)...);
        m_text += '\n';
    }

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void writeCapture(const Snapshot& snapshot, Writer& out) {
    const DecodeCounts& counts = snapshot.material.index->counts;
    for (const FileReport& file : snapshot.material.captures->files)
        out.line("{}: {}", file.path,
            file.isSkipped ? file.note.text()
                           : fmt::format("{}, {}, {} {}{}", file.format, file.link,
                                 grouped(file.frames), agreeing(file.frames, "frame", "frames"),
                                 file.note.isEmpty() ? "" : "; " + file.note.text()));
    if (!counts.range.isEmpty())
        out.line("{} to {} ({:.0f} s)", toIso8601Seconds(counts.range.first),
            toIso8601Seconds(counts.range.last), counts.range.length().inSeconds());
    out.line("");
    out.line("{:>16} {}", grouped(counts.frames), agreeing(counts.frames, "frame", "frames"));
    for (std::size_t i = 0; i < kBinCount; ++i) {
        if (counts.bins[i] != 0)
            out.line("{:>16}  {:5.1f} %  {}", grouped(counts.bins[i]),
                percent(counts.bins[i], counts.frames), nameOf(static_cast<Bin>(i)));
    }
}

/// Sessions come from others too, so what a terminal would obey is not shown to it.
std::string harmless(std::string text) {
    constexpr char kDelete = 0x7f;
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == kDelete; }, ' ');
    return text;
}

void writeNotes(const UserNotes& notes, Writer& out) {
    if (notes.isEmpty())
        return;
    out.line("");
    if (!notes.text.empty())
        out.line("{}", harmless(notes.text));
    for (const auto& [source, note] : notes.ofSources)
        out.line("{}: {}", toText(source), harmless(note));
}

void writeThresholds(const Snapshot& snapshot, Writer& out) {
    const Question& question = snapshot.question;
    const Thresholds& t = question.thresholds;
    const double addresses = question.telescope.addresses;
    const std::uint64_t count = wholeCount(addresses);
    out.line("");
    out.line("Telescope of {} {}{}; profile {}: expiry {:g} s, at least {} and {:g} "
             "packets a second ({}), large from {:g} %, by {}",
        addresses < kFirstInexact ? grouped(count) : fmt::format("{:.4g}", addresses),
        agreeing(count, "address", "addresses"), question.telescope.isInferred ? " (inferred)" : "",
        question.profile, t.expiry.inSeconds(),
        counted(t.minTargets.on(question.telescope.addresses), "target"), t.minRate,
        t.rateScope == RateScope::internet ? "Internet-wide" : "at the telescope",
        t.largeCoverage * 100, t.by == Grouping::source ? "source" : "source and port");
}

const char* belowText(Account account) {
    if (account == Account::fewTargets)
        return "too few targets";
    return account == Account::slow ? "too slow" : "too few targets and too slow";
}

std::string termList(const std::vector<Term>& terms) {
    std::string list;
    for (const Term& term : terms)
        list += (list.empty() ? "" : ", ") + toText(term);
    return list;
}

void writeNarrowing(const Snapshot& snapshot, Writer& out) {
    const Narrowing& narrowing = snapshot.question.narrowing;
    if (!narrowing.only.empty())
        out.line("Only {}", termList(narrowing.only));
    if (!narrowing.without.empty())
        out.line("Not {}", termList(narrowing.without));
    if (!narrowing.isEmpty())
        out.line("{} of {} {} counted below", grouped(snapshot.totals.scans),
            grouped(snapshot.scansInAll), agreeing(snapshot.scansInAll, "scan is", "scans are"));
}

void writeTotals(const Snapshot& snapshot, Writer& out) {
    const Totals& totals = snapshot.totals;
    out.line("");
    out.line("{:>16} {}: {} small, {} large", grouped(totals.scans),
        agreeing(totals.scans, "scan", "scans"), grouped(totals.small), grouped(totals.large));
    out.line("{:>16} scanning {}, of {} that sent probes", grouped(totals.scanSources),
        agreeing(totals.scanSources, "source", "sources"),
        grouped(snapshot.material.index->probeSources));
    out.line("{:>16} {} in scans", grouped(totals.scanPackets),
        agreeing(totals.scanPackets, "packet", "packets"));
    for (const Account below : {Account::fewTargets, Account::slow, Account::fewTargetsAndSlow}) {
        const AccountCount& count = snapshot.accounts[static_cast<std::size_t>(below)];
        if (count.frames != 0)
            out.line("{:>16} {} in no scan: {}", grouped(count.frames),
                agreeing(count.frames, "packet", "packets"), belowText(below));
    }
    if (snapshot.leftOut.scans != 0)
        out.line("{:>16} {} under no port, since the port depends on the target",
            grouped(snapshot.leftOut.scans), agreeing(snapshot.leftOut.scans, "scan", "scans"));
}

void writePorts(const Snapshot& snapshot, Writer& out) {
    out.line("");
    out.line("{:<22}{:>10}{:>10}{:>10}{:>14}{:>10}", "Port", "scans", "small", "large", "packets",
        "sources");
    const std::size_t rows = std::min(kRows, snapshot.ports.size());
    for (std::size_t i = 0; i < rows; ++i) {
        const PortCount& port = snapshot.ports[i];
        out.line("{:<22}{:>10}{:>10}{:>10}{:>14}{:>10}",
            fmt::format("{}/{} {}", port.port, nameOf(port.protocol),
                serviceName(port.protocol, port.port)),
            grouped(port.scans), grouped(port.small), grouped(port.large), grouped(port.packets),
            grouped(port.sources));
    }
}

void writeCountries(const Snapshot& snapshot, Writer& out) {
    out.line("");
    out.line("{:<22}{:>10}{:>10}{:>10}", "Country", "scans", "share", "together");
    const auto ranked = rankCountries(snapshot.countries, Weight::scans);
    const std::size_t rows = std::min(kRows, ranked.size());
    for (std::size_t i = 0; i < rows; ++i) {
        out.line("{:<22}{:>10}{:>9.1f}%{:>9.1f}%", nameOf(ranked[i].count.country),
            grouped(ranked[i].count.scans), ranked[i].share * 100, ranked[i].cumulative * 100);
    }
}

void writeTools(const Snapshot& snapshot, Writer& out) {
    out.line("");
    out.line("{:<22}{:>10}{:>10}{:>10}{:>14}", "Tool", "scans", "small", "large", "packets");
    for (const ToolCount& tool : snapshot.tools) {
        out.line("{:<22}{:>10}{:>10}{:>10}{:>14}", nameOf(tool.tool), grouped(tool.scans),
            grouped(tool.small), grouped(tool.large), grouped(tool.packets));
    }
}

} // namespace

std::string summaryText(const Snapshot& snapshot, const UserNotes& notes) {
    Writer out;
    writeCapture(snapshot, out);
    writeNotes(notes, out);
    writeThresholds(snapshot, out);
    writeNarrowing(snapshot, out);
    writeTotals(snapshot, out);
    if (snapshot.totals.scans != 0) {
        writePorts(snapshot, out);
        writeCountries(snapshot, out);
        writeTools(snapshot, out);
    }
    return out.take();
}

} // namespace sweepscope
