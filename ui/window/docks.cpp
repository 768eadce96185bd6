// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/docks.h"

#include "style/role.h"
#include "window/settings.h"

#include <QEvent>
#include <QTimer>

namespace sweepscope {

namespace {
constexpr int kLayoutVersion = 1; ///< a stored layout of another version is not restored
} // namespace

Docks::Docks(QMainWindow& window)
    : QObject(&window)
    , m_window(window) {
    window.setDockOptions(QMainWindow::AnimatedDocks);
    m_thresholdDock = addDock(tr("Thresholds"), "thresholdDock", Qt::LeftDockWidgetArea);
    m_scannerDock = addDock(tr("Scanner"), "scannerDock", Qt::RightDockWidgetArea);
    awaitThresholds();
    m_thresholdDock->toggleViewAction()->setShortcut(Qt::Key_F9);
    m_scannerDock->toggleViewAction()->setShortcut(Qt::SHIFT | Qt::Key_F9);
    hideScanner();
}

/// An empty panel stands where the thresholds will.
void Docks::awaitThresholds() {
    auto* const place = new QWidget();
    setRole(*place, "panel");
    place->setAttribute(Qt::WA_StyledBackground);
    place->setMinimumSize(ThresholdPanel::kLeastWidth, 1); // a dock refuses a width alone
    place->installEventFilter(this);
    m_thresholdDock->setWidget(place);
}

bool Docks::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] { (void)thresholds(); });
    }
    return QObject::eventFilter(watched, event);
}

ThresholdPanel& Docks::thresholds() {
    if (m_thresholds != nullptr)
        return *m_thresholds;
    QWidget* const place = m_thresholdDock->widget();
    m_thresholds = new ThresholdPanel(m_thresholdHistory);
    m_thresholdDock->setWidget(m_thresholds);
    place->deleteLater();
    emit thresholdsMade(m_thresholds);
    return *m_thresholds;
}

ScannerPanel& Docks::scanner() {
    if (m_scanner != nullptr)
        return *m_scanner;
    m_scanner = new ScannerPanel();
    m_scannerDock->setWidget(m_scanner);
    connect(m_scanner, &ScannerPanel::closed, this, [this] {
        if (m_scanner->source())
            m_scannerDock->hide();
        else
            hideScanner();
    });
    emit scannerMade(m_scanner);
    return *m_scanner;
}

QDockWidget* Docks::addDock(const QString& title, const char* name, Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(title);
    dock->setObjectName(QLatin1String(name));
    dock->setTitleBarWidget(new QWidget()); // the panel has a title of its own
    m_window.addDockWidget(area, dock);
    return dock;
}

QList<QAction*> Docks::toggleActions() const {
    return {m_thresholdDock->toggleViewAction(), m_scannerDock->toggleViewAction()};
}

QToolButton* Docks::foldButton(Side side, QWidget* parent) const {
    const bool isLeft = side == Side::thresholds;
    QAction* const toggle = (isLeft ? m_thresholdDock : m_scannerDock)->toggleViewAction();
    auto* const button = new QToolButton(parent);
    setRole(*button, "fold");
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, toggle, &QAction::trigger);
    const auto show = [button, toggle, isLeft] {
        button->setText(toggle->isChecked() == isLeft ? QStringLiteral("‹") : QStringLiteral("›"));
        const QString what = toggle->isChecked() ? tr("Fold “%1” away") : tr("Unfold “%1”");
        const QString words = what.arg(toggle->text());
        button->setAccessibleName(words);
        button->setToolTip(
            tr("%1 (%2)").arg(words, toggle->shortcut().toString(QKeySequence::NativeText)));
        button->setVisible(toggle->isEnabled());
    };
    connect(toggle, &QAction::changed, button, show);
    show();
    return button;
}

void Docks::hideScanner() {
    m_scannerDock->hide();
    m_scannerDock->toggleViewAction()->setEnabled(false);
}

void Docks::showScanner() {
    m_scannerDock->toggleViewAction()->setEnabled(true);
    m_scannerDock->show();
}

void Docks::restore() {
    if (!m_window.restoreGeometry(Settings::geometry()))
        m_window.resize(1280, 800);
    if (!m_window.restoreState(Settings::windowState(), kLayoutVersion))
        setDefaultLayout();
    hideScanner(); // until one is chosen
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
