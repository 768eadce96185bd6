// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/exploration_stack.h"

#include <QCoreApplication>
#include <QEvent>

namespace sweepscope {

ExplorationStack::ExplorationStack(QObject* parent)
    : QObject(parent) {
    m_back.setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward.setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_reset.setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
    connect(&m_back, &QAction::triggered, this, &ExplorationStack::back);
    connect(&m_forward, &QAction::triggered, this, &ExplorationStack::forward);
    connect(&m_reset, &QAction::triggered, this, &ExplorationStack::reset);
    QCoreApplication::instance()->installEventFilter(this);
    retranslate();
    show(0);
}

void ExplorationStack::retranslate() {
    m_back.setText(tr("&Back"));
    m_forward.setText(tr("&Forward"));
    m_reset.setText(tr("&All Scans"));
    m_back.setToolTip(tr("What was looked at before (Alt+Left)"));
    m_forward.setToolTip(tr("What was looked at after (Alt+Right)"));
    m_reset.setToolTip(tr("Look at all scans again (Esc)"));
}

bool ExplorationStack::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance())
        retranslate();
    return false;
}

void ExplorationStack::setThresholds(const Question& question) {
    const Narrowing narrowing = m_question.narrowing;
    m_question = question;
    m_question.narrowing = narrowing;
}

void ExplorationStack::narrow(const Narrowing& step) {
    Narrowing next = narrowing();
    for (const Term& term : step.only)
        next = next.withOnly(term);
    for (const Term& term : step.without)
        next = next.withOut(term);
    enter(next);
}

void ExplorationStack::drop(const Term& term) {
    enter(narrowing().dropping(term));
}

void ExplorationStack::reset() {
    enter({});
}

/// What was gone back from is forgotten, as everywhere.
void ExplorationStack::enter(const Narrowing& next) {
    if (next == narrowing())
        return;
    m_steps.resize(m_place + 1);
    m_steps.push_back(next);
    show(m_place + 1);
    emit changed();
}

void ExplorationStack::back() {
    if (m_place == 0)
        return;
    show(m_place - 1);
    emit changed();
}

void ExplorationStack::forward() {
    if (m_place + 1 == m_steps.size())
        return;
    show(m_place + 1);
    emit changed();
}

void ExplorationStack::clear() {
    const bool wasNarrowed = !narrowing().isEmpty();
    m_steps.assign(1, {});
    show(0);
    if (wasNarrowed)
        emit changed();
}

void ExplorationStack::show(std::size_t place) {
    m_place = place;
    m_question.narrowing = m_steps[place];
    m_back.setEnabled(place > 0);
    m_forward.setEnabled(place + 1 < m_steps.size());
    m_reset.setEnabled(!narrowing().isEmpty());
}

} // namespace sweepscope
