// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/highlight_list.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "format/term_text.h"
#include "pages/page.h"
#include "style/role.h"
#include "style/theme.h"

namespace sweepscope {

namespace {

/// A sentence in two parts: what it speaks of, and what there is to say.
struct LedSentence {
    QString lead;
    QString rest;
};

QString percent(double share) {
    return displayShare(share);
}

QString portName(const PortTerm& port) {
    return HighlightList::tr("Port %1").arg(
        displayPort(port.protocol.value_or(Protocol::tcp), port.port));
}

QString addressOf(const Highlight& highlight, const Snapshot& snapshot) {
    return QString::fromStdString(toText(snapshot.view().addressOf(highlight.source)));
}

LedSentence portSentence(const Highlight& h) {
    const QString made = h.tool == Tool::unknown
                             ? HighlightList::tr("%1 of them made by no known tool")
                             : HighlightList::tr("%1 of them made by %2");
    const QString text = h.tool == Tool::unknown
                             ? made.arg(percent(h.toolShare))
                             : made.arg(percent(h.toolShare), fromCore(nameOf(h.tool)));
    return {
        portName(h.port), HighlightList::tr("takes %1 of scans, %2.").arg(percent(h.share), text)};
}

LedSentence widestSentence(const Highlight& h, const Snapshot& snapshot) {
    return {HighlightList::tr("%1 (%2)").arg(addressOf(h, snapshot), displayTerm(h.country)),
        HighlightList::tr("made the widest scan: %1 of the telescope on port %2 in %3.")
            .arg(percent(h.share),
                displayPort(h.port.protocol.value_or(Protocol::tcp), h.port.port),
                displayDuration(h.duration))};
}

LedSentence sentenceOf(const Highlight& h, const Snapshot& snapshot) {
    switch (h.kind) {
    case HighlightKind::port:
        return portSentence(h);
    case HighlightKind::widestScan:
        return widestSentence(h, snapshot);
    case HighlightKind::toolOfSize:
        return {HighlightList::tr("Large scans are %1").arg(fromCore(nameOf(h.tool))),
            HighlightList::tr("more often than small ones: %1 against %2.")
                .arg(percent(h.share), percent(h.otherShare))};
    case HighlightKind::portRise:
        return {portName(h.port),
            HighlightList::tr("rose to %1 times its usual packets at %2 (%3), from %n sources.",
                nullptr, static_cast<int>(h.count))
                .arg(displayNumber(h.factor), displayTime(h.time), zoneName())};
    case HighlightKind::country:
        return {displayTerm(h.country),
            HighlightList::tr("is where %1 of scans come from.").arg(percent(h.share))};
    case HighlightKind::network:
        return {
            displayTerm(NetworkTerm{snapshot.material.origins->networks[h.network.place].asNumber},
                snapshot.material.origins.get()),
            HighlightList::tr("sends %1 of the packets of scans, from %n sources.", nullptr,
                static_cast<int>(h.count))
                .arg(percent(h.share))};
    case HighlightKind::source:
        break;
    }
    return {addressOf(h, snapshot),
        HighlightList::tr("sent %1 of the packets of scans.").arg(percent(h.share))};
}

} // namespace

HighlightList::HighlightList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
}

void HighlightList::clear() {
    m_details.reset();
    m_sentences.clear();
    while (QLayoutItem* const item = m_layout->takeAt(0)) {
        if (QWidget* const widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void HighlightList::say(const QString& text) {
    QLabel* const label = roleLabel(text, "quiet");
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void HighlightList::showReading() {
    if (!m_isReading) {
        clear();
        say(Page::readingText());
        m_layout->addStretch(1);
    }
    m_isReading = true;
}

void HighlightList::setDetails(DetailsPointer details) {
    clear();
    m_isReading = false;
    m_details = std::move(details);
    for (const Highlight& highlight : m_details->highlights) {
        const LedSentence sentence = sentenceOf(highlight, *m_details->snapshot);
        m_sentences << sentence.lead + QLatin1Char(' ') + sentence.rest;
        auto* const label =
            new QLabel(QStringLiteral(
                "<a href='%1' style='color:%2; font-weight:600; text-decoration:none'>%3</a> %4")
                           .arg(QString::number(m_sentences.size() - 1), theme().accent.name(),
                               sentence.lead.toHtmlEscaped(), sentence.rest.toHtmlEscaped()));
        label->setWordWrap(true);
        label->setTextFormat(Qt::RichText);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        label->setAccessibleName(m_sentences.last());
        label->setToolTip(tr("Look at these scans alone"));
        connect(
            label, &QLabel::linkActivated, this,
            [this](const QString& link) { follow(link.toULongLong()); }, Qt::QueuedConnection);
        m_layout->addWidget(label);
    }
    if (m_sentences.isEmpty())
        say(m_details->snapshot->totals.scans == 0
                ? Page::whyNoScans(*m_details->snapshot)
                : tr("Nothing stands out: no port, tool, country or source has a large part."));
    m_layout->addStretch(1);
}

void HighlightList::follow(std::size_t place) {
    if (m_details != nullptr && place < m_details->highlights.size())
        emit narrowRequested(m_details->highlights[place].step);
}

} // namespace sweepscope
