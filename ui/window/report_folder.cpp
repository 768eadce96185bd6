// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/report_folder.h"

#include "base/passing_folder.h"
#include "export/json_report.h"
#include "export/table_file.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "format/tr.h"
#include "pages/all_packets_page.h"
#include "pages/countries_page.h"
#include "pages/networks_page.h"
#include "pages/overview_page.h"
#include "pages/ports_page.h"
#include "pages/timeline_page.h"
#include "pages/tools_page.h"
#include "publish/figure.h"
#include "publish/figure_file.h"
#include "publish/html_report.h"
#include "publish/study_files.h"
#include "tables/change_tables.h"
#include "tables/comparison_tables.h"
#include "tables/event_tables.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
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

} // namespace

/// What the steps of a report share on whatever thread they run: what it says, and a folder of work
/// that is gone with it unless it was finished.
class ReportWork::Report {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::Report)

public:
    explicit Report(ReportContent content)
        : m_content(std::move(content)) {}

    ~Report();
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    [[nodiscard]] const ReportContent& content() const { return m_content; }

    [[nodiscard]] const ReportNumbers& numbers() const { return m_numbers; }

    [[nodiscard]] std::vector<std::string> lines(
        const QString& what, const Subcommand& subcommand) const {
        return provenanceLines(
            *m_content.snapshot, madeBy(m_content.provenance, subcommand), what.toStdString());
    }

    [[nodiscard]] QString pathOf(const QString& name) const {
        return QDir(fromCore(m_work->path())).filePath(name);
    }

    Status begin(const QString& folder);
    Status count();

    void keepFigure(HtmlFigure figure) { m_figures.push_back(std::move(figure)); }

    Status writeFigure(const QString& name, const QByteArray& png, const QByteArray& pdf) const;
    Status writeTable(const Table& table, const std::vector<std::string>& origin) const;
    Status writeJson() const;
    Status writeStudy() const;
    [[nodiscard]] Status writeHtmlTo(const QString& path) const;
    Status finish();

    void stop() { m_stop.request_stop(); }

private:
    [[nodiscard]] HtmlReport htmlReport() const;
    [[nodiscard]] std::vector<HtmlTable> htmlTables() const;

    ReportContent m_content;
    ReportNumbers m_numbers; ///< from count() on
    std::stop_source m_stop;
    QDir m_folder;
    bool m_madeFolder = false; ///< that did not exist before
    std::unique_ptr<PassingFolder> m_work;
    std::vector<HtmlFigure> m_figures;
};

