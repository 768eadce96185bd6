// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/zoom.h"

#include <algorithm>

namespace sweepscope {

void Zoom::setWhole(const Extent& whole, double least) {
    m_whole = whole;
    m_least = least;
    if (m_part && !(canZoom() && m_whole.contains(*m_part)))
        m_part.reset();
}

bool Zoom::scale(double place, double factor) {
    const Extent& now = shown();
    const double length = now.length() * factor;
    const double share = now.length() > 0 ? (place - now.from) / now.length() : 0;
    return show({place - share * length, place - share * length + length});
}

bool Zoom::move(double share) {
    const double step = share * shown().length();
    return m_part && show({m_part->from + step, m_part->to + step});
}

/// Brought to the least length about its middle, and inside of the whole.
bool Zoom::show(const Extent& part) {
    if (!canZoom())
        return false;
    const double length = std::max(part.length(), m_least);
    if (length >= m_whole.length())
        return showWhole();
    const double middle = (part.from + part.to) / 2;
    const double from = std::clamp(middle - length / 2, m_whole.from, m_whole.to - length);
    const Extent wanted{from, std::min(from + length, m_whole.to)};
    if (m_part == wanted)
        return false;
    m_part = wanted;
    return true;
}

bool Zoom::showWhole() {
    const bool isChange = m_part.has_value();
    m_part.reset();
    return isChange;
}

} // namespace sweepscope
