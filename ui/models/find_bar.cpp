// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/find_bar.h"

#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QToolButton>

#include <chrono>

namespace sweepscope {

FindBar::FindBar(QTableView& table)
    : QFrame(&table)
    , m_table(table)
    , m_field(new QLineEdit())
    , m_note(roleLabel(QString(), "note")) {
    setRole(*this, "find");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFrameShape(QFrame::NoFrame);
    m_field->setPlaceholderText(tr("Find in this table"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(200);
    auto* const next = new QToolButton();
    next->setText(tr("Next"));
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kGrid, 4, metrics::kGrid, 4);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_note);
    layout->addWidget(m_field);
    layout->addWidget(next);
    connect(m_field, &QLineEdit::textEdited, m_note, &QLabel::clear);
    connect(&m_step, &QTimer::timeout, this, &FindBar::lookOn);
    table.installEventFilter(this);
    m_field->installEventFilter(this);
    hide();
}

void FindBar::open() {
    show();
    place();
    raise();
    m_field->setFocus();
    m_field->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_step.stop();
        hide();
        m_table.setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        begin(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else {
        QFrame::keyPressEvent(event);
    }
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_table && event->type() == QEvent::Resize && isVisible())
        place();
    // Esc means this bar while it has the keyboard, whatever it means to the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && watched == m_field)
        event->accept();
    return QFrame::eventFilter(watched, event);
}

void FindBar::place() {
    adjustSize();
    const int top = m_table.horizontalHeader()->height();
    move(m_table.width() - width() - metrics::kGap, top);
}

void FindBar::begin(int direction) {
    const int rows = m_table.model()->rowCount();
    m_step.stop();
    if (m_field->text().isEmpty() || rows == 0)
        return;
    m_direction = direction;
    m_left = rows;
    const int current = m_table.currentIndex().isValid() ? m_table.currentIndex().row() : -1;
    m_row = (current + direction + 2 * rows) % rows;
    if (current < 0)
        m_row = direction > 0 ? 0 : rows - 1;
    m_note->setText(tr("Looking…"));
    m_step.start(0);
}

bool FindBar::holdsText(int row) const {
    const QAbstractItemModel& model = *m_table.model();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (!m_table.isColumnHidden(column) && model.index(row, column)
                                                   .data()
                                                   .toString()
                                                   .contains(m_field->text(), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// As many rows as fit into a few milliseconds; the timer calls again.
void FindBar::lookOn() {
    constexpr std::chrono::milliseconds kSlice(12);
    const auto end = std::chrono::steady_clock::now() + kSlice;
    const int rows = m_table.model()->rowCount();
    if (rows == 0)
        m_left = 0;
    while (m_left > 0 && std::chrono::steady_clock::now() < end) {
        const int row = m_row % rows; // the table may have become another one
        --m_left;
        m_row = (row + m_direction + rows) % rows;
        if (!holdsText(row))
            continue;
        m_step.stop();
        m_note->clear();
        m_table.setCurrentIndex(m_table.model()->index(row, m_table.columnAt(0)));
        place();
        return emit found(row);
    }
    if (m_left > 0)
        return;
    m_step.stop();
    m_note->setText(tr("Not found"));
    place();
    emit notFound();
}

} // namespace sweepscope