/// A folder that this report made and that stayed empty goes again.
ReportWork::Report::~Report() {
    m_work.reset();
    if (m_madeFolder && m_folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        QDir().rmdir(m_folder.path());
}

Status ReportWork::Report::begin(const QString& folder) {
    m_folder = QDir(folder);
    m_madeFolder = !m_folder.exists();
    if (QFileInfo(folder).isFile() || !m_folder.mkpath(QStringLiteral(".")))
        return Error{systemSays(folder, tr("cannot be made")).toStdString()};
    m_work =
        std::make_unique<PassingFolder>(m_folder.filePath(QStringLiteral("report")).toStdString());
    return m_work->make();
}

/// Nobody asks for the numbers of a report that was stopped.
Status ReportWork::Report::count() {
    m_numbers = countForReport(m_content, m_stop.get_token());
    return {};
}

/// The SVG is the one that was kept last.
Status ReportWork::Report::writeFigure(
    const QString& name, const QByteArray& png, const QByteArray& pdf) const {
    for (const auto& [format, bytes] : {std::pair(FigureFormat::svg, m_figures.back().svg),
             std::pair(FigureFormat::png, png), std::pair(FigureFormat::pdf, pdf)}) {
        if (bytes.isEmpty())
            return Error{"The picture could not be drawn"};
        Status written = writeFileAtomically(pathOf(name + suffixOf(format)).toStdString(),
            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        if (!written.ok())
            return written;
    }
    return {};
}

Status ReportWork::Report::writeTable(
    const Table& table, const std::vector<std::string>& origin) const {
    const QString name = fromCore(table.name());
    const std::shared_ptr<const Table> borrowed(std::shared_ptr<const Table>(), &table);
    const TablePart part = TablePart::whole(borrowed);
    for (const char* const suffix : {".csv", ".json"}) {
        Status saved =
            writeTableFile(part, origin, pathOf(name + QLatin1String(suffix)).toStdString());
        if (!saved.ok())
            return saved;
    }
    return {};
}

Status ReportWork::Report::writeJson() const {
    return writeFileAtomically(
        pathOf(QStringLiteral("report.json")).toStdString(), [&](const TextSink& sink) {
            writeJsonReport(*m_content.snapshot, m_content.provenance, false, sink);
        });
}

Status ReportWork::Report::writeStudy() const {
    return writeStudyFiles(
        *m_content.snapshot, m_content.provenance, pathOf(QStringLiteral("study.html")));
}

HtmlReport ReportWork::Report::htmlReport() const {
    const Snapshot& snapshot = *m_content.snapshot;
    const Totals& totals = snapshot.totals;
    HtmlReport report;
    const auto& files = snapshot.material.captures->files;
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
        {tr("Frames read"), displayShort(snapshot.material.index->counts.frames)}};
    for (const FileReport& file : files) {
        if (file.isTruncated || file.isSkipped)
            report.warnings << QStringLiteral("%1: %2").arg(
                QFileInfo(QString::fromStdString(file.path)).fileName(),
                displaySentence(file.note));
    }
    for (const Sentence& warning : snapshot.warnings)
        report.warnings << displaySentence(warning);
    report.notes = noteLines(m_content.provenance.notes);
    report.figures = m_figures;
    report.tables = htmlTables();
    report.provenance = lines(QStringLiteral("report"), {});
    return report;
}

/// What changed, events and differences only where there are some.
std::vector<HtmlTable> ReportWork::Report::htmlTables() const {
    const SnapshotPointer& snapshot = m_content.snapshot;
    std::vector<HtmlTable> tables = {{tr("Ports"), portTable(snapshot)},
        {tr("Countries"), countryTable(snapshot, Weight::scans)},
        {tr("Tools"), toolTable(snapshot)},
        {tr("Changes"), changeTable(snapshot, m_numbers.changes->rhythm.changes)},
        {tr("Campaigns"), campaignTable(snapshot, m_numbers.changes->campaigns)},
        {tr("Events"), eventTable(snapshot, m_numbers.events->reactions)}};
    if (m_numbers.comparison != nullptr && m_numbers.comparison->studies == nullptr)
        tables.push_back({tr("Differences"), m_numbers.comparison->table(std::nullopt)});
    tables.push_back({tr("Captures"), captureTable(snapshot)});
    std::erase_if(tables, [](const HtmlTable& each) { return each.table->rows() == 0; });
    return tables;
}

Status ReportWork::Report::writeHtmlTo(const QString& path) const {
    return writeFileAtomically(
        path.toStdString(), [&](const TextSink& sink) { writeHtml(htmlReport(), sink); });
}

/// Moves all files to their places; the last thing that may fail.
Status ReportWork::Report::finish() {
    Status written = writeHtmlTo(pathOf(QStringLiteral("report.html")));
    if (!written.ok())
        return written;
    const QDir work(fromCore(m_work->path()));
    const QStringList names = work.entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString place = m_folder.filePath(name);
        if (QFileInfo(place).isDir() || (QFile::exists(place) && !QFile::remove(place)) ||
            !QFile::rename(work.filePath(name), place))
            return Error{systemSays(place, tr("cannot be written")).toStdString()};
    }
    return {};
}

ReportWork::ReportWork(ReportContent content, QString path, Kind kind)
    : m_report(std::make_shared<Report>(std::move(content)))
    , m_path(std::move(path))
    , m_kind(kind)
    , m_exporter([report = m_report.get()](const QString& what, const Subcommand& subcommand) {
        return report->lines(what, subcommand);
    }) {
    if (kind == Kind::folder)
        addOnAny(m_path, [path = m_path](Report& report) { return report.begin(path); });
    addOnAny(tr("numbers"), [](Report& report) { return report.count(); });
    addPages<OverviewPage, PortsPage, CountriesPage, NetworksPage, ToolsPage, TimelinePage,
        AllPacketsPage>();
    addPage<ChangesPage>([this](ChangesPage& page) { page.take(m_report->numbers().changes); });
    addPage<EventsPage>([this](EventsPage& page) { page.take(m_report->numbers().events); });
    addPage<ComparePage>([this](ComparePage& page) {
        if (m_report->numbers().comparison != nullptr)
            page.take(m_report->numbers().comparison);
    });
    addHere(tr("pictures"), [this] {
        addFiles();
        return Status();
    });
}

