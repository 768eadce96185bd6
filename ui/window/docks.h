// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/scanner_panel.h"
#include "thresholds/threshold_panel.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QToolButton>
#include <QUndoStack>

namespace sweepscope {

/// What stands beside the pages: thresholds on the left, the chosen scanner on the right. Both can
/// be moved and folded away; where they stood is restored. Both are made when they are first asked
/// for, thresholds at the latest when their place has been drawn: the window is there before them.
class Docks : public QObject {
    Q_OBJECT

public:
    explicit Docks(QMainWindow& window);

    [[nodiscard]] ThresholdPanel& thresholds();

    /// Moves of thresholds, to be undone.
    [[nodiscard]] QUndoStack& thresholdHistory() { return m_thresholdHistory; }

    [[nodiscard]] ScannerPanel& scanner();

    [[nodiscard]] ScannerPanel* scannerIfMade() const { return m_scanner; }

    /// For the View menu.
    [[nodiscard]] QList<QAction*> toggleActions() const;

    enum class Side { thresholds, scanner };

    /// A button that folds the panel of a side away and back, and says which it will do; for the
    /// edge of the pages. Without a scanner there is nothing to unfold.
    [[nodiscard]] QToolButton* foldButton(Side side, QWidget* parent) const;

    void showThresholds() { m_thresholdDock->show(); }

    void hideScanner();
    void showScanner();

    /// Places and sizes of the last time; the default where there was none.
    void restore();
    void save() const;
    void setDefaultLayout();

signals:
    void thresholdsMade(sweepscope::ThresholdPanel* panel);
    void scannerMade(sweepscope::ScannerPanel* panel); ///< before it shows anything

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QDockWidget* addDock(const QString& title, const char* name, Qt::DockWidgetArea area);
    void awaitThresholds();

    QMainWindow& m_window;
    QUndoStack m_thresholdHistory;
    ThresholdPanel* m_thresholds = nullptr;
    ScannerPanel* m_scanner = nullptr;
    QDockWidget* m_thresholdDock;
    QDockWidget* m_scannerDock;
};

} // namespace sweepscope
