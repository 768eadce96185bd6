// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/scanner_panel.h"
#include "thresholds/threshold_panel.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QToolButton>

namespace sweepscope {

/// What stands beside the pages: thresholds on the left, the chosen scanner on the right. Both can
/// be moved and folded away; where they stood is restored.
class Docks : public QObject {
    Q_OBJECT

public:
    explicit Docks(QMainWindow& window);

    [[nodiscard]] ThresholdPanel& thresholds() { return *m_thresholds; }

    /// Made when it is first asked for.
    [[nodiscard]] ScannerPanel& scanner();

    [[nodiscard]] ScannerPanel* scannerIfMade() const { return m_scanner; }

    /// For the View menu.
    [[nodiscard]] QList<QAction*> toggleActions() const;

    enum class Side { thresholds, scanner };

    /// A button that folds the panel of a side away and back, and says which it will do; for the
    /// edge of the pages. Without a scanner there is nothing to unfold.
    [[nodiscard]] QToolButton* foldButton(Side side) const;

    void showThresholds() { m_thresholdDock->show(); }

    void hideScanner();
    void showScanner();

    /// Places and sizes of the last time; the default where there was none.
    void restore();
    void save() const;
    void setDefaultLayout();

signals:
    void scannerMade(sweepscope::ScannerPanel* panel); ///< before it shows anything

private:
    QDockWidget* addDock(
        const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);

    QMainWindow& m_window;
    ThresholdPanel* m_thresholds;
    ScannerPanel* m_scanner = nullptr;
    QDockWidget* m_thresholdDock;
    QDockWidget* m_scannerDock;
};

} // namespace sweepscope
