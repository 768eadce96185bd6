// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/report_export.h"

#include "format/display_sentence.h"
#include "publish/study_files.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QTimer>
#include <QtConcurrent>

#include <utility>

namespace sweepscope {

ReportExport::ReportExport(Exporter& exporter, ContentNow contentNow, QWidget* window)
    : QObject(window)
    , m_exporter(exporter)
    , m_contentNow(std::move(contentNow))
    , m_window(window)
    , m_menu(new QMenu(tr("&Export"), window)) {
    connect(m_menu, &QMenu::aboutToShow, this, &ReportExport::buildMenu);
    connect(&m_watcher, &QFutureWatcher<Status>::finished, this,
        [this] { stepDone(m_watcher.result()); });
}

void ReportExport::askForStudy() {
    if (!m_contentNow())
        return emit failed(tr("There is no capture to make the report of"));
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Reproduce the report of 2014 and 2018"),
            QDir(exportFolder()).filePath(QStringLiteral("study.html")), tr("HTML files (*.html)"));
    if (!path.isEmpty())
        writeStudy(path);
}

void ReportExport::writeStudy(const QString& path) {
    const auto content = m_contentNow();
    if (!content || m_study.isRunning())
        return;
    m_study.disconnect(this);
    connect(&m_study, &QFutureWatcher<Status>::finished, this, [this, path] {
        const Status written = m_study.result();
        if (!written.ok())
            return emit failed(displaySentence(written.error().sentence));
        setExportFolder(QFileInfo(path).absolutePath());
        emit saved(path);
    });
    m_study.setFuture(QtConcurrent::run([content = *content, path] {
        return writeStudyFiles(*content.snapshot, content.provenance, path);
    }));
}

void ReportExport::buildMenu() {
    m_menu->clear();
    const bool hasContent = m_contentNow().has_value();
    if (hasContent)
        m_exporter.addVisibleTo(*m_menu);
    m_menu->addSeparator();
    QAction* const report =
        m_menu->addAction(tr("&Report (HTML)…"), this, &ReportExport::askForFile);
    QAction* const everything =
        m_menu->addAction(tr("&Everything into a Folder…"), this, &ReportExport::askForFolder);
    for (QAction* const action : {report, everything})
        action->setEnabled(hasContent && !isWriting());
}

void ReportExport::askForFolder() {
    const QString folder = QFileDialog::getExistingDirectory(
        m_window, tr("Export everything into a folder"), exportFolder());
    if (!folder.isEmpty())
        writeEverything(folder);
}

void ReportExport::askForFile() {
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Save report"),
        QDir(exportFolder()).filePath(QStringLiteral("report.html")), tr("HTML files (*.html)"));
    if (!path.isEmpty())
        writeReport(path);
}

void ReportExport::write(const QString& path, ReportWork::Kind kind) {
    constexpr int kWidth = 400; // most names in one size
    auto content = m_contentNow();
    if (!content || isWriting())
        return;
    m_path = path;
    m_work = std::make_unique<ReportWork>(std::move(*content), path, kind);
    m_progress = new QProgressDialog(
        tr("Writing…"), tr("Cancel"), 0, static_cast<int>(m_work->total()), m_window);
    m_progress->setWindowModality(Qt::WindowModal);
    auto* const bar = new QProgressBar();
    bar->setTextVisible(false);
    m_progress->setBar(bar);
    m_progress->setMinimumWidth(kWidth);
    m_progress->setMinimumDuration(600);
    connect(m_progress, &QProgressDialog::canceled, this, [this] {
        if (m_work != nullptr)
            m_work->stop();
    });
    QTimer::singleShot(0, this, &ReportExport::nextStep);
}

void ReportExport::nextStep() {
    if (m_progress == nullptr || m_progress->wasCanceled())
        return end(); // the work goes, and with it what it wrote
    const std::optional<ReportStep> step = m_work->takeNext();
    if (!step) {
        end();
        const QFileInfo place(m_path);
        setExportFolder(place.isDir() ? m_path : place.absolutePath());
        return emit saved(m_path);
    }
    m_progress->setLabelText(tr("Writing %1").arg(step->name));
    m_progress->setMaximum(static_cast<int>(m_work->total()));
    m_progress->setValue(static_cast<int>(m_work->taken()) - 1);
    if (step->needsWindowThread)
        stepDone(step->run());
    else
        m_watcher.setFuture(QtConcurrent::run(step->run));
}

void ReportExport::stepDone(const Status& status) {
    if (status.ok())
        return QTimer::singleShot(0, this, &ReportExport::nextStep);
    end();
    emit failed(displaySentence(status.error().sentence));
}

void ReportExport::end() {
    m_work.reset();
    if (m_progress != nullptr)
        m_progress->deleteLater();
    m_progress = nullptr;
}

} // namespace sweepscope
