// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/breadcrumb_bar.h"

#include "format/term_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace sweepscope {

BreadcrumbBar::BreadcrumbBar(ExplorationStack& stack, QWidget* parent)
    : QWidget(parent)
    , m_stack(stack)
    , m_chips(new QWidget())
    , m_row(new QHBoxLayout(m_chips))
    , m_search(new SearchField()) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    // Chips take what room there is, seen or not, and never widen the window.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setRetainSizeWhenHidden(true);
    m_chips->setSizePolicy(policy);
    m_search->setMaximumWidth(360);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, 6, metrics::kGap, 6);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_chips, 3);
    layout->addWidget(m_search, 2);
    connect(&stack, &ExplorationStack::changed, this, &BreadcrumbBar::rebuild);
    connect(m_search, &SearchField::chosen, &stack, [&stack](const Term& term) {
        stack.narrow({{term}, {}});
    });
    rebuild();
}

void BreadcrumbBar::setOrigins(std::shared_ptr<const SourceOrigins> origins) {
    m_origins = origins;
    m_search->setOrigins(std::move(origins));
    rebuild();
}

void BreadcrumbBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

QToolButton* BreadcrumbBar::addButton(const QString& text, bool isChosen) {
    auto* const button = new QToolButton();
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    setRole(*button, isChosen ? "crumb" : "crumbQuiet");
    m_row->addWidget(button);
    return button;
}

void BreadcrumbBar::addWord(const QString& word) {
    m_row->addWidget(roleLabel(word, "quiet"));
}

void BreadcrumbBar::addChip(const Term& term, bool isLeftOut) {
    const QString name = displayTerm(term, m_origins.get());
    const QString text = isLeftOut ? tr("not %1").arg(name) : name;
    QToolButton* const chip = addButton(text + QStringLiteral(" ×"), true);
    chip->setToolTip(tr("Take %1 away").arg(text));
    chip->setAccessibleName(tr("%1, take away").arg(text));
    chip->setProperty("word", text);
    // The chip goes away in the middle of its own click.
    connect(
        chip, &QToolButton::clicked, this, [this, term] { m_stack.drop(term); },
        Qt::QueuedConnection);
}

/// Chips of one facet stand together with "or" between.
void BreadcrumbBar::rebuild() {
    while (QLayoutItem* const item = m_row->takeAt(0)) {
        if (QWidget* const widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const Narrowing& narrowing = m_stack.narrowing();
    QToolButton* const all = addButton(tr("All scans"), narrowing.isEmpty());
    all->setProperty("word", all->text());
    all->setToolTip(m_stack.resetAction()->toolTip());
    connect(all, &QToolButton::clicked, &m_stack, &ExplorationStack::reset, Qt::QueuedConnection);
    std::vector<Term> only = narrowing.only;
    std::stable_sort(only.begin(), only.end(),
        [](const Term& a, const Term& b) { return facetOf(a) < facetOf(b); });
    for (std::size_t i = 0; i < only.size(); ++i) {
        const bool isAlternative = i > 0 && facetOf(only[i]) == facetOf(only[i - 1]);
        addWord(isAlternative ? tr("or") : QStringLiteral("›"));
        addChip(only[i], false);
    }
    for (const Term& term : narrowing.without) {
        addWord(QStringLiteral("›"));
        addChip(term, true);
    }
    m_row->addSpacing(metrics::kGrid);
    for (QAction* const action :
        {m_stack.backAction(), m_stack.forwardAction(), m_stack.resetAction()}) {
        const bool isWorthIt =
            action == m_stack.resetAction() ? !narrowing.isEmpty() : action->isEnabled();
        if (!isWorthIt)
            continue;
        QToolButton* const button = addButton(
            action == m_stack.resetAction() ? tr("Reset") : action->text().remove(QLatin1Char('&')),
            false);
        setRole(*button, "flat");
        button->setToolTip(action->toolTip());
        connect(button, &QToolButton::clicked, action, &QAction::trigger, Qt::QueuedConnection);
    }
    m_row->addStretch(1);
}

QStringList BreadcrumbBar::words() const {
    QStringList words;
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget* const widget = m_row->itemAt(i)->widget();
        if (widget != nullptr && widget->property("word").isValid())
            words << widget->property("word").toString();
    }
    return words;
}

} // namespace sweepscope