ReportWork::~ReportWork() {
    stop();
}

void ReportWork::stop() {
    m_report->stop();
}

std::optional<ReportStep> ReportWork::takeNext() {
    if (m_steps.empty())
        return std::nullopt;
    ReportStep step = std::move(m_steps.front());
    m_steps.pop_front();
    ++m_taken;
    return step;
}

std::size_t ReportWork::total() const {
    constexpr std::size_t kUsual = 100; // more come to light with the pictures
    const std::size_t known = m_taken + m_steps.size();
    return m_knowsAll ? known : std::max(known, kUsual);
}

/// What needs no picture may run on any thread, and may outlive this.
void ReportWork::addOnAny(const QString& name, std::function<Status(Report&)> run) {
    m_steps.push_back(
        {name, false, [report = m_report, run = std::move(run)] { return run(*report); }});
}

void ReportWork::addHere(const QString& name, std::function<Status()> run) {
    m_steps.push_back({name, true, std::move(run)});
}

/// A page that nobody sees, for its charts.
template <typename PageType>
void ReportWork::addPage(std::function<void(PageType&)> take) {
    addHere(tr("pictures"), [this] {
        m_pages.push_back(std::make_unique<PageType>(m_exporter));
        m_pages.back()->resize(1200, 900);
        return Status();
    });
    addHere(tr("pictures"), [this, take = std::move(take)] {
        auto& page = static_cast<PageType&>(*m_pages.back());
        page.setEvents(m_report->content().events);
        page.setSnapshot(m_report->content().snapshot);
        page.setDetails(m_report->numbers().details);
        take(page);
        return Status();
    });
}

template <typename... PageTypes>
void ReportWork::addPages() {
    (addPage<PageTypes>([](PageTypes&) {}), ...);
}

/// One step for each picture, table and report: what there is to write is known now.
void ReportWork::addFiles() {
    for (const auto& page : m_pages) {
        for (const NamedChart& named : page->charts()) {
            if (!named.chart->isEmpty())
                addPictures(named);
        }
    }
    if (m_kind == Kind::file) {
        addOnAny(m_path, [path = m_path](Report& report) { return report.writeHtmlTo(path); });
    } else {
        for (const auto& table : m_report->numbers().tables) {
            const QString name = fromCore(table->name());
            addOnAny(name, [table, origin = m_exporter.provenance(name)](
                               Report& report) { return report.writeTable(*table, origin); });
        }
        addOnAny(QStringLiteral("report.json"), [](Report& report) { return report.writeJson(); });
        addOnAny(QStringLiteral("study.html"), [](Report& report) { return report.writeStudy(); });
        addOnAny(QStringLiteral("report.html"), [](Report& report) { return report.finish(); });
    }
    m_knowsAll = true;
}

/// The window's thread draws; what is drawn is packed and written on another.
void ReportWork::addPictures(const NamedChart& named) {
    const auto origin = m_exporter.provenance(named.name);
    addHere(named.name, [this, named, origin] {
        const Figure figure(*named.chart, reportSpec(), origin);
        m_report->keepFigure({figure.title(), named.chart->description(),
            figureFile(figure, FigureFormat::svg, origin)});
        return Status();
    });
    if (m_kind == Kind::file)
        return;
    const auto drawn = std::make_shared<QImage>();
    const auto printed = std::make_shared<QByteArray>();
    addHere(named.name, [named, origin, drawn] {
        *drawn = Figure(*named.chart, reportSpec(), origin).image();
        return Status();
    });
    addHere(named.name, [named, origin, printed] {
        *printed =
            figureFile(Figure(*named.chart, reportSpec(), origin), FigureFormat::pdf, origin);
        return Status();
    });
    addOnAny(named.name, [name = named.name, origin, drawn, printed](Report& report) {
        Status written = report.writeFigure(name, pngFile(std::move(*drawn), origin), *printed);
        *drawn = QImage(); // many would take room until the last of them
        return written;
    });
}

Status ReportWork::runAll() {
    while (const auto step = takeNext()) {
        Status done = step->run();
        if (!done.ok())
            return done;
    }
    return {};
}

} // namespace sweepscope
