// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom in the window. Pages and panels that are made later are connected then.
#include "window/main_window.h"

#include <QFileInfo>

namespace sweepscope {

void MainWindow::connectParts() {
    const auto saySaved = [this](const QString& path) {
        m_status->say(tr("Saved %1").arg(path));
        if (m_notice->isFailure())
            showProblems(); // an earlier try's is over
    };
    const auto sayFailed = [this](const QString& problem) { m_notice->sayFailed(problem); };
    connect(m_docks, &Docks::scannerMade, this, [=, this](ScannerPanel* panel) {
        connect(panel, &ScannerPanel::narrowRequested, &m_exploration, &ExplorationStack::narrow);
        connect(&panel->packets(), &PacketsPanel::saved, this, saySaved);
        connect(&panel->packets(), &PacketsPanel::saveFailed, this, sayFailed);
        panel->note().setBook(m_session->notes().book());
    });
    connect(m_docks, &Docks::thresholdsMade, this, [=, this](ThresholdPanel* panel) {
        connectThresholds(*panel);
        connect(&panel->ownProfiles(), &OwnProfileMenu::failed, this, sayFailed);
    });
    connect(m_session, &SessionActions::saved, this,
        [this](const QString& path) { showTitle(QFileInfo(path).fileName()); });
    connect(m_session, &SessionActions::saved, this, saySaved);
    connect(m_session, &SessionActions::savedAnonymised, this, saySaved);
    connect(&m_exporter, &Exporter::saved, this, saySaved);
    connect(&m_exporter, &Exporter::failed, this, sayFailed);
    connect(m_session, &SessionActions::failed, this, sayFailed);
    connect(m_reportExport, &ReportExport::saved, this, saySaved);
    connect(m_reportExport, &ReportExport::failed, this, sayFailed);
    connect(m_time, &TimeActions::failed, this, sayFailed);
    connect(m_notice, &NoticeStrip::moreRequested, this, &MainWindow::showHealth);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askForCaptures);
    connect(m_welcome, &WelcomePage::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
}

void MainWindow::connectThresholds(ThresholdPanel& panel) {
    connect(&panel, &ThresholdPanel::questionChanged, this, &MainWindow::ask);
    connect(&panel, &ThresholdPanel::healthRequested, this, &MainWindow::showHealth);
    connect(&panel, &ThresholdPanel::telescopePrefixesChanged, this, [this, &panel] {
        if (m_worker.opened() == nullptr)
            return reload();
        panel.setTelescope(
            m_worker.opened()->telescope(), m_worker.opened()->facts.telescopeAddresses);
        m_notice->say(tr("The prefixes were decided when the captures were read; to change them, "
                         "open the captures"));
    });
}

void MainWindow::connectTabs() {
    connect(m_tabs, &PageTabs::narrowRequested, &m_exploration, &ExplorationStack::narrow);
    connect(m_tabs, &PageTabs::sourceChosen, this, &MainWindow::showSource);
    connect(m_tabs, &PageTabs::pageMade, m_time, &TimeActions::connectPage);
    connect(m_tabs, &PageTabs::pageMade, this, [this](Page* page) {
        if (const auto* const ports = qobject_cast<PortsPage*>(page))
            connect(ports, &PortsPage::keepsDependentPortsChanged, this, &MainWindow::ask);
    });
}

void MainWindow::connectWorker() {
    connect(&m_worker, &AnalysisWorker::progressed, m_status, &StatusLine::showProgress);
    connect(m_status, &StatusLine::stopRequested, &m_worker, &AnalysisWorker::stopReading);
    connect(&m_worker, &AnalysisWorker::materialGrew, this, &MainWindow::takeGrown);
    connect(&m_worker, &AnalysisWorker::materialChanged, this, &MainWindow::takeMaterial);
    connect(&m_worker, &AnalysisWorker::readingFailed, this, [this](const QString& message) {
        // The result before stays; without one the start page says what happened.
        m_welcome->showProblem(message);
        m_notice->say(m_snapshot == nullptr ? QString() : message);
        m_status->say(message);
    });
    connect(&m_worker, &AnalysisWorker::readingEnded, m_status, &StatusLine::endProgress);
    connect(&m_worker, &AnalysisWorker::answered, this, &MainWindow::takeSnapshot);
    connect(&m_worker, &AnalysisWorker::detailed, this, [this](const DetailsPointer& details) {
        tabs().setDetails(details);
        emit detailsShown();
    });
}

} // namespace sweepscope
