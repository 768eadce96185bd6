// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/search_field.h"

#include "format/display_text.h"
#include "format/term_text.h"
#include "narrowing/suggest.h"
#include "reference/services.h"
#include "style/role.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>

namespace sweepscope {

namespace {

/// What kind of thing a term is, in a word before it.
QString kindOf(const Term& term) {
    switch (facetOf(term)) {
    case Facet::port: {
        const auto& port = std::get<PortTerm>(term);
        return fromCore(serviceName(port.protocol.value_or(Protocol::tcp), port.port));
    }
    case Facet::country:
        return SearchField::tr("country");
    case Facet::network:
        return SearchField::tr("network");
    case Facet::tool:
        return SearchField::tr("tool");
    case Facet::source:
        return SearchField::tr("sources");
    case Facet::size:
    case Facet::coverage:
    case Facet::time:
        break;
    }
    return {};
}

} // namespace

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
    , m_origins(std::make_shared<const SourceOrigins>())
    , m_completer(new QCompleter(&m_model, this)) {
    setMinimumWidth(200);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    // Out of sight while there is no text, and looking for its picture takes a tenth of the start.
    connect(this, &QLineEdit::textChanged, this, [this] { setClearButtonEnabled(true); });
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& index) { take(static_cast<std::size_t>(index.row())); });
    retranslate();
}

void SearchField::retranslate() {
    setPlaceholderText(tr("Search address, port, country, network, tool"));
    setAccessibleName(tr("Search"));
}

void SearchField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::setOrigins(std::shared_ptr<const SourceOrigins> origins) {
    m_origins = std::move(origins);
}

void SearchField::offer() {
    m_offers = suggestTerms(text().toStdString(), *m_origins);
    setStyled(*this, "wrong", false);
    m_model.clear();
    for (const Term& term : m_offers) {
        const QString kind = kindOf(term);
        const QString name = displayTerm(term, m_origins.get());
        m_model.appendRow(
            new QStandardItem(kind.isEmpty() ? name : QStringLiteral("%1   %2").arg(name, kind)));
    }
    if (m_offers.empty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SearchField::take(std::size_t place) {
    if (place >= m_offers.size())
        return;
    const Term term = m_offers[place];
    m_completer->popup()->hide();
    m_offers.clear();
    clear();
    emit chosen(term);
}

/// Esc means this field while something is typed, whatever it means to the window.
bool SearchField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && !text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        m_completer->popup()->hide();
        clear();
        return;
    }
    if (!isEnter || text().trimmed().isEmpty())
        return QLineEdit::keyPressEvent(event);
    const QModelIndex picked = m_completer->popup()->currentIndex();
    if (m_completer->popup()->isVisible() && picked.isValid())
        return take(static_cast<std::size_t>(picked.row()));
    offer();
    if (!m_offers.empty())
        return take(0);
    setStyled(*this, "wrong", true);
    emit notUnderstood(text().trimmed());
}

} // namespace sweepscope
