// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace sweepscope {

/// What the window shows before the first capture: what to do.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Why the last attempt gave nothing; empty for none.
    void showProblem(const QString& text) { m_problem->setText(text); }

    /// Which databases of countries were looked for, and whether one was there.
    void showDatabases(const QStringList& searched, bool areThere);

signals:
    void databaseRequested();
    void openRequested();
    void sampleRequested();

private:
    QLabel* m_problem;
    QLabel* m_databases;
    QPushButton* m_chooseDatabase;
};

} // namespace sweepscope
