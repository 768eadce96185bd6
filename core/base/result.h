// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sweepscope {

/// Something outside the program failed: a file, a database, an expression a person typed.
/// The message names the thing, the place where that makes sense, and what can be done about it;
/// it is a whole sentence without the final full stop.
struct Error {
    Sentence sentence;

    Error(Sentence said)
        : sentence(std::move(said)) {}

    /// In words that a window cannot say in its own language.
    explicit Error(std::string words)
        : sentence(verbatim(std::move(words))) {}

    bool operator==(const Error&) const = default;

    [[nodiscard]] std::string message() const { return sentence.text(); }
};

/// A value, or the reason why there is none.
///
/// There is no conversion to bool on purpose: a Result<bool> would read either way.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value)) {}

    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }

    /// Only when ok().
    [[nodiscard]] T& value() & { return *checked(std::get_if<0>(&m_content)); }

    [[nodiscard]] const T& value() const& { return *checked(std::get_if<0>(&m_content)); }

    [[nodiscard]] T&& value() && { return std::move(*checked(std::get_if<0>(&m_content))); }

    /// Only when not ok().
    [[nodiscard]] const Error& error() const { return *checked(std::get_if<1>(&m_content)); }

private:
    template <typename U>
    static U* checked(U* held) {
        assert(held != nullptr && "the other alternative of a Result was asked for");
        return held;
    }

    std::variant<T, Error> m_content;
};

/// Success, or the reason why not.
class [[nodiscard]] Status {
public:
    Status() = default;

    Status(Error error)
        : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }

    [[nodiscard]] const Error& error() const {
        assert(m_error.has_value());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace sweepscope
