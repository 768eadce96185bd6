// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "capture/frame_source.h"

#include <memory>
#include <string>

namespace sweepscope {

/// A filter expression in libpcap's language (pcap-filter(7)): only frames that match are read.
///
/// An expression means other bytes on other link types, so it is compiled for each that occurs. On
/// a link type that it makes no sense for, nothing matches. Threads may share a filter.
class FrameFilter {
public:
    /// Fails with libpcap's own message for an expression that makes no sense on any of the usual
    /// link types.
    static Result<std::shared_ptr<const FrameFilter>> compile(const std::string& expression);

    ~FrameFilter();
    FrameFilter(const FrameFilter&) = delete;
    FrameFilter& operator=(const FrameFilter&) = delete;

    /// Takes frames that do not match out of the batch.
    void apply(FrameBatch& batch) const;

    [[nodiscard]] const std::string& expression() const { return m_expression; }

private:
    struct Programs;
    explicit FrameFilter(std::string expression);

    std::string m_expression;
    std::unique_ptr<Programs> m_programs;
};

} // namespace sweepscope
