// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/export_menu.h"
#include "window/report_folder.h"

#include <QFutureWatcher>
#include <QMenu>
#include <QPointer>
#include <QProgressDialog>

#include <functional>
#include <memory>
#include <optional>

namespace sweepscope {

/// File > Export: what is in sight, the report as one HTML file, and everything into a folder. The
/// window goes on living meanwhile: a picture at a time is drawn, and another thread counts and
/// writes tables.
class ReportExport : public QObject {
    Q_OBJECT

public:
    /// What there is to export now; nothing before a capture was read.
    using ContentNow = std::function<std::optional<ReportContent>()>;

    ReportExport(Exporter& exporter, ContentNow contentNow, QWidget* window);

    [[nodiscard]] QMenu* menu() { return m_menu; }

    void writeEverything(const QString& folder) { write(folder, ReportWork::Kind::folder); }

    void writeReport(const QString& path) { write(path, ReportWork::Kind::file); }

    /// Analysis > Reproduce the 2014/2018 Report: HTML to a path that the user is asked for, PDF
    /// and JSON beside it.
    void askForStudy();
    void writeStudy(const QString& path);

    [[nodiscard]] bool isWriting() const { return m_work != nullptr; }

signals:
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void buildMenu();
    void askForFolder();
    void askForFile();
    void write(const QString& path, ReportWork::Kind kind);
    void nextStep();
    void stepDone(const Status& status);
    void end();

    Exporter& m_exporter;
    ContentNow m_contentNow;
    QWidget* m_window;
    QMenu* m_menu;
    std::unique_ptr<ReportWork> m_work; ///< null: nothing is being written
    QString m_path;                     ///< that it is written to
    QPointer<QProgressDialog> m_progress;
    QFutureWatcher<Status> m_watcher;
    QFutureWatcher<Status> m_study;
};

} // namespace sweepscope
