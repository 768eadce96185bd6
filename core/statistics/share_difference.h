// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/inference.h"

#include <cstddef>
#include <vector>

namespace sweepscope {

/// What one source did on both sides of a comparison: scans in all, and of the kind looked at.
struct ClusterCounts {
    double allA = 0;
    double allB = 0;
    double partA = 0;
    double partB = 0;
};

/// How two shares of scans differ.
struct ShareDifference {
    double shareA = 0;   ///< 0 where the side has no scans
    double shareB = 0;   ///< likewise
    Interval95 interval; ///< of shareB - shareA; from -1 to 1 where a side has no scans
    double chance = 1;   ///< of a difference at least so large where there is none
    double clusters = 0; ///< effective number of sources that the difference rests on
};

/// Tests shares of scans whose units are sources.
///
/// Scans of one source are not independent: one source with a hundred scans is one decision. So the
/// source is the unit (a ratio estimate with clusters; Cochran, "Sampling Techniques", 1977, 11.12
/// and 6.3), and a source that is on both sides, as when two spans of one capture are compared,
/// enters once with what it did on both. Under the hypothesis of one common share p, a source adds
/// e = (partB - p allB) / B - (partA - p allA) / A to the difference, and the difference has the
/// variance sum of e squared. What single sources dominate rests on few of them: their effective
/// number is (sum of e^2)^2 / (sum of e^4), and the chance is taken from Student's distribution
/// with that many degrees of freedom less one, which is careful where it is small.
///
/// The interval joins two Wilson intervals with effective numbers of scans (Newcombe, Statistics in
/// Medicine 17, 1998, method 10); that sources are on both sides only makes it wider than need be.
class ShareTest {
public:
    /// All sources of both sides; parts are not looked at.
    explicit ShareTest(const std::vector<ClusterCounts>& all);

    /// For one kind: the sources that have some of it.
    [[nodiscard]] ShareDifference test(const std::vector<ClusterCounts>& having) const;

private:
    struct Moments {
        double a = 0; ///< sum of (allA / A)^2
        double b = 0;
        double second = 0; ///< of (allB / B - allA / A)^2
        double fourth = 0;

        void add(const ClusterCounts& source, double scansA, double scansB, double sign);
    };

    [[nodiscard]] double effectiveScans(const std::vector<ClusterCounts>& having,
        const Moments& others, double pooled, bool isA) const;

    double m_scansA = 0;
    double m_scansB = 0;
    Moments m_all;
};

} // namespace sweepscope
