// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/breadcrumb_bar.h"
#include "drilldown/exploration_stack.h"
#include "window/aggressive_dialog.h"
#include "window/docks.h"
#include "window/health_dialog.h"
#include "window/notice_strip.h"
#include "window/open_dialog.h"
#include "window/page_tabs.h"
#include "window/recent_menu.h"
#include "window/report_export.h"
#include "window/sensitivity_dialog.h"
#include "window/session_actions.h"
#include "window/start_options.h"
#include "window/status_line.h"
#include "window/time_actions.h"
#include "window/welcome_page.h"
#include "worker/analysis_worker.h"

#include <QMainWindow>

#include <chrono>

namespace sweepscope {

/// The window: menus (Menus), thresholds on the left and the chosen scanner on the right (Docks),
/// pages in the middle (PageTabs), which are made when they are first asked for. It only arranges:
/// the worker works, the threshold panel holds the question, pages show snapshots.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const StartOptions& options, QWidget* parent = nullptr);

    void openCaptures(const QStringList& paths);
    void openSample();

    // What the menus offer.
    void askForCaptures();
    void askForFolder();
    void openWithOptions();
    void reload();
    void showHealth();
    void showSensitivity();
    void showAggressive();
    void showPreferences();
    void closeCaptures();
    void showLocalTimes(bool isLocal);
    void restoreDefaultLayout();
    void showSource(SourceId source);

    [[nodiscard]] AnalysisWorker& worker() { return m_worker; }

    [[nodiscard]] ThresholdPanel& thresholds() { return m_docks->thresholds(); }

    [[nodiscard]] ScannerPanel& scanner() { return m_docks->scanner(); }

    [[nodiscard]] Docks& docks() { return *m_docks; }

    [[nodiscard]] PageTabs& tabs();

    [[nodiscard]] ExplorationStack& exploration() { return m_exploration; }

    [[nodiscard]] BreadcrumbBar& breadcrumbs() { return *m_breadcrumbs; }

    [[nodiscard]] StatusLine& status() { return *m_status; }

    [[nodiscard]] Exporter& exporter() { return m_exporter; }

    [[nodiscard]] ReportExport& reportExport() { return *m_reportExport; }

    [[nodiscard]] const SnapshotPointer& snapshot() const { return m_snapshot; }

    [[nodiscard]] PortsPage& portsPage() { return tabs().ports(); }

    [[nodiscard]] ScannersPage& scannersPage() { return tabs().scanners(); }

    [[nodiscard]] SessionActions& session() { return *m_session; }

    [[nodiscard]] TimeActions& timeActions() { return *m_time; }

    [[nodiscard]] QString noticeText() const { return m_notice->text(); }

signals:
    void snapshotShown(); ///< all pages show the newest answer
    void detailsShown();  ///< and what is counted after it

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCenter();
    void buildBreadcrumbs();
    void connectParts();
    void connectWorker();
    void connectThresholds(ThresholdPanel& panel);
    void connectTabs();

    void loadDatabases(const QStringList& paths);
    void loadScannerLists(const QStringList& paths);
    void chooseDatabase();
    void takeOwnRules(ReadOptions& options);
    void updateDialogs();
    void askHowToOpen(const QStringList& paths);
    bool mayClose();
    void ask();
    void takeGrown();
    void takeMaterial();
    void takeOpened(const SavedIndex& opened);
    void showTitle(const QString& name);
    void takeSnapshot(const SnapshotPointer& snapshot, double milliseconds);
    void showProblems();
    [[nodiscard]] Provenance provenance() const;

    Exporter m_exporter;
    ReportExport* m_reportExport;
    AnalysisWorker m_worker;
    QStringList m_captures;
    std::shared_ptr<const UserRules> m_userRules;
    std::string m_rulesPath;
    QString m_rulesProblem; ///< of the settings' file of rules at the last reading
    QString m_listsProblem; ///< of lists of known scanners
    std::shared_ptr<const FrameFilter> m_filter; ///< that captures are read with; null: all frames
    bool m_entersTunnels = false;
    std::uint64_t m_memoryCeiling = 0;
    std::shared_ptr<const SavedIndex> m_opened; ///< whose thresholds the panel has; null: captures
    std::vector<std::string> m_geo;             ///< databases that the user chose
    SnapshotPointer m_snapshot;
    std::chrono::steady_clock::time_point m_readingBegan;

    ExplorationStack m_exploration;
    BreadcrumbBar* m_breadcrumbs = nullptr;
    PageTabs* m_tabs = nullptr;
    Docks* m_docks = nullptr;
    StatusLine* m_status = nullptr;
    NoticeStrip* m_notice = nullptr;
    WelcomePage* m_welcome = nullptr;
    SessionActions* m_session = nullptr;
    TimeActions* m_time = nullptr;
    HealthDialog* m_health = nullptr;           ///< made when it is first asked for
    SensitivityDialog* m_sensitivity = nullptr; ///< likewise
    AggressiveDialog* m_aggressive = nullptr;   ///< likewise
};

} // namespace sweepscope
