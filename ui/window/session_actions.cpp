// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/session_actions.h"

#include "window/main_window.h"
#include "window/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace sweepscope {

namespace {

const QString kSuffix = QStringLiteral("sweepscope");

} // namespace

SessionActions::SessionActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_save(new QAction(tr("&Save Session"), this))
    , m_saveAs(new QAction(tr("Save Session &As…"), this)) {
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    connect(m_save, &QAction::triggered, this, &SessionActions::save);
    connect(m_saveAs, &QAction::triggered, this, &SessionActions::saveAs);
    connect(&m_saver, &SessionSaver::saved, this, [this](const QString& path) {
        m_path = path;
        Settings::addRecentFile(QFileInfo(path).absoluteFilePath());
        emit saved(path);
    });
    connect(&m_saver, &SessionSaver::failed, this, &SessionActions::failed);
    setEnabled(false);
}

void SessionActions::addTo(QMenu& menu) {
    menu.addAction(m_save);
    menu.addAction(m_saveAs);
}

void SessionActions::setSession(const QString& path) {
    m_path = path;
}

void SessionActions::setEnabled(bool hasSomething) {
    m_save->setEnabled(hasSomething);
    m_saveAs->setEnabled(hasSomething);
}

void SessionActions::save() {
    if (m_path.isEmpty())
        saveAs();
    else
        saveTo(m_path);
}

void SessionActions::saveAs() {
    QFileDialog dialog(&m_window, tr("Save the session"), Settings::lastFolder(),
        tr("Sessions (*.sweepscope);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(kSuffix);
    dialog.selectFile(m_path.isEmpty() ? tr("session.sweepscope") : m_path);
    if (dialog.exec() == QDialog::Accepted)
        saveTo(dialog.selectedFiles().value(0));
}

void SessionActions::saveTo(const QString& path) {
    if (m_window.snapshot() == nullptr || path.isEmpty())
        return;
    m_saver.save(path, m_window.snapshot(), m_window.worker().opened(),
        m_window.thresholds().telescopeAddresses());
}

} // namespace sweepscope
