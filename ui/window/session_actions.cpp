// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/session_actions.h"

#include "window/anonymise_dialog.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <utility>

namespace sweepscope {

SessionActions::SessionActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_notes(window)
    , m_save(new QAction(tr("&Save Session"), this))
    , m_saveAs(new QAction(tr("Save Session &As…"), this))
    , m_saveAnonymised(new QAction(tr("Save A&nonymised Copy…"), this)) {
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    connect(m_save, &QAction::triggered, this, &SessionActions::save);
    connect(m_saveAs, &QAction::triggered, this, &SessionActions::saveAs);
    connect(m_saveAnonymised, &QAction::triggered, this, &SessionActions::saveAnonymised);
    connectSaver();
    setEnabled(false);
}

void SessionActions::connectSaver() {
    connect(&m_saver, &SessionSaver::saved, this, [this](const QString& path) {
        m_path = path;
        m_notes.book().setSaved(m_saving);
        Settings::addRecentFile(QFileInfo(path).absoluteFilePath());
        emit saved(path);
        if (const auto next = std::exchange(m_next, nullptr))
            next();
    });
    connect(&m_saver, &SessionSaver::savedAnonymised, this, &SessionActions::savedAnonymised);
    connect(&m_saver, &SessionSaver::failed, this, [this](const QString& message) {
        m_next = nullptr;
        emit failed(message);
    });
}

void SessionActions::addTo(QMenu& menu) {
    menu.addActions({m_save, m_saveAs, m_saveAnonymised});
}

void SessionActions::take(
    const QStringList& captures, const std::shared_ptr<const SavedIndex>& opened) {
    const bool isSession = opened != nullptr && opened->session && captures.size() == 1;
    m_path = isSession ? captures.first() : QString();
    m_notes.take(captures, opened);
}

void SessionActions::setEnabled(bool hasSomething) {
    for (QAction* const action : {m_save, m_saveAs, m_saveAnonymised})
        action->setEnabled(hasSomething);
    m_notes.setEnabled(hasSomething);
}

void SessionActions::save() {
    if (m_path.isEmpty())
        saveAs();
    else
        saveTo(m_path);
}

QString SessionActions::askForPath(const QString& title, const QString& proposed) {
    QFileDialog dialog(
        &m_window, title, Settings::lastFolder(), tr("Sessions (*.sweepscope);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("sweepscope"));
    dialog.selectFile(proposed);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

void SessionActions::saveAs() {
    saveTo(
        askForPath(tr("Save the session"), m_path.isEmpty() ? tr("session.sweepscope") : m_path));
}

/// Only with a snapshot.
SessionToSave SessionActions::content() {
    return {m_window.snapshot(), m_window.worker().opened(),
        m_window.thresholds().telescopeAddresses(), m_notes.book().notes(), {},
        m_window.worker().databasesOf(*m_window.snapshot())};
}

void SessionActions::saveTo(const QString& path) {
    if (m_window.snapshot() == nullptr || path.isEmpty())
        return;
    m_saving = m_notes.book().notes();
    m_saver.save(path, content());
}

void SessionActions::saveAnonymised() {
    AnonymiseDialog dialog(&m_window);
    if (dialog.exec() == QDialog::Accepted)
        saveAnonymisedTo(askForPath(tr("Save an anonymised copy"), tr("anonymised.sweepscope")),
            dialog.keyFile());
}

void SessionActions::saveAnonymisedTo(const QString& path, const QString& keyFile) {
    if (m_window.snapshot() == nullptr || path.isEmpty())
        return;
    SessionToSave session = content();
    session.keyFile = keyFile;
    m_saver.save(path, std::move(session));
}

bool SessionActions::mayLeave(std::function<void()> next) {
    if (m_window.snapshot() == nullptr || !m_notes.book().isUnsaved())
        return true;
    const auto answer = QMessageBox::question(&m_window, tr("Notes"),
        tr("You wrote notes that are in no session yet. Save the session?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Discard)
        return true;
    if (answer == QMessageBox::Save) {
        save();
        if (m_saver.isSaving())
            m_next = std::move(next);
    }
    return false;
}

} // namespace sweepscope
