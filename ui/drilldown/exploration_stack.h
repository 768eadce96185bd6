// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QAction>
#include <QObject>

#include <vector>

namespace sweepscope {

/// What is looked at: the question as it stands, thresholds and narrowing together, and the steps
/// that led there. One value, one stack, one signal; it owns the actions that walk it.
///
/// Thresholds take the place of those before and leave the steps alone: going back means going back
/// in the narrowing, at the thresholds of now.
class ExplorationStack : public QObject {
    Q_OBJECT

public:
    explicit ExplorationStack(QObject* parent = nullptr);

    /// The present question.
    [[nodiscard]] const Question& question() const { return m_question; }

    [[nodiscard]] const Narrowing& narrowing() const { return m_question.narrowing; }

    /// Thresholds, telescope and profile as the panel has them; its narrowing is not looked at.
    void setThresholds(const Question& question);

    /// One step: all terms of `step.only` come in, those of `step.without` are left out. A step
    /// that changes nothing is none.
    void narrow(const Narrowing& step);
    void drop(const Term& term);

    void back();
    void forward();
    /// To all scans. It is a step like others: back undoes it.
    void reset();

    /// Forgets the steps, as for other captures.
    void clear();

    [[nodiscard]] QAction* backAction() { return &m_back; }

    [[nodiscard]] QAction* forwardAction() { return &m_forward; }

    [[nodiscard]] QAction* resetAction() { return &m_reset; }

signals:
    void changed(); ///< the narrowing is another one

private:
    void enter(const Narrowing& next);
    void show(std::size_t place);
    void retranslate();
    bool eventFilter(QObject* watched, QEvent* event) override;

    Question m_question;
    std::vector<Narrowing> m_steps{Narrowing()};
    std::size_t m_place = 0; ///< of the present one among the steps
    QAction m_back;
    QAction m_forward;
    QAction m_reset;
};

} // namespace sweepscope
