// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/report_folder.h"

#include "analysis/index_captures.h"
#include "base/version.h"
#include "export/json_report.h"
#include "export/table_file.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "format/tr.h"
#include "pages/all_packets_page.h"
#include "pages/countries_page.h"
#include "pages/export_menu.h"
#include "pages/networks_page.h"
#include "pages/overview_page.h"
#include "pages/ports_page.h"
#include "pages/timeline_page.h"
#include "pages/tools_page.h"
#include "publish/figure.h"
#include "publish/figure_file.h"
#include "publish/html_report.h"
#include "publish/study_files.h"
#include "tables/whole_answer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>
#include <utility>

namespace sweepscope {

namespace {

/// Of figures in reports: half a page of A4.
FigureSpec reportSpec() {
    FigureSpec spec;
    spec.unit = FigureSpec::Unit::millimetres;
    spec.width = 240;
    spec.height = 135;
    spec.dpi = 192;
    spec.style = FigureSpec::Style::print;
    return spec;
}

QString systemSays(const QString& path, const QString& problem) {
    return QStringLiteral("%1: %2").arg(path, problem);
}

std::vector<std::pair<QString, QString>> noteLines(const UserNotes& notes) {
    std::vector<std::pair<QString, QString>> lines;
    if (!notes.text.empty())
        lines.emplace_back(QString(), QString::fromStdString(notes.text));
    for (const auto& [source, note] : notes.ofSources)
        lines.emplace_back(QString::fromStdString(toText(source)), QString::fromStdString(note));
    return lines;
}

/// What the steps of one report share: pages that hold its charts, and a folder that is gone with
/// it unless it was finished.
class Report {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::Report)

public:
    Report(SnapshotPointer snapshot, Provenance provenance)
        : m_snapshot(std::move(snapshot))
        , m_provenance(std::move(provenance))
        , m_exporter([this](const QString& what) { return lines(what); }) {}

    ~Report();
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    [[nodiscard]] std::vector<std::string> lines(const QString& what) const {
        return provenanceLines(*m_snapshot, m_provenance, what.toStdString());
    }

    Status begin(const QString& folder);
    void makePages();
    Status drawChart(const NamedChart& named);
    Status writeTable(const std::shared_ptr<const Table>& table);
    Status writeJson();
    Status writeStudy();
    Status writeHtmlTo(const QString& path);
    Status finish();

    [[nodiscard]] std::vector<NamedChart> charts() const;
    [[nodiscard]] std::vector<std::shared_ptr<const Table>> tables() const;
    void keepFigure(const NamedChart& named);

private:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_work->filePath(name); }

    [[nodiscard]] HtmlReport htmlReport() const;

    SnapshotPointer m_snapshot;
    DetailsPointer m_details; ///< from makePages on
    Provenance m_provenance;
    Exporter m_exporter;
    QDir m_folder;
    bool m_madeFolder = false; ///< that did not exist before
    std::unique_ptr<QTemporaryDir> m_work;
    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<HtmlFigure> m_figures;
};

