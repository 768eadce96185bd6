// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/export_menu.h"
#include "pages/page.h"
#include "window/report_content.h"

#include <QCoreApplication>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sweepscope {

/// A part of the work of a report: short ones that draw belong to the window's thread, long ones
/// that count and write may run on any.
struct ReportStep {
    QString name;
    bool needsWindowThread = true;
    std::function<Status()> run;
};

/// A report in steps, to be run one after the other: all pictures (PNG, SVG, PDF), all tables (CSV,
/// JSON), the JSON report, the study's report and a report.html in a folder - what the window
/// shows, without a window - or only the report of one HTML file.
///
/// Files lie in a folder of their own inside until the last step moves them to their places; if a
/// step fails or the rest is dropped, nothing of the report stays. Lives on the window's thread;
/// steps that may run on another may outlive it.
class ReportWork {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::Report)

public:
    enum class Kind { folder, file };

    ReportWork(ReportContent content, QString path, Kind kind);
    ~ReportWork();
    ReportWork(const ReportWork&) = delete;
    ReportWork& operator=(const ReportWork&) = delete;

    /// Nothing after the last. A step may bring others to light.
    [[nodiscard]] std::optional<ReportStep> takeNext();

    [[nodiscard]] std::size_t taken() const { return m_taken; }

    /// Steps in all, as far as is known.
    [[nodiscard]] std::size_t total() const;

    /// All that are left, here and now.
    Status runAll();

    /// Lets a long step that runs on another thread end early; what it made is of no use then.
    void stop();

private:
    class Report;

    void addOnAny(const QString& name, std::function<Status(Report&)> run);
    void addHere(const QString& name, std::function<Status()> run);
    template <typename PageType>
    void addPage(std::function<void(PageType&)> take);
    template <typename... PageTypes>
    void addPages();
    void addFiles();
    void addPictures(const NamedChart& named);

    std::shared_ptr<Report> m_report;
    QString m_path;
    Kind m_kind;
    Exporter m_exporter;
    std::vector<std::unique_ptr<Page>> m_pages; ///< that hold the charts
    std::deque<ReportStep> m_steps;
    std::size_t m_taken = 0;
    bool m_knowsAll = false;
};

} // namespace sweepscope
