// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/menus.h"

#include "base/version.h"
#include "format/display_text.h"
#include "window/about_dialog.h"
#include "window/edit_menu.h"
#include "window/help_window.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/shortcuts_dialog.h"

#include <QApplication>
#include <QMenuBar>

#include <algorithm>

namespace sweepscope {

namespace {

/// Made when it is first asked for, and kept: it remembers where one was reading.
void showHelp(QWidget& window) {
    auto* help = window.findChild<HelpWindow*>();
    if (help == nullptr)
        help = new HelpWindow(&window);
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace

namespace {

/// The desktop's key for something, or a usual one where the desktop has none.
QKeySequence standardKey(QKeySequence::StandardKey key, QKeyCombination usual) {
    return QKeySequence::keyBindings(key).value(0, QKeySequence(usual));
}

} // namespace

Menus::Menus(MainWindow& window)
    : m_window(window) {
    buildFile();
    buildEdit();
    buildView();
    buildExplore();
    buildAnalysis();
    buildHelp();
}

void Menus::buildFile() {
    QMenu* const file = m_window.menuBar()->addMenu(tr("&File"));
    QAction* const open = file->addAction(tr("&Open…"), &m_window, &MainWindow::askForCaptures);
    open->setShortcut(QKeySequence::Open);
    file->addAction(tr("Open &Folder…"), &m_window, &MainWindow::askForFolder);
    QAction* const options =
        file->addAction(tr("Open &with Options…"), &m_window, &MainWindow::openWithOptions);
    options->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    auto* const recent = new RecentMenu(&m_window);
    file->addMenu(recent);
    QObject::connect(recent, &RecentMenu::chosen, &m_window,
        [window = &m_window](const QString& path) { window->openCaptures({path}); });
    file->addAction(tr("Open the &Sample"), &m_window, &MainWindow::openSample);
    QAction* const reload = file->addAction(tr("Re&load"), &m_window, &MainWindow::reload);
    reload->setShortcut(QKeySequence::Refresh);
    file->addSeparator();
    m_window.session().addTo(*file);
    file->addMenu(m_window.reportExport().menu());
    Docks* const docks = &m_window.docks();
    QAction* const packets = file->addAction(tr("Save &Packets of the Scanner…"), docks,
        [docks] { docks->scanner().packets().askAndSave(); });
    QObject::connect(file, &QMenu::aboutToShow, packets, [packets, docks] {
        ScannerPanel* const scanner = docks->scannerIfMade();
        packets->setEnabled(scanner != nullptr && scanner->packets().canSave());
    });
    file->addSeparator();
    QAction* const close = file->addAction(tr("&Close"), &m_window, &MainWindow::closeCaptures);
    close->setShortcut(QKeySequence::Close);
    QAction* const quit = file->addAction(tr("&Quit"), &m_window, &QWidget::close);
    quit->setShortcut(standardKey(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void Menus::buildEdit() {
    QMenu* const edit = m_window.menuBar()->addMenu(tr("&Edit"));
    EditMenu(m_window, *edit, m_window.docks().thresholdHistory());
    QAction* const preferences =
        edit->addAction(tr("&Preferences…"), &m_window, &MainWindow::showPreferences);
    preferences->setShortcut(standardKey(QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
}

void Menus::buildView() {
    QMenu* const view = m_window.menuBar()->addMenu(tr("&View"));
    buildPages(*view);
    view->addSeparator();
    view->addActions(m_window.docks().toggleActions());
    QAction* const health =
        view->addAction(tr("Reading &Health"), &m_window, &MainWindow::showHealth);
    health->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_window.session().notes().addTo(*view);
    QAction* const fullScreen =
        view->addAction(tr("&Full Screen"), &m_window, [window = &m_window] {
            window->setWindowState(window->windowState() ^ Qt::WindowFullScreen);
        });
    fullScreen->setShortcut(QKeySequence::FullScreen);
    buildTextSizes(*view);
    QAction* const local = view->addAction(tr("Times in &Local Time"));
    local->setCheckable(true);
    local->setChecked(Settings::zone() == DisplayZone::local);
    QObject::connect(local, &QAction::toggled, &m_window, &MainWindow::showLocalTimes);
    view->addAction(tr("Restore &Default Layout"), &m_window, &MainWindow::restoreDefaultLayout);
}

void Menus::buildPages(QMenu& view) {
    MainWindow* const window = &m_window;
    const QStringList titles = PageTabs::titles();
    for (int page = 0; page < titles.size(); ++page) {
        QAction* const action =
            view.addAction(titles[page], window, [window, page] { window->tabs().turnTo(page); });
        constexpr int kKeys = 9; // Ctrl+1 to Ctrl+9
        if (page < kKeys)
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
    }
    const auto step = [window](int pages) {
        return [window, pages] { window->tabs().turnTo(window->tabs().currentIndex() + pages); };
    };
    view.addAction(tr("&Next Page"), window, step(1))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    view.addAction(tr("&Previous Page"), window, step(-1))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp));
}

void Menus::buildTextSizes(QMenu& view) {
    const auto change = [](int percent) {
        setTextSize(percent);
        Settings::setTextSize(textSize());
        applyLook(Settings::look());
    };
    const auto step = [change](int places) {
        const auto* const now = std::find(kTextSizes.begin(), kTextSizes.end(), textSize());
        const auto last = static_cast<std::ptrdiff_t>(kTextSizes.size()) - 1;
        const auto place = std::clamp<std::ptrdiff_t>(now - kTextSizes.begin() + places, 0, last);
        change(kTextSizes[static_cast<std::size_t>(place)]);
    };
    QAction* const larger = view.addAction(tr("&Larger Text"), &m_window, [=] { step(1); });
    larger->setShortcut(standardKey(QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Plus));
    QAction* const smaller = view.addAction(tr("S&maller Text"), &m_window, [=] { step(-1); });
    smaller->setShortcut(standardKey(QKeySequence::ZoomOut, Qt::CTRL | Qt::Key_Minus));
    QAction* const usual = view.addAction(tr("Usual &Text Size"), &m_window, [=] { change(100); });
    usual->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
}

void Menus::buildExplore() {
    QMenu* const explore = m_window.menuBar()->addMenu(tr("E&xplore"));
    ExplorationStack& exploration = m_window.exploration();
    explore->addActions(
        {exploration.backAction(), exploration.forwardAction(), exploration.resetAction()});
    explore->addSeparator();
    SearchField* const field = &m_window.breadcrumbs().search();
    QAction* const search = explore->addAction(
        tr("&Search…"), field, [field] { field->setFocus(Qt::ShortcutFocusReason); });
    search->setShortcut(QKeySequence::Find);
}

void Menus::buildAnalysis() {
    QMenu* const analysis = m_window.menuBar()->addMenu(tr("&Analysis"));
    QMenu* const profileMenu = analysis->addMenu(tr("&Profile"));
    Docks* const docks = &m_window.docks();
    const auto addProfile = [&](const QString& title, const QString& name) {
        profileMenu->addAction(
            title, docks, [docks, name] { docks->thresholds().chooseProfile(name); });
    };
    addProfile(tr("Automatic"), fromCore(kAutoProfile));
    for (const Profile& profile : profiles())
        addProfile(coreText(profile.title), fromCore(profile.name));
    analysis->addAction(tr("&Reset Thresholds"), docks, [docks] { docks->thresholds().reset(); });
    analysis->addAction(tr("&Telescope…"), docks, [docks] {
        docks->showThresholds();
        docks->thresholds().findChild<TelescopeField*>()->setFocus(Qt::ShortcutFocusReason);
    });
    analysis->addSeparator();
    analysis->addAction(tr("Reproduce the 2014/2018 &Report…"), &m_window.reportExport(),
        &ReportExport::askForStudy);
    analysis->addSeparator();
    analysis->addAction(tr("&Compare With…"), &m_window, [window = &m_window] {
        window->tabs().showPage(window->tabs().compare());
        window->timeActions().askForOther();
    });
    analysis->addAction(tr("Sensiti&vity…"), &m_window, &MainWindow::showSensitivity);
    analysis->addAction(tr("A&ggressive Scanners…"), &m_window, &MainWindow::showAggressive);
    analysis->addAction(tr("&Stop Reading"), &m_window.worker(), &AnalysisWorker::stopReading);
}

void Menus::buildHelp() {
    QMenu* const help = m_window.menuBar()->addMenu(tr("&Help"));
    QAction* const contents =
        help->addAction(tr("&Contents"), &m_window, [window = &m_window] { showHelp(*window); });
    contents->setShortcut(QKeySequence::HelpContents);
    QAction* const shortcuts = help->addAction(tr("&Keyboard Shortcuts"), &m_window,
        [window = &m_window] { ShortcutsDialog(*window->menuBar(), window).exec(); });
    shortcuts->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1));
    QAction* const folders = help->addAction(tr("&Folders"), &m_window,
        [window = &m_window] { AboutDialog(window, AboutDialog::Page::folders).exec(); });
    folders->setMenuRole(QAction::NoRole);
    help->addSeparator();
    QAction* const about = help->addAction(tr("&About %1").arg(QLatin1String(kProgramName)),
        &m_window, [window = &m_window] { AboutDialog(window).exec(); });
    about->setMenuRole(QAction::AboutRole);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

} // namespace sweepscope
