// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace sweepscope {

/// A stretch of a chart's axis, in the axis' values.
struct Extent {
    double from = 0;
    double to = 1;

    bool operator==(const Extent&) const = default;

    [[nodiscard]] double length() const { return to - from; }

    [[nodiscard]] bool contains(const Extent& other) const {
        return from <= other.from && other.to <= to;
    }
};

/// Which stretch of an axis a chart shows: the whole, or a part of it that the user looks at more
/// closely. Numbers, narrowing and other charts know nothing of it.
class Zoom {
public:
    /// The whole axis, and the shortest stretch that says anything; 0: it is never zoomed. The part
    /// shown stays where the new axis holds it, so that a chart that grows does not jump.
    void setWhole(const Extent& whole, double least);

    [[nodiscard]] const Extent& shown() const { return m_part ? *m_part : m_whole; }

    [[nodiscard]] bool isZoomed() const { return m_part.has_value(); }

    [[nodiscard]] bool canZoom() const { return m_least > 0 && m_whole.length() > m_least; }

    // Each says whether it changed what is shown.

    /// `factor` below 1 comes closer; `place` stays where it is.
    bool scale(double place, double factor);

    /// By a share of what is shown.
    bool move(double share);

    bool show(const Extent& part);
    bool showWhole();

private:
    Extent m_whole;
    double m_least = 0;
    std::optional<Extent> m_part;
};

} // namespace sweepscope
