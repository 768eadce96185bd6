// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences, what the window takes out of files of the user's own, and dialogs that follow it.
#include "format/display_sentence.h"
#include "reference/open_known_scanners.h"
#include "style/theme.h"
#include "window/databases.h"
#include "window/main_window.h"
#include "window/preferences_dialog.h"
#include "window/settings.h"

#include <future>
#include <utility>

namespace sweepscope {

namespace {

/// A list that cannot be read any more is named, and the shipped one is asked alone.
template <typename Fail>
ScannerLists readScannerLists(const std::vector<std::string>& own, Fail fail) {
    Result<KnownScanners> known = openKnownScanners(own);
    if (!known.ok()) {
        fail(known.error().sentence);
        known = openKnownScanners({});
    }
    return std::make_shared<const KnownScanners>(
        known.ok() ? std::move(known).value() : KnownScanners());
}

} // namespace

void MainWindow::showPreferences() {
    PreferencesDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Settings::setLook(dialog.look());
    Settings::setLanguage(dialog.language());
    Settings::setGeoDatabases(dialog.geoDatabases());
    Settings::setMemoryCeiling(dialog.memoryCeiling());
    Settings::setScannerLists(dialog.scannerLists());
    Settings::setRulesFile(dialog.rulesFile());
    applyLook(dialog.look());
    loadDatabases(dialog.geoDatabases());
    loadScannerLists(dialog.scannerLists());
}

void MainWindow::loadDatabases(const QStringList& paths) {
    m_geo.clear();
    for (const QString& path : paths)
        m_geo.push_back(path.toStdString());
    OpenedDatabases opened = openDatabases(paths);
    m_status->showDatabases(*opened.databases);
    m_welcome->showDatabases(opened.searched, !opened.databases->isEmpty());
    m_worker.setDatabases(std::move(opened.databases));
    m_notice->say(opened.problems.join(QLatin1Char('\n')));
}

void MainWindow::chooseDatabase() {
    const QString path = PreferencesDialog::askForDatabases(this).value(0);
    if (path.isEmpty())
        return;
    Settings::setGeoDatabases({path});
    loadDatabases({path});
}

/// They are read when sources are first looked up, by the thread that does it.
void MainWindow::loadScannerLists(const QStringList& paths) {
    std::vector<std::string> own;
    for (const QString& path : paths)
        own.push_back(path.toStdString());
    m_listsProblem.clear();
    const auto fail = [this](const Sentence& said) {
        QMetaObject::invokeMethod(
            this, [this, said] { m_listsProblem = displaySentence(said); }, Qt::QueuedConnection);
    };
    m_worker.setKnownScanners(std::async(std::launch::deferred, [own = std::move(own), fail] {
        return readScannerLists(own, fail);
    }).share());
}

/// Those of the command line, or else of the settings, whose file is read anew each time: it may
/// have been changed.
void MainWindow::takeOwnRules(ReadOptions& options) {
    m_rulesProblem.clear();
    options.userRules = m_userRules;
    options.rulesPath = m_rulesPath;
    const QString path = Settings::rulesFile();
    if (m_userRules != nullptr || path.isEmpty())
        return;
    Result<UserRules> rules = readUserRules(path.toStdString());
    if (!rules.ok()) {
        m_rulesProblem = displaySentence(rules.error().sentence);
        return m_notice->say(m_rulesProblem);
    }
    options.userRules = std::make_shared<const UserRules>(std::move(rules).value());
    options.rulesPath = path.toStdString();
}

void MainWindow::showSensitivity() {
    if (m_sensitivity == nullptr)
        m_sensitivity = new SensitivityDialog(m_exporter, this);
    m_sensitivity->setSnapshot(m_snapshot);
    m_sensitivity->show();
    m_sensitivity->raise();
}

void MainWindow::showAggressive() {
    if (m_aggressive == nullptr) {
        m_aggressive = new AggressiveDialog(m_exporter, this);
        connect(m_aggressive, &AggressiveDialog::sourceChosen, this, &MainWindow::showSource);
        connect(m_aggressive, &AggressiveDialog::narrowRequested, &m_exploration,
            &ExplorationStack::narrow);
    }
    m_aggressive->setSnapshot(m_snapshot);
    m_aggressive->show();
    m_aggressive->raise();
}

/// Dialogs that stay open show the newest answer.
void MainWindow::updateDialogs() {
    if (m_health != nullptr)
        m_health->setSnapshot(m_snapshot);
    if (m_sensitivity != nullptr)
        m_sensitivity->setSnapshot(m_snapshot);
    if (m_aggressive != nullptr)
        m_aggressive->setSnapshot(m_snapshot);
}

} // namespace sweepscope
