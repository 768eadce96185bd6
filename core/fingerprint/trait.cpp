// SPDX-License-Identifier: GPL-3.0-or-later
#include "fingerprint/trait.h"

#include "base/sentence.h"

#include <algorithm>
#include <array>

namespace sweepscope {

namespace {

using enum TraitRole;

constexpr std::string_view kZmapSource = "zmap, src/probe_modules/packet.c";
constexpr std::string_view kMasscan = "masscan, src/templ-pkt.c and its history";
constexpr std::string_view kNmap = "nmap, tcpip.cc; p0f 3, p0f.fp";
constexpr std::string_view kP0f = "p0f 3, p0f.fp";
constexpr std::string_view kSignatures =
    "petedreams/Header_detection_tool, data/signature.json (2015)";
constexpr Rule kHeader = Rule::headerCaptured;

constexpr std::array kTraits = std::to_array<TraitFacts>({
    {version, Rule::zmapNoOptions, kHeader, Tool::zmap, "zmap-1.0-2.1.1", "ZMap 1.0 to 2.1.1, XMap",
        kZmapSource, 'H'},
    {version, Rule::zmapSegmentSize, kHeader, Tool::zmap, "zmap-3.0-4.0", "ZMap 3.0 to 4.0",
        kZmapSource, 'H'},
    {version, Rule::zmap41Windows, kHeader, Tool::zmap41Like, "zmap-4.1-windows",
        word("ZMap since 4.1.0, option set windows (its default)"), kZmapSource, 'H'},
    {version, Rule::zmap41Bsd, kHeader, Tool::zmap41Like, "zmap-4.1-bsd",
        word("ZMap since 4.1.0, option set bsd"), kZmapSource, 'H'},
    {version, Rule::zmap41Linux, kHeader, Tool::zmap41Like, "zmap-4.1-linux",
        word("ZMap since 4.1.0, option set linux"), kZmapSource, 'H'},
    {version, Rule::zmap41Smallest, kHeader, Tool::zmap41Like, "zmap-4.1-smallest-probes",
        word("ZMap since 4.1.0, option set smallest-probes"), kZmapSource, 'H'},
    {version, Rule::zmap41Candidate, kHeader, Tool::zmap41Like, "zmap-4.1.0-rc1", "ZMap 4.1.0-RC1",
        kZmapSource, 'H'},
    {version, Rule::masscanWindow0, kHeader, Tool::masscan, "masscan-1.0-1.0.1",
        "Masscan 1.0 to 1.0.1", kMasscan, 'H'},
    {version, Rule::masscanWindow1024, kHeader, Tool::masscan, "masscan-1.0.3-1.3.2",
        "Masscan 1.0.3 to 1.3.2", kMasscan, 'H'},
    {version, Rule::masscanWindow1025, kHeader, Tool::masscan, "masscan-since-2023-11",
        word("Masscan's development head since 2023-11-07"), kMasscan, 'H'},
    {version, Rule::xtateFields, kHeader, Tool::masscan, "xtate", "Xtate (ZBanner)",
        "sharkocha/xtate", 'H'},
    {version, Rule::nmapWindow1024, Rule::windowCaptured, Tool::nmap, "nmap-window-1024",
        word("Nmap with window 1024, the only one since 2011-06"), kNmap, 'H'},
    {version, Rule::nmapWindowOlder, Rule::windowCaptured, Tool::nmap, "nmap-before-2011-06",
        word("Nmap before 2011-06"), kNmap, 'H'},
    {version, Rule::unicornscanProfile, kHeader, Tool::unicornscan, "unicornscan-cisco",
        word("Unicornscan, default profile"), "dneufeld/unicornscan", 'H'},
    {family, Rule::naabuFields, kHeader, Tool::unknown, "naabu", "Naabu", "projectdiscovery/naabu",
        'H'},
    {family, Rule::angryIpFields, kHeader, Tool::unknown, "angry-ip",
        word("Angry IP Scanner on Windows"), "labelled capture, seriouszyx/ScannerRecognition",
        'M'},
    {stack, Rule::linuxStack, kHeader, Tool::unknown, "linux", word("Linux's own stack"), kP0f,
        'H'},
    {stack, Rule::windowsStack, kHeader, Tool::unknown, "windows", word("Windows' own stack"), kP0f,
        'H'},
    {stack, Rule::bsdStack, kHeader, Tool::unknown, "bsd",
        word("the own stack of macOS, FreeBSD or OpenBSD"), kP0f, 'H'},
    {stack, Rule::irregularSyn, kHeader, Tool::unknown, "irregular",
        word("no system's own stack: irregular SYN"), "Spoki (Hiesgen et al. 2022), inetrg/spoki",
        'H'},
});

constexpr std::array kConstantFamilies = std::to_array<ConstantFamily>({
    {"port-6000", word("the scanner from source port 6000"), kSignatures, 'M', Protocol::tcp,
        {1210253312, 6000, 256, 16384, std::nullopt}},
    {"morto", word("Morto worm"), kSignatures, 'M', Protocol::tcp,
        {2406000322, 4935, 9496, 65535, std::nullopt}},
    {"bnet", word("embedded-Linux scanner of 2014 (\"BNET\")"), kSignatures, 'M', Protocol::tcp,
        {1112425812, std::nullopt, 0, 300, std::nullopt}},
    {"scapy", word("Scapy's defaults"), "secdev/scapy, layers/inet.py", 'H', Protocol::udp,
        {std::nullopt, 53, 1, std::nullopt, std::nullopt}},
    {"scapy", word("Scapy's defaults"), "secdev/scapy, layers/inet.py", 'H', Protocol::icmp,
        {std::nullopt, std::nullopt, 1, std::nullopt, 28}},
    {"srizbi", "Srizbi", kSignatures, 'M', Protocol::tcp,
        {6509, std::nullopt, std::nullopt, 24000, std::nullopt}},
});

/// The first trait of a role that the packets have. Versions are told of the named tool alone.
std::optional<Trait> findTrait(const ScanEvidence& evidence, TraitRole role, Tool tool) {
    for (const TraitFacts& facts : kTraits) {
        if (facts.role != role || facts.tool != tool)
            continue;
        const Trait trait{&facts, evidence.of(facts.rule), evidence.of(facts.needs)};
        if (fitsNearlyAll(trait.matched, trait.tested))
            return trait;
    }
    return std::nullopt;
}

template <typename T>
std::optional<T> valueIf(bool holds, T value) {
    return holds ? std::optional<T>(value) : std::nullopt;
}

/// Packets whose `first` shared field is a time stamp.
std::uint64_t stamped(const ScanEvidence& evidence) {
    return evidence.of(Rule::zmap41Linux) + evidence.of(Rule::zmap41Bsd) +
           evidence.of(Rule::zmap41Candidate);
}

ConstantFields synConstants(const ScanEvidence& evidence) {
    const Agreement& on = *evidence.agreement;
    const bool hasWindow = evidence.of(Rule::windowCaptured) == evidence.synPackets;
    return {valueIf(on.onFirst() && stamped(evidence) == 0, on.first()),
        valueIf(on.onSourcePort(), on.sourcePort()), valueIf(on.onIpId(), on.ipId()),
        valueIf(hasWindow && on.onNarrow(), on.narrow()), std::nullopt};
}

ConstantFields otherConstants(const ScanEvidence& evidence) {
    const Agreement& on = *evidence.agreement;
    const bool hasPort = evidence.protocol == Protocol::udp;
    return {std::nullopt, valueIf(hasPort && on.onSourcePort(), on.sourcePort()),
        valueIf(on.onIpId(), on.ipId()), std::nullopt, valueIf(on.onFirst(), on.first())};
}

template <typename T>
bool isAsked(const std::optional<T>& wanted, const std::optional<T>& there) {
    return !wanted || wanted == there;
}

const ConstantFamily* constantFamilyOf(Protocol protocol, const ConstantFields& constants) {
    const auto* const found =
        std::find_if(kConstantFamilies.begin(), kConstantFamilies.end(), [&](const auto& family) {
            return family.protocol == protocol &&
                   isAsked(family.fields.sequence, constants.sequence) &&
                   isAsked(family.fields.sourcePort, constants.sourcePort) &&
                   isAsked(family.fields.ipId, constants.ipId) &&
                   isAsked(family.fields.window, constants.window) &&
                   isAsked(family.fields.ipLength, constants.ipLength);
        });
    return found == kConstantFamilies.end() ? nullptr : found;
}

/// Systems give each connection its own sequence number and most number their packets; an
/// identification of 0 is what some of them send with DF.
bool isHandMade(const ScanEvidence& evidence, const ConstantFields& constants) {
    const bool isConstant = constants.sequence || constants.ipId.value_or(0) != 0;
    return evidence.targets >= 2 && evidence.synPackets >= kLeastTested && isConstant;
}

void addSynDetail(const ScanEvidence& evidence, Tool tool, ToolDetail& detail) {
    detail.constants = synConstants(evidence);
    detail.stack = findTrait(evidence, stack, Tool::unknown);
    if (tool < Tool::mixed)
        detail.version = findTrait(evidence, version, tool);
    const Agreement& on = *evidence.agreement;
    if (tool == Tool::zmap41Like && stamped(evidence) == evidence.synPackets && on.onFirst())
        detail.began = Timestamp{std::int64_t{on.first()} * 1'000'000'000};
    if (tool != Tool::unknown)
        return;
    detail.family = findTrait(evidence, family, Tool::unknown);
    if (detail.family)
        return;
    if (evidence.synPackets >= kLeastTested)
        detail.constantFamily = constantFamilyOf(evidence.protocol, detail.constants);
    detail.isConstantField =
        detail.constantFamily == nullptr && isHandMade(evidence, detail.constants);
    detail.isConnect = detail.constantFamily == nullptr && !detail.isConstantField &&
                       detail.stack && detail.stack->facts->rule != Rule::irregularSyn;
}

} // namespace

std::span<const TraitFacts> traitFacts() {
    return kTraits;
}

std::span<const ConstantFamily> constantFamilies() {
    return kConstantFamilies;
}

std::string_view ToolDetail::familyName() const {
    if (family)
        return family->facts->name;
    if (constantFamily != nullptr)
        return constantFamily->name;
    if (isConstantField)
        return "constant-field";
    return isConnect ? "connect" : "";
}

ToolDetail detailOf(const ScanEvidence& evidence, Tool tool) {
    ToolDetail detail;
    if (evidence.isV6 || !evidence.agreement)
        return detail;
    if (evidence.protocol == Protocol::tcp) {
        addSynDetail(evidence, tool, detail);
        return detail;
    }
    detail.constants = otherConstants(evidence);
    if (evidence.packets >= kLeastTested && tool == Tool::unknown)
        detail.constantFamily = constantFamilyOf(evidence.protocol, detail.constants);
    detail.content =
        evidence.agreement->onNarrow() ? probeContent(evidence.agreement->narrow()) : nullptr;
    detail.hasSeveralContents = !evidence.agreement->onNarrow();
    return detail;
}

} // namespace sweepscope
