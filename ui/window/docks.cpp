// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/docks.h"

#include "window/settings.h"

namespace sweepscope {

namespace {
constexpr int kLayoutVersion = 1; ///< a stored layout of another version is not restored
} // namespace

Docks::Docks(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_thresholds(new ThresholdPanel())
    , m_scanner(new ScannerPanel()) {
    window.setDockOptions(QMainWindow::AnimatedDocks);
    m_thresholdDock =
        addDock(tr("Thresholds"), "thresholdDock", m_thresholds, Qt::LeftDockWidgetArea);
    m_scannerDock = addDock(tr("Scanner"), "scannerDock", m_scanner, Qt::RightDockWidgetArea);
    m_scannerDock->hide();
    connect(m_scanner, &ScannerPanel::closed, m_scannerDock, &QWidget::hide);
}

QDockWidget* Docks::addDock(
    const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(title);
    dock->setObjectName(QLatin1String(name));
    dock->setTitleBarWidget(new QWidget()); // the panel has a title of its own
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    return dock;
}

QList<QAction*> Docks::toggleActions() const {
    return {m_thresholdDock->toggleViewAction(), m_scannerDock->toggleViewAction()};
}

void Docks::restore() {
    if (!m_window.restoreGeometry(Settings::geometry()))
        m_window.resize(1280, 800);
    if (!m_window.restoreState(Settings::windowState(), kLayoutVersion))
        setDefaultLayout();
    m_scannerDock->hide(); // until a scanner is chosen
}

void Docks::save() const {
    Settings::setWindow(m_window.saveGeometry(), m_window.saveState(kLayoutVersion));
}

void Docks::setDefaultLayout() {
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_thresholdDock);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_scannerDock);
    m_thresholdDock->setFloating(false);
    m_scannerDock->setFloating(false);
    m_thresholdDock->show();
    m_window.resizeDocks({m_thresholdDock, m_scannerDock}, {288, 340}, Qt::Horizontal);
}

} // namespace sweepscope
