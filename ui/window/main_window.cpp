// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/main_window.h"

#include "base/data_files.h"
#include "base/version.h"
#include "export/provenance.h"
#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"
#include "window/about_dialog.h"
#include "window/preferences_dialog.h"
#include "window/settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

namespace {

constexpr int kLayoutVersion = 1; ///< of docks; a stored layout of another version is not restored

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

MainWindow::MainWindow(const StartOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_exporter([this](const QString& what) { return provenance(what); }) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QLatin1String(kProgramName));
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks);
    buildPages();
    buildDocks();
    m_status = new StatusLine();
    setStatusBar(m_status);
    buildMenus();
    connectWorker();
    restoreLayout();
    m_filter = options.filter;
    m_entersTunnels = options.entersTunnels;
    loadDatabases(options.geo.isEmpty() ? Settings::geoDatabases() : options.geo);
    m_thresholds->setTelescope(options.telescope, options.telescopeAddresses);
    if (!options.profile.isEmpty())
        m_thresholds->chooseProfile(options.profile);
    if (!options.captures.isEmpty())
        openCaptures(options.captures);
}

void MainWindow::buildPages() {
    m_overview = new OverviewPage(m_exporter);
    m_ports = new PortsPage(m_exporter);
    m_countries = new CountriesPage(m_exporter);
    m_tools = new ToolsPage(m_exporter);
    m_scanners = new ScannersPage(m_exporter);
    m_tabs = new QTabWidget();
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_ports, tr("Ports"));
    m_tabs->addTab(m_countries, tr("Countries"));
    m_tabs->addTab(m_tools, tr("Tools"));
    m_tabs->addTab(m_scanners, tr("Scanners"));
    for (Page* const page : pages())
        connect(page, &Page::sourceChosen, this, &MainWindow::showSource);
    m_center = new QStackedWidget();
    m_welcome = new WelcomePage();
    m_center->addWidget(m_welcome);
    m_center->addWidget(m_tabs);
    auto* const whole = new QWidget();
    auto* const layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notice = new NoticeStrip();
    layout->addWidget(m_notice);
    layout->addWidget(m_center, 1);
    setCentralWidget(whole);
    connect(&m_exporter, &Exporter::saved, this,
        [this](const QString& path) { m_status->say(tr("Saved %1").arg(path)); });
    connect(&m_exporter, &Exporter::failed, this,
        [this](const QString& problem) { m_notice->say(problem); });
    connect(m_notice, &NoticeStrip::moreRequested, this, &MainWindow::showHealth);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForCaptures);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
}

std::vector<Page*> MainWindow::pages() const {
    return {m_overview, m_ports, m_countries, m_tools, m_scanners};
}

void MainWindow::buildDocks() {
    m_thresholds = new ThresholdPanel();
    m_scanner = new ScannerPanel();
    const auto addDock = [&](const QString& title, const char* name, QWidget* content,
                             Qt::DockWidgetArea area) {
        auto* const dock = new QDockWidget(title);
        dock->setObjectName(QLatin1String(name));
        dock->setTitleBarWidget(new QWidget()); // the panel has a title of its own
        dock->setWidget(content);
        addDockWidget(area, dock);
        return dock;
    };
    m_thresholdDock =
        addDock(tr("Thresholds"), "thresholdDock", m_thresholds, Qt::LeftDockWidgetArea);
    m_scannerDock = addDock(tr("Scanner"), "scannerDock", m_scanner, Qt::RightDockWidgetArea);
    m_scannerDock->hide();
    connect(m_thresholds, &ThresholdPanel::questionChanged, this, &MainWindow::ask);
    connect(m_thresholds, &ThresholdPanel::telescopePrefixesChanged, this,
        [this] { openCaptures(m_captures); });
    connect(m_thresholds, &ThresholdPanel::healthRequested, this, &MainWindow::showHealth);
    connect(m_scanner, &ScannerPanel::closed, m_scannerDock, &QWidget::hide);
}

