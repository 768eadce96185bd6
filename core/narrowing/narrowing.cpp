// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/narrowing.h"

#include <algorithm>

namespace sweepscope {

bool Narrowing::has(const Term& term) const {
    return std::find(only.begin(), only.end(), term) != only.end();
}

Narrowing Narrowing::withOnly(const Term& term) const {
    Narrowing further = dropping(term);
    const Facet facet = facetOf(term);
    if (facet == Facet::time || facet == Facet::coverage)
        std::erase_if(further.only, [&](const Term& each) { return facetOf(each) == facet; });
    further.only.push_back(term);
    return further;
}

Narrowing Narrowing::withOut(const Term& term) const {
    Narrowing further = dropping(term);
    further.without.push_back(term);
    return further;
}

Narrowing Narrowing::dropping(const Term& term) const {
    Narrowing wider = *this;
    std::erase(wider.only, term);
    std::erase(wider.without, term);
    return wider;
}

} // namespace sweepscope