/// A folder that this report made and that stayed empty goes again.
Report::~Report() {
    m_work.reset();
    if (m_madeFolder && m_folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        QDir().rmdir(m_folder.path());
}

Status Report::begin(const QString& folder) {
    m_folder = QDir(folder);
    m_madeFolder = !m_folder.exists();
    if (QFileInfo(folder).isFile() || !m_folder.mkpath(QStringLiteral(".")))
        return Error{systemSays(folder, tr("cannot be made")).toStdString()};
    m_work = std::make_unique<QTemporaryDir>(m_folder.filePath(QStringLiteral(".report-XXXXXX")));
    if (!m_work->isValid())
        return Error{systemSays(folder, m_work->errorString()).toStdString()};
    return {};
}

void Report::makePages() {
    m_pages.push_back(std::make_unique<OverviewPage>(m_exporter));
    m_pages.push_back(std::make_unique<PortsPage>(m_exporter));
    m_pages.push_back(std::make_unique<CountriesPage>(m_exporter));
    m_pages.push_back(std::make_unique<NetworksPage>(m_exporter));
    m_pages.push_back(std::make_unique<ToolsPage>(m_exporter));
    m_pages.push_back(std::make_unique<TimelinePage>(m_exporter));
    m_pages.push_back(std::make_unique<AllPacketsPage>(m_exporter));
    Team team(threadCount(0));
    m_details = makeDetails(m_snapshot, team);
    for (const auto& page : m_pages) {
        page->resize(1200, 900);
        page->setSnapshot(m_snapshot);
        page->setDetails(m_details);
    }
}

std::vector<NamedChart> Report::charts() const {
    std::vector<NamedChart> charts;
    for (const auto& page : m_pages) {
        for (const NamedChart& named : page->charts())
            charts.push_back(named);
    }
    return charts;
}

std::vector<std::shared_ptr<const Table>> Report::tables() const {
    std::vector<std::shared_ptr<const Table>> tables = tablesOfAnswer(m_snapshot);
    tables.insert(tables.end(),
        {scanTable(m_snapshot), networkTable(m_details), portSizeTable(m_details),
            portCountryTable(m_details), toolCoverageTable(m_details), timelineTable(m_details)});
    return tables;
}

void Report::keepFigure(const NamedChart& named) {
    const auto origin = lines(named.name);
    const Figure figure(*named.chart, reportSpec(), origin);
    m_figures.push_back({figure.title(), named.chart->description(),
        figureFile(figure, FigureFormat::svg, origin)});
}

Status Report::drawChart(const NamedChart& named) {
    keepFigure(named);
    for (const FigureFormat format : {FigureFormat::png, FigureFormat::svg, FigureFormat::pdf}) {
        Status saved = m_exporter.savePicture(
            *named.chart, named.name, pathOf(named.name + suffixOf(format)), reportSpec());
        if (!saved.ok())
            return saved;
    }
    return {};
}

Status Report::writeTable(const std::shared_ptr<const Table>& table) {
    const QString name = fromCore(table->name());
    const TablePart part = TablePart::whole(table);
    for (const char* const suffix : {".csv", ".json"}) {
        const QString path = pathOf(name + QLatin1String(suffix));
        Status saved = writeTableFile(part, lines(name), path.toStdString());
        if (!saved.ok())
            return saved;
    }
    return {};
}

Status Report::writeJson() {
    return writeFileAtomically(pathOf(QStringLiteral("report.json")).toStdString(),
        [&](const TextSink& sink) { writeJsonReport(*m_snapshot, m_provenance, false, sink); });
}

Status Report::writeStudy() {
    return writeStudyFiles(*m_snapshot, m_provenance, pathOf(QStringLiteral("study.html")));
}

HtmlReport Report::htmlReport() const {
    const Totals& totals = m_snapshot->totals;
    HtmlReport report;
    const auto& files = m_snapshot->material.captures->files;
    const QString first = files.empty()
                              ? QString()
                              : QFileInfo(QString::fromStdString(files.front().path)).fileName();
    report.title = tr("Who scans: %1")
                       .arg(files.size() > 1
                                ? tr("%1 and %2 more captures", nullptr, pluralOf(files.size() - 1))
                                      .arg(first)
                                      .arg(files.size() - 1)
                                : first);
    report.facts = {{tr("Scans"), displayCount(totals.scans)},
        {tr("Large scans"), displayCount(totals.large)},
        {tr("Sources"), displayCount(totals.scanSources)},
        {tr("Packets in scans"), displayShort(totals.scanPackets)},
        {tr("Frames read"), displayShort(m_snapshot->material.index->counts.frames)}};
    for (const FileReport& file : files) {
        if (file.isTruncated || file.isSkipped)
            report.warnings << QStringLiteral("%1: %2").arg(
                QFileInfo(QString::fromStdString(file.path)).fileName(),
                displaySentence(file.note));
    }
    for (const Sentence& warning : m_snapshot->warnings)
        report.warnings << displaySentence(warning);
    report.notes = noteLines(m_provenance.notes);
    report.figures = m_figures;
    report.tables = {{tr("Ports"), portTable(m_snapshot)},
        {tr("Countries"), countryTable(m_snapshot, Weight::scans)},
        {tr("Tools"), toolTable(m_snapshot)}, {tr("Captures"), captureTable(m_snapshot)}};
    report.provenance = lines(QStringLiteral("report"));
    return report;
}

Status Report::writeHtmlTo(const QString& path) {
    return writeFileAtomically(
        path.toStdString(), [&](const TextSink& sink) { writeHtml(htmlReport(), sink); });
}

/// Moves all files to their places; the last thing that may fail.
Status Report::finish() {
    Status written = writeHtmlTo(pathOf(QStringLiteral("report.html")));
    if (!written.ok())
        return written;
    const QDir work(m_work->path());
    const QStringList names = work.entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString place = m_folder.filePath(name);
        if (QFileInfo(place).isDir() || (QFile::exists(place) && !QFile::remove(place)) ||
            !QFile::rename(work.filePath(name), place))
            return Error{systemSays(place, tr("cannot be written")).toStdString()};
    }
    return {};
}

} // namespace

std::vector<ReportStep> reportSteps(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder) {
    const auto report = std::make_shared<Report>(snapshot, provenance);
    report->makePages();
    std::vector<ReportStep> steps;
    steps.push_back({folder, true, [=] { return report->begin(folder); }});
    for (const NamedChart& named : report->charts())
        steps.push_back({named.name, true, [=] { return report->drawChart(named); }});
    for (const auto& table : report->tables())
        steps.push_back(
            {fromCore(table->name()), false, [=] { return report->writeTable(table); }});
    steps.push_back({QStringLiteral("report.json"), false, [=] { return report->writeJson(); }});
    steps.push_back({QStringLiteral("study.html"), false, [=] { return report->writeStudy(); }});
    steps.push_back({QStringLiteral("report.html"), true, [=] { return report->finish(); }});
    return steps;
}

Status writeReportFolder(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& folder) {
    for (const ReportStep& step : reportSteps(snapshot, provenance, folder)) {
        Status done = step.run();
        if (!done.ok())
            return done;
    }
    return {};
}

Status writeReportFile(
    const SnapshotPointer& snapshot, const Provenance& provenance, const QString& path) {
    Report report(snapshot, provenance);
    report.makePages();
    for (const NamedChart& named : report.charts())
        report.keepFigure(named);
    return report.writeHtmlTo(path);
}

} // namespace sweepscope
