// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/main_window.h"

#include "base/data_files.h"
#include "base/version.h"
#include "export/provenance.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "format/display_zone.h"
#include "style/theme.h"
#include "window/capture_choice.h"
#include "window/language.h"
#include "window/menus.h"
#include "window/reading_problems.h"
#include "window/settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QShortcut>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The keyboard goes along.
void showInPlaceOf(QWidget& before, QWidget& now) {
    const bool hasKeyboard = before.isAncestorOf(before.window()->focusWidget());
    before.hide();
    now.show();
    if (hasKeyboard)
        now.setFocus(Qt::OtherFocusReason);
}

} // namespace

MainWindow::MainWindow(const StartOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_exporter([this](const QString& what, const Subcommand& subcommand) {
        using Lines = std::vector<std::string>;
        return m_snapshot == nullptr ? Lines()
                                     : provenanceLines(*m_snapshot,
                                           madeBy(provenance(), subcommand), what.toStdString());
    })
    , m_reportExport(new ReportExport(
          m_exporter,
          [this]() -> std::optional<ReportContent> {
              if (m_snapshot == nullptr)
                  return std::nullopt;
              return ReportContent{m_snapshot, provenance(), tabs().eventList(), tabs().compared()};
          },
          this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QLatin1String(kProgramName));
    setAcceptDrops(true);
    buildCenter();
    buildBreadcrumbs();
    m_docks = new Docks(*this);
    m_status = new StatusLine();
    setStatusBar(m_status);
    m_session = new SessionActions(*this);
    m_time = new TimeActions(*this);
    Menus(*this);
    connectParts();
    connectWorker();
    m_docks->restore();
    setDisplayZone(Settings::zone());
    m_status->showZone();
    m_filter = options.filter;
    m_userRules = options.userRules;
    m_rulesPath = options.rulesPath;
    m_entersTunnels = options.entersTunnels;
    m_memoryCeiling = options.memoryCeiling;
    loadDatabases(options.geo.isEmpty() ? Settings::geoDatabases() : options.geo);
    loadScannerLists(Settings::scannerLists() + options.knownScanners);
    connect(m_docks, &Docks::thresholdsMade, this, [options](ThresholdPanel* panel) {
        panel->ownProfiles().setFile(
            options.profilesFile.isEmpty() ? Settings::profilesFile() : options.profilesFile);
        panel->setTelescope(options.telescope, options.telescopeAddresses);
        if (!options.profile.isEmpty())
            panel->chooseProfile(options.profile);
    });
    if (!options.captures.isEmpty())
        openCaptures(options.captures);
}

void MainWindow::buildCenter() {
    m_welcome = new WelcomePage();
    auto* const whole = new QWidget();
    auto* const layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notice = new NoticeStrip();
    layout->addWidget(m_notice);
    layout->addWidget(m_welcome, 1); // or the pages, once there are any
    setCentralWidget(whole);
}

PageTabs& MainWindow::tabs() {
    if (m_tabs != nullptr)
        return *m_tabs;
    m_tabs = new PageTabs(m_exporter, centralWidget());
    m_tabs->hide(); // until there is something on the pages
    m_tabs->setCornerWidget(
        m_docks->foldButton(Docks::Side::thresholds, m_tabs), Qt::TopLeftCorner);
    m_tabs->setCornerWidget(m_docks->foldButton(Docks::Side::scanner, m_tabs), Qt::TopRightCorner);
    centralWidget()->layout()->addWidget(m_tabs);
    connectTabs();
    m_time->readRememberedEvents();
    return *m_tabs;
}

void MainWindow::buildBreadcrumbs() {
    m_breadcrumbs = new BreadcrumbBar(m_exploration);
    m_breadcrumbs->setChipsVisible(false);
    auto* const bar = addToolBar(tr("Exploration"));
    bar->setObjectName(QStringLiteral("exploration"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false);
    bar->addWidget(m_breadcrumbs);
    auto* const escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, &m_exploration, &ExplorationStack::reset);
    connect(&m_exploration, &ExplorationStack::changed, this, &MainWindow::ask);
    connect(
        &m_breadcrumbs->search(), &SearchField::notUnderstood, this, [this](const QString& text) {
            m_status->say(tr("Nothing here is called “%1”").arg(text));
        });
}

void MainWindow::askForCaptures() {
    const QStringList paths = chooseCaptures(this);
    if (!paths.isEmpty())
        openCaptures(paths);
}

void MainWindow::askForFolder() {
    const QString folder = chooseFolder(this);
    if (!folder.isEmpty())
        openCaptures({folder});
}

void MainWindow::openWithOptions() {
    askHowToOpen(m_captures);
}

void MainWindow::askHowToOpen(const QStringList& paths) {
    const auto addresses = thresholds().telescopeAddresses();
    OpenDialog dialog(
        {paths, thresholds().telescopePrefixes(), addresses, m_filter, m_entersTunnels}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const OpenChoice choice = dialog.choice();
    m_filter = choice.filter;
    m_entersTunnels = choice.entersTunnels;
    thresholds().setTelescope(choice.telescope, choice.telescopeAddresses);
    openCaptures(choice.paths);
}

void MainWindow::reload() {
    if (!m_captures.isEmpty())
        openCaptures(m_captures);
}

/// Back to the first page; a reading that goes on is stopped and its result not shown.
void MainWindow::closeCaptures() {
    if (!m_session->mayLeave([this] { closeCaptures(); }))
        return;
    m_worker.close();
    m_captures.clear();
    m_snapshot.reset();
    showInPlaceOf(tabs(), *m_welcome);
    m_breadcrumbs->setChipsVisible(false);
    thresholds().forgetMaterial();
    m_docks->hideScanner();
    m_notice->say({});
    m_status->endProgress();
    m_status->clearAnswers();
    m_session->take({}, nullptr);
    m_session->setEnabled(false);
    setWindowFilePath({});
    setWindowTitle(QLatin1String(kProgramName));
}

void MainWindow::showLocalTimes(bool isLocal) {
    const DisplayZone zone = isLocal ? DisplayZone::local : DisplayZone::utc;
    Settings::setZone(zone);
    setDisplayZone(zone);
    m_status->showZone();
    retranslate(*this); // charts and tables take it as they take another language
    if (ScannerPanel* const panel = m_docks->scannerIfMade(); panel != nullptr && m_snapshot)
        panel->setSnapshot(m_snapshot);
}

void MainWindow::restoreDefaultLayout() {
    m_docks->setDefaultLayout();
    (void)tabs().pages(); // makes those that are not there: their tables forget their columns too
    const auto tables = findChildren<TableView*>();
    for (TableView* const table : tables)
        table->restoreColumns();
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
        thresholds().setTelescope(parsePrefixes("203.0.112.0/20").value(), std::nullopt);
        openCaptures({QString::fromStdString(*sample)});
    } else {
        m_notice->say(tr("The sample is not where the program was installed"));
    }
}

void MainWindow::openCaptures(const QStringList& paths) {
    // Notes on captures stay while these are read again; those of a session come out of it anew.
    const bool isOther = paths != m_captures || m_opened != nullptr;
    if (isOther && !m_session->mayLeave([this, paths] { openCaptures(paths); }))
        return;
    if (paths != m_captures)
        m_exploration.clear();
    m_captures = paths;
    m_welcome->showProblem({});
    m_readingBegan = std::chrono::steady_clock::now();
    Settings::setLastFolder(QFileInfo(paths.first()).absolutePath());
    ReadOptions options;
    options.telescope = thresholds().telescopePrefixes();
    options.filter = m_filter;
    takeOwnRules(options);
    options.entersTunnels = m_entersTunnels;
    options.memoryCeiling = m_memoryCeiling != 0 ? m_memoryCeiling : Settings::memoryCeiling();
    m_worker.open(paths, options);
    tabs().makeCurrentPage();
}

void MainWindow::takeMaterial() {
    const Material& material = *m_worker.material();
    const std::shared_ptr<const SavedIndex>& opened = m_worker.opened();
    noteRecent(opened != nullptr ? m_captures : filesOf(material));
    setWindowFilePath(m_captures.isEmpty() ? QString() : m_captures.first());
    showTitle(nameOf(m_captures));
    m_status->showReading(material, secondsSince(m_readingBegan));
    m_session->take(m_captures, opened);
    // The same file with other databases leaves the user's thresholds alone.
    const bool isNew = opened != nullptr && opened != m_opened;
    m_opened = opened;
    if (isNew)
        thresholds().setTelescope(opened->telescope(), opened->facts.telescopeAddresses);
    thresholds().setMaterial(material);
    m_breadcrumbs->setOrigins(material.origins);
    if (isNew)
        takeOpened(*opened);
    ask();
}

/// A session brings its thresholds with it, and what was looked at.
void MainWindow::takeOpened(const SavedIndex& opened) {
    if (opened.session) {
        const Question& question = opened.session->question;
        thresholds().setThresholds(QString::fromStdString(question.profile), question.thresholds);
        if (tabs().keepsDependentPorts() != question.keepsDependentPorts)
            portsPage().setKeepsDependentPorts(question.keepsDependentPorts);
        m_exploration.narrow(question.narrowing);
    }
    QStringList notes;
    for (const Sentence& note : opened.notes)
        notes << displaySentence(note);
    if (!notes.isEmpty())
        m_notice->say(notes.join(QLatin1Char('\n')));
}

void MainWindow::showTitle(const QString& name) {
    setWindowTitle(tr("%1 — %2").arg(name, QLatin1String(kProgramName)));
}

/// Pages show what was read so far.
void MainWindow::takeGrown() {
    m_opened.reset(); // an index or session that was open before has made way
    m_session->take(m_captures, nullptr);
    thresholds().setMaterial(*m_worker.material());
    ask();
}

void MainWindow::ask() {
    m_exploration.setThresholds(thresholds().question());
    Question question = m_exploration.question();
    question.keepsDependentPorts = tabs().keepsDependentPorts();
    m_worker.ask(question);
}

void MainWindow::takeSnapshot(const SnapshotPointer& snapshot, double milliseconds) {
    m_snapshot = snapshot;
    m_session->setEnabled(true);
    showInPlaceOf(*m_welcome, tabs());
    m_breadcrumbs->setChipsVisible(true);
    m_status->showAnswer(*snapshot, milliseconds);
    thresholds().setSnapshot(snapshot, milliseconds);
    tabs().setSnapshot(snapshot, thresholds().before());
    if (ScannerPanel* const panel = m_docks->scannerIfMade())
        panel->setSnapshot(snapshot);
    showProblems();
    updateDialogs();
    emit snapshotShown();
}

/// What is not whole in what is shown.
void MainWindow::showProblems() {
    QStringList problems;
    if (m_snapshot != nullptr)
        problems = readingProblems(*m_snapshot);
    for (const QString& problem : {m_rulesProblem, m_listsProblem}) {
        if (!problem.isEmpty())
            problems << problem;
    }
    m_notice->say(problems.join(QLatin1Char('\n')), !problems.isEmpty());
}

void MainWindow::showSource(SourceId source) {
    scanner().showSource(m_snapshot, source);
    m_docks->showScanner();
}

Provenance MainWindow::provenance() const {
    Provenance provenance = sweepscope::provenanceOf(*m_snapshot, *m_worker.databases(), m_geo);
    provenance.notes = m_session->notes().book().notes();
    return provenance;
}

/// Asked only where more than about a minute of work would be lost.
bool MainWindow::mayClose() {
    constexpr double kLongReading = 60;
    if (!m_worker.isReading() || secondsSince(m_readingBegan) < kLongReading)
        return true;
    return QMessageBox::question(this, tr("Still reading"),
               tr("The captures are still being read. Quit, and lose what was read so far?")) ==
           QMessageBox::Yes;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayClose() || !m_session->mayLeave([this] { close(); }))
        return event->ignore();
    m_docks->save();
    m_worker.stopReading();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

/// Several captures become one timeline: they are shown in their order first.
void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localPaths(*event->mimeData());
    if (paths.size() == 1)
        openCaptures(paths);
    else if (!paths.isEmpty()) // not within the drop, which the other program waits for
        QTimer::singleShot(0, this, [this, paths] { askHowToOpen(paths); });
}

} // namespace sweepscope
