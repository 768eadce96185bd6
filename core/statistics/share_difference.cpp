// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/share_difference.h"

#include <algorithm>
#include <cmath>

namespace sweepscope {

namespace {

double squared(double value) {
    return value * value;
}

double toTheFourth(double value) {
    return squared(squared(value));
}

} // namespace

void ShareTest::Moments::add(
    const ClusterCounts& source, double scansA, double scansB, double sign) {
    const double ofA = source.allA / scansA;
    const double ofB = source.allB / scansB;
    a += sign * squared(ofA);
    b += sign * squared(ofB);
    second += sign * (ofB - ofA) * (ofB - ofA);
    fourth += sign * toTheFourth(ofB - ofA);
}

ShareTest::ShareTest(const std::vector<ClusterCounts>& all) {
    for (const ClusterCounts& source : all) {
        m_scansA += source.allA;
        m_scansB += source.allB;
    }
    if (m_scansA == 0 || m_scansB == 0)
        return;
    for (const ClusterCounts& source : all)
        m_all.add(source, m_scansA, m_scansB, 1);
}

/// As many independent scans as would give the share the same variance.
double ShareTest::effectiveScans(const std::vector<ClusterCounts>& having, const Moments& others,
    double pooled, bool isA) const {
    const double scans = isA ? m_scansA : m_scansB;
    double variance = squared(pooled) * std::max(0.0, isA ? others.a : others.b);
    for (const ClusterCounts& source : having) {
        const double part = isA ? source.partA : source.partB;
        const double all = isA ? source.allA : source.allB;
        variance += squared((part - pooled * all) / scans);
    }
    return variance > 0 ? std::min(scans, pooled * (1 - pooled) / variance) : scans;
}

ShareDifference ShareTest::test(const std::vector<ClusterCounts>& having) const {
    ShareDifference result;
    double partA = 0;
    double partB = 0;
    for (const ClusterCounts& source : having) {
        partA += source.partA;
        partB += source.partB;
    }
    result.shareA = m_scansA > 0 ? partA / m_scansA : 0;
    result.shareB = m_scansB > 0 ? partB / m_scansB : 0;
    if (m_scansA == 0 || m_scansB == 0) {
        result.interval = {-1, 1}; // nothing is known of a side without scans
        return result;
    }
    Moments others = m_all; // sources that have none of it
    for (const ClusterCounts& source : having)
        others.add(source, m_scansA, m_scansB, -1);
    const double pooled = (partA + partB) / (m_scansA + m_scansB);
    double second = squared(pooled) * std::max(0.0, others.second);
    double fourth = toTheFourth(pooled) * std::max(0.0, others.fourth);
    for (const ClusterCounts& source : having) {
        const double e = (source.partB - pooled * source.allB) / m_scansB -
                         (source.partA - pooled * source.allA) / m_scansA;
        second += squared(e);
        fourth += toTheFourth(e);
    }
    const double difference = result.shareB - result.shareA;
    result.clusters = fourth > 0 ? squared(second) / fourth : 0;
    if (second > 0 && result.clusters > 1)
        result.chance = studentChance(difference / std::sqrt(second), result.clusters - 1);
    const double scansA = effectiveScans(having, others, pooled, true);
    const double scansB = effectiveScans(having, others, pooled, false);
    const Interval95 a = wilsonInterval(result.shareA * scansA, scansA);
    const Interval95 b = wilsonInterval(result.shareB * scansB, scansB);
    result.interval = {difference - std::hypot(result.shareB - b.low, a.high - result.shareA),
        difference + std::hypot(b.high - result.shareB, result.shareA - a.low)};
    return result;
}

} // namespace sweepscope
