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
        return displayTime(moment.time).left(static_cast<qsizetype>(moment.letters()));
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
    if (sentence.formOfOne.empty() || sentence.parts.empty())
        return QCoreApplication::translate("core", sentence.form.c_str());
    const auto* const count = std::get_if<std::uint64_t>(&sentence.parts.front().value);
    const int plural = count == nullptr ? -1 : pluralOf(*count);
    QString text = QCoreApplication::translate("core", sentence.form.c_str(), nullptr, plural);
    const bool isTranslated = text != fromCore(sentence.form);
    return isTranslated || !sentence.isOfOne() ? text : fromCore(sentence.formOfOne);
}

} // namespace

QString displaySentence(const Sentence& sentence) {
    std::vector<std::string> texts;
    texts.reserve(sentence.parts.size());
    for (const SentencePart& part : sentence.parts)
        texts.push_back(std::visit(DisplayedPart{}, part.value).toStdString());
    return QString::fromStdString(fillIn(formOf(sentence).toStdString(), texts));
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
