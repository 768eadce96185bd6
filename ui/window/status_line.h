// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/analysis_worker.h"

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

namespace sweepscope {

/// The line at the bottom: what was done and how fast, progress with Stop while reading, the
/// country database, and the zone of times.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showProgress(const ReadingProgress& progress);
    void endProgress();
    void showReading(const Material& material, double seconds);
    void showAnswer(const Snapshot& snapshot, double milliseconds);
    void showDatabases(const GeoDatabases& databases);
    void showZone();
    void clearAnswers();
    void say(const QString& text);

    [[nodiscard]] QToolButton& stopButton() { return *m_stop; }

signals:
    void stopRequested();

private:
    /// Bytes of the input, how fast, frames, time left. `share`: of the bytes; 0 where not known.
    static QString progressText(const ReadingProgress& progress, double share);

    QLabel* m_message;
    QLabel* m_answer;
    QProgressBar* m_progress;
    QToolButton* m_stop;
    QLabel* m_databases;
    QLabel* m_zone;
};

} // namespace sweepscope
