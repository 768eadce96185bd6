// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "narrowing/term.h"

#include <vector>

namespace sweepscope {

/// Which of the scans are looked at. Terms of one facet stand for one another, and every facet must
/// fit: {port 23, port 2323, country NL} are scans of either port out of that country. What fits
/// any term of `without` is left out.
struct Narrowing {
    std::vector<Term> only;
    std::vector<Term> without;

    bool operator==(const Narrowing&) const = default;

    [[nodiscard]] bool isEmpty() const { return only.empty() && without.empty(); }

    /// A step further in. A stretch of time or coverage takes the place of the one before, since
    /// it is chosen out of that; other terms stand beside those of their facet. What was left out
    /// by the same term is not any more.
    [[nodiscard]] Narrowing withOnly(const Term& term) const;

    /// The same without what fits.
    [[nodiscard]] Narrowing withOut(const Term& term) const;

    /// As if the term had never been chosen, in either way.
    [[nodiscard]] Narrowing dropping(const Term& term) const;

    /// Whether the term is one of `only`.
    [[nodiscard]] bool has(const Term& term) const;
};

} // namespace sweepscope
