// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

namespace sweepscope {

/// Finds a text in the cells of a table: Enter goes to the next row with it, Shift+Enter back, Esc
/// closes. A long table is looked through piece by piece, and the window goes on meanwhile.
class FindBar : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(QTableView& table);

    void open();

    void findNext() { begin(1); }

    void findPrevious() { begin(-1); }

    [[nodiscard]] QLineEdit& field() { return *m_field; }

    [[nodiscard]] QString noteText() const { return m_note->text(); }

    [[nodiscard]] bool isSearching() const { return m_step.isActive(); }

signals:
    void found(int row);
    void notFound();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin(int direction);
    void lookOn();
    [[nodiscard]] bool holdsText(int row) const;
    void place();

    QTableView& m_table;
    QLineEdit* m_field;
    QLabel* m_note;
    QTimer m_step;
    int m_direction = 1;
    int m_row = 0;  ///< the next to look at
    int m_left = 0; ///< rows not looked at yet
};

} // namespace sweepscope
