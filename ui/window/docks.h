// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/scanner_panel.h"
#include "thresholds/threshold_panel.h"

#include <QDockWidget>
#include <QMainWindow>

namespace sweepscope {

/// What stands beside the pages: thresholds on the left, the chosen scanner on the right. Both can
/// be moved and hidden; where they stood is restored.
class Docks : public QObject {
    Q_OBJECT

public:
    explicit Docks(QMainWindow& window);

    [[nodiscard]] ThresholdPanel& thresholds() { return *m_thresholds; }

    [[nodiscard]] ScannerPanel& scanner() { return *m_scanner; }

    /// For the View menu.
    [[nodiscard]] QList<QAction*> toggleActions() const;

    void hideScanner() { m_scannerDock->hide(); }

    void showScanner() { m_scannerDock->show(); }

    /// Places and sizes of the last time; the default where there was none.
    void restore();
    void save() const;
    void setDefaultLayout();

private:
    QDockWidget* addDock(
        const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area);

    QMainWindow& m_window;
    ThresholdPanel* m_thresholds;
    ScannerPanel* m_scanner;
    QDockWidget* m_thresholdDock;
    QDockWidget* m_scannerDock;
};

} // namespace sweepscope
