// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_sentence.h"

#include "format/display_text.h"
#include "format/term_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace sweepscope {

namespace {

struct DisplayedPart {
    QString operator()(const std::string& name) const { return coreText(name); }

    QString operator()(std::uint64_t count) const { return displayCount(count); }

    QString operator()(const Rounded& figure) const {
        return QLocale().toString(figure.value, figure.areAfterPoint ? 'f' : 'g', figure.digits);
    }

    QString operator()(const Moment& moment) const {
        constexpr qsizetype kDayEnd = 10;
        constexpr qsizetype kMinuteEnd = 16;
        QString time = displayTime(moment.time);
        if (moment.detail == Moment::Detail::second)
            return time;
        return time.left(moment.detail == Moment::Detail::day ? kDayEnd : kMinuteEnd);
    }

    QString operator()(const std::vector<PortId>& ports) const {
        QStringList texts;
        for (const PortId port : ports)
            texts << displayPort(port.protocol, port.port);
        return texts.join(QStringLiteral(", "));
    }

    QString operator()(const Sentence& words) const { return displaySentence(words); }
};

/// The form that agrees with the sentence's count, in the window's language.
QString formOf(const Sentence& sentence) {
    const std::string form(sentence.form);
    if (sentence.formOfOne.empty())
        return QCoreApplication::translate("core", form.c_str());
    const std::uint64_t count = std::get<std::uint64_t>(sentence.parts.front().value);
    QString text = QCoreApplication::translate("core", form.c_str(), nullptr, pluralOf(count));
    const bool isTranslated = text != fromCore(sentence.form);
    return isTranslated || count != 1 ? text : fromCore(sentence.formOfOne);
}

} // namespace

QString displaySentence(const Sentence& sentence) {
    const QString form = formOf(sentence);
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool isPlace = form[i] == QLatin1Char('%') && i + 1 < form.size();
        const int place = isPlace ? form[i + 1].digitValue() : 0;
        if (place < 1 || static_cast<std::size_t>(place) > sentence.parts.size()) {
            text += form[i];
            continue;
        }
        text +=
            std::visit(DisplayedPart{}, sentence.parts[static_cast<std::size_t>(place) - 1].value);
        ++i;
    }
    return text;
}

QString displaySentences(const std::vector<Sentence>& sentences) {
    QStringList texts;
    for (const Sentence& each : sentences)
        texts << displaySentence(each);
    return texts.join(fromCore(kBetweenSentences));
}

QString displayNotes(const std::vector<Sentence>& notes) {
    QStringList texts;
    for (const Sentence& each : notes) {
        const QString text = displaySentence(each);
        texts << text.left(1).toUpper() + text.mid(1) + QLatin1Char('.');
    }
    return texts.join(QLatin1Char(' '));
}

} // namespace sweepscope
