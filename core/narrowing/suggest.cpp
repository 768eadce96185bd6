// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/suggest.h"

#include "reference/services.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace sweepscope {

namespace {

char lowered(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return lowered(c); });
    return lower;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// How well a name fits: whole, from its beginning, from the beginning of a word, somewhere.
enum class Fit { whole, beginning, word, somewhere, none };

Fit fitOf(std::string_view name, std::string_view wanted) {
    const std::string lower = lowered(name);
    const std::size_t at = lower.find(wanted);
    if (wanted.empty() || at == std::string::npos)
        return Fit::none;
    if (at == 0)
        return lower.size() == wanted.size() ? Fit::whole : Fit::beginning;
    const bool isWord = lower[at - 1] == ' ' || lower[at - 1] == '-';
    return isWord ? Fit::word : Fit::somewhere;
}

struct Suggested {
    Fit fit;
    Term term;
};

/// Collects what fits one kind of thing and keeps the best of it.
class Collector {
public:
    explicit Collector(std::size_t most)
        : m_most(most) {}

    void offer(Fit fit, const Term& term) {
        if (fit != Fit::none)
            m_kind.push_back({fit, term});
    }

    void endKind() {
        std::stable_sort(m_kind.begin(), m_kind.end(),
            [](const Suggested& a, const Suggested& b) { return a.fit < b.fit; });
        m_kind.resize(std::min(m_kind.size(), m_most), {Fit::none, Tool::unknown});
        m_all.insert(m_all.end(), m_kind.begin(), m_kind.end());
        m_kind.clear();
    }

    /// Better fits of any kind before worse ones.
    std::vector<Term> take() {
        std::stable_sort(m_all.begin(), m_all.end(),
            [](const Suggested& a, const Suggested& b) { return a.fit < b.fit; });
        std::vector<Term> terms;
        for (const Suggested& each : m_all)
            terms.push_back(each.term);
        return terms;
    }

private:
    std::size_t m_most;
    std::vector<Suggested> m_kind;
    std::vector<Suggested> m_all;
};

/// "198.51" is the beginning of 198.51.0.0/16.
std::optional<Prefix> beginningOfAddress(std::string_view text) {
    const auto dots = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
    if (dots == 0 || dots > 3)
        return std::nullopt;
    std::string whole(text);
    std::size_t octets = dots + 1;
    if (whole.back() == '.') {
        whole.pop_back();
        --octets;
    }
    const std::size_t fixed = octets;
    for (; octets < 4; ++octets)
        whole += ".0";
    const auto address = parseAddress(whole);
    if (!address || !address->isV4())
        return std::nullopt;
    return Prefix::around(*address, static_cast<int>(fixed) * 8);
}

void offerSources(std::string_view text, Collector& collector) {
    const Result<Prefix> prefix = parsePrefix(text);
    if (prefix.ok())
        collector.offer(Fit::whole, prefix.value());
    else if (const auto beginning = beginningOfAddress(text))
        collector.offer(Fit::beginning, *beginning);
    collector.endKind();
}

void offerPorts(std::string_view text, Collector& collector) {
    const Result<Term> port = parseTerm("port=" + std::string(text));
    if (port.ok()) {
        collector.offer(Fit::whole, port.value());
        const auto& term = std::get<PortTerm>(port.value());
        for (const Protocol protocol : {Protocol::tcp, Protocol::udp}) {
            if (!term.protocol)
                collector.offer(Fit::beginning, PortTerm{protocol, term.port});
        }
    }
    for (unsigned number = 0; number < 65536; ++number) {
        const auto each = static_cast<std::uint16_t>(number);
        for (const Protocol protocol : {Protocol::tcp, Protocol::udp}) {
            const std::string_view service = serviceName(protocol, each);
            const Fit fit = service.empty() ? Fit::none : fitOf(service, text);
            if (fit <= Fit::word)
                collector.offer(fit, PortTerm{protocol, each});
        }
    }
    collector.endKind();
}

void offerCountries(std::string_view text, Collector& collector) {
    for (std::uint16_t number = 1; number < CountryId::kCount; ++number) {
        const CountryId country = CountryId::fromNumber(number);
        const std::string name = nameOf(country);
        const std::string code = country.code();
        if (name == code) // no country has this code
            continue;
        const bool isCode = lowered(code) == text;
        collector.offer(isCode ? Fit::whole : fitOf(name, text), country);
    }
    collector.endKind();
}

void offerNetworks(std::string_view text, const SourceOrigins& origins, Collector& collector) {
    std::string_view digits = text;
    if (digits.substr(0, 2) == "as")
        digits.remove_prefix(2);
    std::uint32_t wanted = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, wanted);
    const bool isNumber = error == std::errc() && stopped == end;
    for (std::size_t i = 1; i < origins.networks.size(); ++i) {
        const Network& network = origins.networks[i];
        const bool isIt = isNumber && network.asNumber == wanted;
        // A bare number is a port first.
        const Fit fit = isIt ? (digits.size() < text.size() ? Fit::whole : Fit::word)
                             : fitOf(network.name, text);
        collector.offer(fit, NetworkTerm{network.asNumber});
    }
    collector.endKind();
}

} // namespace

std::vector<Term> suggestTerms(
    std::string_view text, const SourceOrigins& origins, std::size_t most) {
    const std::string wanted = lowered(trimmed(text));
    if (wanted.empty())
        return {};
    Collector collector(most);
    offerSources(wanted, collector);
    for (std::size_t i = 0; i < kToolCount; ++i) {
        const Tool tool = static_cast<Tool>(i);
        collector.offer(fitOf(nameOf(tool), wanted), tool);
    }
    collector.endKind();
    offerPorts(wanted, collector);
    offerCountries(wanted, collector);
    offerNetworks(wanted, origins, collector);
    collector.offer(fitOf("small scans", wanted), ScanSize::small);
    collector.offer(fitOf("large scans", wanted), ScanSize::large);
    collector.endKind();
    return collector.take();
}

} // namespace sweepscope
