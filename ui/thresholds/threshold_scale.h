// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sweepscope {

/// What the places of a slider stand for. Thresholds span orders of magnitude, so equal steps of
/// the hand are equal factors; where zero is among them it has the leftmost place for itself.
class ThresholdScale {
public:
    static constexpr int kSteps = 1000;

    ThresholdScale(double least, double most, bool hasZero = false)
        : m_least(least)
        , m_most(most)
        , m_hasZero(hasZero) {}

    /// Of numbers of things: no place stands for a part of one.
    static ThresholdScale ofWholes(double least, double most) {
        ThresholdScale scale(least, most);
        scale.m_isOfWholes = true;
        return scale;
    }

    /// A place from 0 to kSteps; values outside the scale are at its ends.
    [[nodiscard]] int placeOf(double value) const;

    /// The value at a place, rounded to two digits as a person would type it; the ends are exact.
    [[nodiscard]] double valueAt(int place) const;

    [[nodiscard]] double least() const { return m_least; }

    [[nodiscard]] double most() const { return m_most; }

private:
    double m_least;
    double m_most;
    bool m_hasZero;
    bool m_isOfWholes = false;
};

} // namespace sweepscope
