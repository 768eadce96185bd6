// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/port_id.h"
#include "base/time.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sweepscope {

struct SentencePart;

/// What is said to a person: in English here, and in parts, so that a window can say it in another
/// language and with that language's numbers. Files and programs take text().
struct Sentence {
    std::string form;      ///< with %1, %2, ... where the parts go
    std::string formOfOne; ///< instead, where the first part is a count of 1; or empty
    std::vector<SentencePart> parts;

    bool operator==(const Sentence&) const;

    [[nodiscard]] std::string text() const;

    /// Nothing is said.
    [[nodiscard]] bool isEmpty() const { return form.empty(); }

    /// The first part is a count of 1, and there is a form for that.
    [[nodiscard]] bool isOfOne() const;
};

/// A form with texts in its places; a place without a text stays as it is.
std::string fillIn(std::string_view form, const std::vector<std::string>& texts);

/// A number and how many of its digits say something.
struct Rounded {
    double value = 0;
    int digits = 0;
    bool areAfterPoint = true; ///< else the digits that matter, as printf's %g has them

    bool operator==(const Rounded&) const = default;
};

/// A time, as far as it matters: "2024-05-01T10:00:00Z", "2024-05-01 10:00", "2024-05-01".
struct Moment {
    enum class Detail : std::uint8_t { second, minute, day };

    Timestamp time;
    Detail detail = Detail::second;

    /// Of a date and time of 19 letters, so many matter.
    [[nodiscard]] std::size_t letters() const;

    bool operator==(const Moment&) const = default;
};

/// What stands in a sentence's place: a name as it is, a count, a figure, a time, ports, or words
/// of their own.
struct SentencePart {
    using Value =
        std::variant<std::string, std::uint64_t, Rounded, Moment, std::vector<PortId>, Sentence>;

    SentencePart(std::string name)
        : value(std::move(name)) {}

    SentencePart(std::string_view name)
        : value(std::string(name)) {}

    SentencePart(const char* name)
        : value(std::string(name)) {}

    SentencePart(Rounded figure)
        : value(figure) {}

    SentencePart(Moment moment)
        : value(moment) {}

    SentencePart(std::vector<PortId> ports)
        : value(std::move(ports)) {}

    SentencePart(Sentence words)
        : value(std::move(words)) {}

    template <std::unsigned_integral Count>
    SentencePart(Count count)
        : value(std::uint64_t{count}) {}

    bool operator==(const SentencePart&) const;

    Value value;
};

/// As printf's %.{digits}f.
SentencePart rounded(double value, int digits = 0);
/// As printf's %.{digits}g.
SentencePart significant(double value, int digits = 6);

/// Makes a sentence. Translations are looked for by the literals in calls of these two.
Sentence say(std::string_view form, std::vector<SentencePart> parts = {});
/// `count` becomes %1, and the further parts follow it.
Sentence sayCounted(std::uint64_t count, std::string_view formOfOne, std::string_view form,
    std::vector<SentencePart> further = {});

/// What is wrong with a file, or else with what has a name: "day.pcap: is a folder, not a file".
Sentence about(std::string name, Sentence what);
/// What is said about that name, where it is; else the whole sentence.
Sentence withoutName(const Sentence& sentence, std::string_view name);
/// Words of others, a library's or a stored file's, which stay as they are.
Sentence verbatim(std::string words);

/// A name or a word that a window says in its own language. Found by the literal, as in say().
constexpr std::string_view word(std::string_view english) {
    return english;
}

constexpr std::string_view kNotKnown = word("not known");

std::vector<std::string> textsOf(const std::vector<Sentence>& sentences);
/// What comes between sentences where they share a cell or a line.
constexpr std::string_view kBetweenSentences = "; ";

/// The texts, one after the other with `between` in between.
std::string joinedText(const std::vector<Sentence>& sentences, std::string_view between);

} // namespace sweepscope