void MainWindow::buildMenus() {
    buildFileMenu();
    QMenu* const edit = menuBar()->addMenu(tr("&Edit"));
    QAction* const preferences =
        edit->addAction(tr("&Preferences…"), this, &MainWindow::showPreferences);
    preferences->setShortcut(QKeySequence::Preferences);
    preferences->setMenuRole(QAction::PreferencesRole);
    buildViewMenu();
    QMenu* const analysis = menuBar()->addMenu(tr("&Analysis"));
    QMenu* const profileMenu = analysis->addMenu(tr("&Profile"));
    const auto addProfile = [&](const QString& title, const QString& name) {
        profileMenu->addAction(
            title, m_thresholds, [this, name] { m_thresholds->chooseProfile(name); });
    };
    addProfile(tr("Automatic"), fromCore(kAutoProfile));
    for (const Profile& profile : profiles())
        addProfile(fromCore(profile.title), fromCore(profile.name));
    analysis->addAction(tr("&Stop Reading"), &m_worker, &AnalysisWorker::stopReading);
    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    QAction* const about = help->addAction(tr("&About %1").arg(QLatin1String(kProgramName)), this,
        [this] { AboutDialog(this).exec(); });
    about->setMenuRole(QAction::AboutRole);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::buildFileMenu() {
    QMenu* const file = menuBar()->addMenu(tr("&File"));
    QAction* const open = file->addAction(tr("&Open…"), this, &MainWindow::askForCaptures);
    open->setShortcut(QKeySequence::Open);
    file->addAction(tr("Open &Folder…"), this, &MainWindow::askForFolder);
    QAction* const options =
        file->addAction(tr("Open &with Options…"), this, [this] { openWithOptions(m_captures); });
    options->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    auto* const recent = new RecentMenu(this);
    file->addMenu(recent);
    connect(
        recent, &RecentMenu::chosen, this, [this](const QString& path) { openCaptures({path}); });
    file->addAction(tr("Open the &Sample"), this, &MainWindow::openSample);
    QAction* const reload = file->addAction(tr("Re&load"), this, [this] {
        if (!m_captures.isEmpty())
            openCaptures(m_captures);
    });
    reload->setShortcut(QKeySequence::Refresh);
    file->addSeparator();
    QAction* const quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::buildViewMenu() {
    QMenu* const view = menuBar()->addMenu(tr("&View"));
    for (int page = 0; page < m_tabs->count(); ++page) {
        QAction* const action = view->addAction(
            m_tabs->tabText(page), m_tabs, [this, page] { m_tabs->setCurrentIndex(page); });
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
    }
    view->addSeparator();
    view->addAction(m_thresholdDock->toggleViewAction());
    view->addAction(m_scannerDock->toggleViewAction());
    QAction* const health = view->addAction(tr("Reading &Health"), this, &MainWindow::showHealth);
    health->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    QAction* const fullScreen = view->addAction(
        tr("&Full Screen"), this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    fullScreen->setShortcut(QKeySequence::FullScreen);
    view->addAction(tr("Restore &Default Layout"), this, &MainWindow::setDefaultLayout);
}

void MainWindow::connectWorker() {
    connect(&m_worker, &AnalysisWorker::progressed, m_status, &StatusLine::showProgress);
    connect(m_status, &StatusLine::stopRequested, &m_worker, &AnalysisWorker::stopReading);
    connect(&m_worker, &AnalysisWorker::materialChanged, this, &MainWindow::takeMaterial);
    connect(&m_worker, &AnalysisWorker::readingFailed, this, [this](const QString& message) {
        // The result before stays; without one the start page says what happened.
        m_welcome->showProblem(message);
        m_notice->say(m_snapshot == nullptr ? QString() : message);
        m_status->say(message);
    });
    connect(&m_worker, &AnalysisWorker::readingEnded, m_status, &StatusLine::endProgress);
    connect(&m_worker, &AnalysisWorker::answered, this, &MainWindow::takeSnapshot);
}

void MainWindow::restoreLayout() {
    if (!restoreGeometry(Settings::geometry()))
        resize(1280, 800);
    if (!restoreState(Settings::windowState(), kLayoutVersion))
        setDefaultLayout();
    m_scannerDock->hide(); // until a scanner is chosen
}

void MainWindow::setDefaultLayout() {
    addDockWidget(Qt::LeftDockWidgetArea, m_thresholdDock);
    addDockWidget(Qt::RightDockWidgetArea, m_scannerDock);
    m_thresholdDock->setFloating(false);
    m_scannerDock->setFloating(false);
    m_thresholdDock->show();
    resizeDocks({m_thresholdDock, m_scannerDock}, {288, 340}, Qt::Horizontal);
}

void MainWindow::askForCaptures() {
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Open captures"), Settings::lastFolder(),
            tr("Captures (*.pcap *.pcapng *.cap *.dmp *.pcap.gz *.gz);;All files (*)"));
    if (!paths.isEmpty())
        openCaptures(paths);
}

void MainWindow::askForFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder"), Settings::lastFolder());
    if (!folder.isEmpty())
        openCaptures({folder});
}

void MainWindow::openWithOptions(const QStringList& paths) {
    const auto addresses = m_thresholds->telescopeAddresses();
    OpenDialog dialog(
        {paths, m_thresholds->telescopePrefixes(), addresses, m_filter, m_entersTunnels}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const OpenChoice choice = dialog.choice();
    m_filter = choice.filter;
    m_entersTunnels = choice.entersTunnels;
    m_thresholds->setTelescope(choice.telescope, choice.telescopeAddresses);
    openCaptures(choice.paths);
}

void MainWindow::showHealth() {
    if (m_health == nullptr)
        m_health = new HealthDialog(m_exporter, this);
    m_health->setSnapshot(m_snapshot);
    m_health->show();
    m_health->raise();
}

void MainWindow::openSample() {
    if (const auto sample = findDataFile("telescope-day.pcap.gz")) {
        m_thresholds->setTelescope(parsePrefixes("203.0.112.0/20").value(), std::nullopt);
        openCaptures({QString::fromStdString(*sample)});
    } else {
        m_notice->say(tr("The sample is not where the program was installed"));
    }
}

void MainWindow::openCaptures(const QStringList& paths) {
    m_captures = paths;
    m_welcome->showProblem({});
    m_readingBegan = std::chrono::steady_clock::now();
    Settings::setLastFolder(QFileInfo(paths.first()).absolutePath());
    ReadOptions options;
    options.telescope = m_thresholds->telescopePrefixes();
    options.filter = m_filter;
    options.entersTunnels = m_entersTunnels;
    m_worker.open(paths, options);
}

void MainWindow::takeMaterial() {
    const Material& material = *m_worker.material();
    for (const FileReport& file : material.captures->files) {
        if (!file.isSkipped)
            Settings::addRecentFile(
                QFileInfo(QString::fromStdString(file.path)).absoluteFilePath());
    }
    const QString first =
        m_captures.isEmpty() ? QString() : QFileInfo(m_captures.first()).fileName();
    setWindowTitle(m_captures.size() > 1
                       ? tr("%1 and %n more — %2", nullptr, static_cast<int>(m_captures.size()) - 1)
                             .arg(first, QLatin1String(kProgramName))
                       : tr("%1 — %2").arg(first, QLatin1String(kProgramName)));
    m_status->showReading(material, secondsSince(m_readingBegan));
    m_thresholds->setMaterial(material);
    ask();
}

void MainWindow::ask() {
    m_worker.ask(m_thresholds->question());
}

void MainWindow::takeSnapshot(const SnapshotPointer& snapshot, double milliseconds) {
    m_snapshot = snapshot;
    m_center->setCurrentWidget(m_tabs);
    m_status->showAnswer(*snapshot, milliseconds);
    m_thresholds->setSnapshot(snapshot);
    for (Page* const page : pages())
        page->setSnapshot(snapshot);
    m_scanner->setSnapshot(snapshot);
    QStringList problems;
    for (const FileReport& file : snapshot->material.captures->files) {
        if (file.isTruncated || file.isSkipped)
            problems << QStringLiteral("%1: %2").arg(
                QFileInfo(QString::fromStdString(file.path)).fileName(), fromCore(file.note));
    }
    if (snapshot->material.captures->isStopped)
        problems << tr("The reading was stopped; what was read until then is shown");
    m_notice->say(problems.join(QLatin1Char('\n')), !problems.isEmpty());
    if (m_health != nullptr)
        m_health->setSnapshot(snapshot);
    emit snapshotShown();
}

void MainWindow::showSource(SourceId source) {
    m_scanner->showSource(m_snapshot, source);
    m_scannerDock->show();
}

void MainWindow::showPreferences() {
    PreferencesDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Settings::setLook(dialog.look());
    Settings::setGeoDatabases(dialog.geoDatabases());
    applyLook(dialog.look());
    loadDatabases(dialog.geoDatabases());
}

void MainWindow::loadDatabases(const QStringList& paths) {
    m_geo = paths;
    std::vector<GeoDatabase> databases;
    QStringList problems;
    const auto add = [&](const std::string& path) {
        Result<GeoDatabase> database = GeoDatabase::open(path);
        if (database.ok())
            databases.push_back(std::move(database).value());
        else
            problems << QString::fromStdString(database.error().message);
    };
    for (const QString& path : paths)
        add(path.toStdString());
    const auto shipped = findDataFile("sweepscope-geo.mmdb");
    if (paths.isEmpty() && shipped)
        add(*shipped);
    auto shared = std::make_shared<const GeoDatabases>(std::move(databases));
    m_status->showDatabases(*shared);
    m_worker.setDatabases(std::move(shared));
    m_notice->say(problems.join(QLatin1Char('\n')));
}

std::vector<std::string> MainWindow::provenance(const QString& what) const {
    if (m_snapshot == nullptr)
        return {};
    std::vector<std::string> geo;
    for (const QString& path : m_geo)
        geo.push_back(path.toStdString());
    return provenanceLines(
        *m_snapshot, provenanceOf(*m_snapshot, *m_worker.databases(), geo), what.toStdString());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Settings::setWindow(saveGeometry(), saveState(kLayoutVersion));
    m_worker.stopReading();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        openCaptures(paths);
}

} // namespace sweepscope
