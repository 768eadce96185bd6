// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/frame_filter.h"

#include <fmt/format.h>
#include <pcap/pcap.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace sweepscope {

namespace {

constexpr int kAnyLength = 262'144;

/// libpcap's number of a link type on this system.
int datalinkOf(LinkType link) {
    if (link == link::kRaw || link == link::kRawOpenBsd || link == link::kRawBsd)
        return DLT_RAW;
    return static_cast<int>(link.number);
}

class Program {
public:
    Program(const std::string& expression, LinkType link) {
        pcap_t* const pcap = pcap_open_dead(datalinkOf(link), kAnyLength);
        if (pcap == nullptr) {
            m_problem = "there is not enough memory";
            return;
        }
        constexpr int kOptimise = 1;
        m_isGood = pcap_compile(
                       pcap, &m_program, expression.c_str(), kOptimise, PCAP_NETMASK_UNKNOWN) == 0;
        if (!m_isGood)
            m_problem = pcap_geterr(pcap);
        pcap_close(pcap);
    }

    ~Program() {
        if (m_isGood)
            pcap_freecode(&m_program);
    }

    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] bool isGood() const { return m_isGood; }

    [[nodiscard]] const std::string& problem() const { return m_problem; }

    [[nodiscard]] bool matches(const Frame& frame) const {
        pcap_pkthdr header{};
        header.caplen = frame.captured;
        header.len = frame.original;
        return m_isGood && pcap_offline_filter(&m_program, &header, frame.bytes) != 0;
    }

private:
    bpf_program m_program{};
    bool m_isGood = false;
    std::string m_problem;
};

bool isGoodSomewhere(const std::string& expression) {
    constexpr std::array kUsual = {link::kEthernet, link::kRaw, link::kLinuxSll, link::kIeee80211};
    return std::any_of(kUsual.begin(), kUsual.end(),
        [&](LinkType link) { return Program(expression, link).isGood(); });
}

/// libpcap says what is wrong but not where: behind the longest run of words from the beginning
/// that it takes.
Sentence placeOfMistake(const std::string& expression) {
    constexpr const char* kBlanks = " \t\n";
    std::size_t good = 0;
    for (std::size_t end = 0; end < expression.size();) {
        const std::size_t begin = expression.find_first_not_of(kBlanks, end);
        if (begin == std::string::npos)
            break;
        end = std::min(expression.find_first_of(kBlanks, begin), expression.size());
        if (isGoodSomewhere(expression.substr(0, end)))
            good = end;
    }
    if (good == 0)
        return say("from its beginning");
    return say("behind '%1' (character %2)", {{expression.substr(0, good)}, {good}});
}

} // namespace

struct FrameFilter::Programs {
    std::mutex mutex;
    std::map<LinkType, std::unique_ptr<const Program>> byLink;
};

FrameFilter::FrameFilter(std::string expression)
    : m_expression(std::move(expression))
    , m_programs(std::make_unique<Programs>()) {}

FrameFilter::~FrameFilter() = default;

Result<std::shared_ptr<const FrameFilter>> FrameFilter::compile(const std::string& expression) {
    if (!isGoodSomewhere(expression))
        return Error{say("the filter '%1' makes no sense %2: %3",
            {{expression}, {placeOfMistake(expression)},
                {Program(expression, link::kEthernet).problem()}})};
    return std::shared_ptr<const FrameFilter>(new FrameFilter(expression));
}

void FrameFilter::apply(FrameBatch& batch) const {
    const Program* program = nullptr;
    LinkType link;
    const auto isUnwanted = [&](const Frame& frame) {
        if (program == nullptr || frame.link != link) {
            const std::lock_guard lock(m_programs->mutex);
            auto& kept = m_programs->byLink[frame.link];
            if (kept == nullptr)
                kept = std::make_unique<const Program>(m_expression, frame.link);
            program = kept.get();
            link = frame.link;
        }
        return !program->matches(frame);
    };
    std::erase_if(batch.frames, isUnwanted);
}

} // namespace sweepscope
