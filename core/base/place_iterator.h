// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace sweepscope {

/// Walks a list that has `list[place]`, for range-for and what takes two iterators.
template <typename List>
class PlaceIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using reference = decltype(std::declval<List&>()[std::size_t{0}]);
    using value_type = std::remove_cvref_t<reference>;
    using difference_type = std::ptrdiff_t;
    using pointer = void;

    PlaceIterator(List& list, std::size_t place)
        : m_list(&list)
        , m_place(place) {}

    reference operator*() const { return (*m_list)[m_place]; }

    PlaceIterator& operator++() {
        ++m_place;
        return *this;
    }

    bool operator==(const PlaceIterator&) const = default;

private:
    List* m_list;
    std::size_t m_place;
};

} // namespace sweepscope
