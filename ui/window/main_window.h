// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/scanner_panel.h"
#include "pages/countries_page.h"
#include "pages/overview_page.h"
#include "pages/ports_page.h"
#include "pages/scanners_page.h"
#include "pages/tools_page.h"
#include "thresholds/threshold_panel.h"
#include "window/health_dialog.h"
#include "window/notice_strip.h"
#include "window/open_dialog.h"
#include "window/recent_menu.h"
#include "window/status_line.h"
#include "window/welcome_page.h"
#include "worker/analysis_worker.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>

#include <chrono>

namespace sweepscope {

/// What the program is started with.
struct StartOptions {
    QStringList captures;
    QStringList geo; ///< databases in place of those of the settings
    PrefixSet telescope;
    std::optional<double> telescopeAddresses;
    std::shared_ptr<const FrameFilter> filter;
    bool entersTunnels = false;
    QString profile;
};

/// The window: menus, thresholds on the left, pages in the middle, the chosen scanner on the right.
/// It only arranges: the worker works, the threshold panel holds the question, pages show
/// snapshots.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const StartOptions& options, QWidget* parent = nullptr);

    void openCaptures(const QStringList& paths);
    void openSample();

    [[nodiscard]] AnalysisWorker& worker() { return m_worker; }

    [[nodiscard]] ThresholdPanel& thresholds() { return *m_thresholds; }

    [[nodiscard]] ScannerPanel& scanner() { return *m_scanner; }

    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }

    [[nodiscard]] StatusLine& status() { return *m_status; }

    [[nodiscard]] Exporter& exporter() { return m_exporter; }

    [[nodiscard]] const SnapshotPointer& snapshot() const { return m_snapshot; }

    [[nodiscard]] PortsPage& portsPage() { return *m_ports; }

    [[nodiscard]] CountriesPage& countriesPage() { return *m_countries; }

    [[nodiscard]] ToolsPage& toolsPage() { return *m_tools; }

    [[nodiscard]] ScannersPage& scannersPage() { return *m_scanners; }

    [[nodiscard]] QString noticeText() const { return m_notice->text(); }

signals:
    void snapshotShown(); ///< all pages show the newest answer

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    void buildDocks();
    void buildMenus();
    void buildFileMenu();
    void buildViewMenu();
    void connectWorker();
    void restoreLayout();
    void setDefaultLayout();

    void askForCaptures();
    void askForFolder();
    void openWithOptions(const QStringList& paths);
    void showHealth();
    void showPreferences();
    void loadDatabases(const QStringList& paths);
    void ask();
    void takeMaterial();
    void takeSnapshot(const SnapshotPointer& snapshot, double milliseconds);
    void showSource(SourceId source);
    [[nodiscard]] std::vector<std::string> provenance(const QString& what) const;
    [[nodiscard]] std::vector<Page*> pages() const;

    Exporter m_exporter;
    AnalysisWorker m_worker;
    QStringList m_captures;
    std::shared_ptr<const FrameFilter> m_filter; ///< that captures are read with; null: all frames
    bool m_entersTunnels = false;
    QStringList m_geo; ///< databases that the user chose
    SnapshotPointer m_snapshot;
    std::chrono::steady_clock::time_point m_readingBegan;

    QStackedWidget* m_center = nullptr;
    QTabWidget* m_tabs = nullptr;
    OverviewPage* m_overview = nullptr;
    PortsPage* m_ports = nullptr;
    CountriesPage* m_countries = nullptr;
    ToolsPage* m_tools = nullptr;
    ScannersPage* m_scanners = nullptr;
    ThresholdPanel* m_thresholds = nullptr;
    ScannerPanel* m_scanner = nullptr;
    QDockWidget* m_thresholdDock = nullptr;
    QDockWidget* m_scannerDock = nullptr;
    StatusLine* m_status = nullptr;
    NoticeStrip* m_notice = nullptr;
    WelcomePage* m_welcome = nullptr;
    HealthDialog* m_health = nullptr; ///< made when it is first asked for
};

} // namespace sweepscope
