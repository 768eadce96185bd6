// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

constexpr std::string_view kAbout = "%1: %2";

struct TextOfPart {
    std::string operator()(const std::string& name) const { return name; }

    std::string operator()(std::uint64_t count) const { return std::to_string(count); }

    std::string operator()(const Rounded& figure) const {
        return figure.areAfterPoint ? fmt::format("{:.{}f}", figure.value, figure.digits)
                                    : fmt::format("{:.{}g}", figure.value, figure.digits);
    }

    std::string operator()(const Moment& moment) const {
        std::string text = toIso8601Seconds(moment.time);
        if (moment.detail == Moment::Detail::second)
            return text; // which ends in a Z
        text.resize(moment.letters());
        std::replace(text.begin(), text.end(), 'T', ' ');
        return text;
    }

    std::string operator()(const std::vector<PortId>& ports) const {
        std::string text;
        for (const PortId port : ports)
            text += (text.empty() ? "" : ", ") + toText(port);
        return text;
    }

    std::string operator()(const Sentence& words) const { return words.text(); }
};

} // namespace

// Written out: clang 14 fails on defaulted comparison of types that hold each other.
bool Sentence::operator==(const Sentence& other) const {
    return form == other.form && formOfOne == other.formOfOne && parts == other.parts;
}

bool SentencePart::operator==(const SentencePart& other) const {
    return value == other.value;
}

bool Sentence::isOfOne() const {
    if (formOfOne.empty() || parts.empty())
        return false;
    const auto* const count = std::get_if<std::uint64_t>(&parts.front().value);
    return count != nullptr && *count == 1;
}

std::string Sentence::text() const {
    std::vector<std::string> texts;
    texts.reserve(parts.size());
    for (const SentencePart& part : parts)
        texts.push_back(std::visit(TextOfPart{}, part.value));
    return fillIn(isOfOne() ? formOfOne : form, texts);
}

std::string fillIn(std::string_view form, const std::vector<std::string>& texts) {
    std::string filled;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool isMark = form[i] == '%' && i + 1 < form.size();
        const int place = isMark ? form[i + 1] - '1' : -1;
        if (place < 0 || static_cast<std::size_t>(place) >= texts.size()) {
            filled += form[i];
        } else {
            filled += texts[static_cast<std::size_t>(place)];
            ++i;
        }
    }
    return filled;
}

std::size_t Moment::letters() const {
    switch (detail) {
    case Detail::day:
        return 10;
    case Detail::minute:
        return 16;
    case Detail::second:
        break;
    }
    return 19;
}

SentencePart rounded(double value, int digits) {
    return {Rounded{value, digits, true}};
}

SentencePart significant(double value, int digits) {
    return {Rounded{value, digits, false}};
}

Sentence say(std::string_view form, std::vector<SentencePart> parts) {
    return {std::string(form), {}, std::move(parts)};
}

Sentence sayCounted(std::uint64_t count, std::string_view formOfOne, std::string_view form,
    std::vector<SentencePart> further) {
    Sentence sentence{std::string(form), std::string(formOfOne), {{count}}};
    sentence.parts.reserve(1 + further.size());
    for (SentencePart& part : further)
        sentence.parts.push_back(std::move(part));
    return sentence;
}

Sentence about(std::string name, Sentence what) {
    return {std::string(kAbout), {}, {std::move(name), std::move(what)}};
}

Sentence withoutName(const Sentence& sentence, std::string_view name) {
    const bool isAbout = sentence.form == kAbout && sentence.parts.size() == 2;
    const auto* const named =
        isAbout ? std::get_if<std::string>(&sentence.parts[0].value) : nullptr;
    const auto* const what = isAbout ? std::get_if<Sentence>(&sentence.parts[1].value) : nullptr;
    return named != nullptr && what != nullptr && *named == name ? *what : sentence;
}

Sentence verbatim(std::string words) {
    return {"%1", {}, {std::move(words)}};
}

std::vector<std::string> textsOf(const std::vector<Sentence>& sentences) {
    std::vector<std::string> texts;
    texts.reserve(sentences.size());
    for (const Sentence& each : sentences)
        texts.push_back(each.text());
    return texts;
}

std::string joinedText(const std::vector<Sentence>& sentences, std::string_view between) {
    std::string text;
    for (const Sentence& each : sentences) {
        if (!text.empty())
            text += between;
        text += each.text();
    }
    return text;
}

} // namespace sweepscope
