// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/export_menu.h"

#include "base/atomic_file.h"
#include "format/display_sentence.h"
#include "publish/figure_dialog.h"
#include "publish/figure_file.h"
#include "publish/table_dialog.h"
#include "publish/work_beside.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include <utility>

namespace sweepscope {

Exporter::Exporter(ProvenanceOf provenanceOf, QObject* parent)
    : QObject(parent)
    , m_provenanceOf(std::move(provenanceOf)) {}

QToolButton* Exporter::buttonFor(ChartWidget* chart, const QString& name) {
    auto* const button = new QToolButton();
    button->setText(tr("Export"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Export %1").arg(name));
    auto* const menu = new QMenu(button);
    menu->addAction(tr("Picture (PNG, SVG, PDF)…"), this, [=, this] { exportChart(*chart, name); });
    menu->addAction(
        tr("Numbers (CSV, JSON)…"), this, [=, this] { askAndSaveNumbers(*chart, name); });
    button->setMenu(menu);
    m_shown.push_back({chart, nullptr, name});
    return button;
}

QToolButton* Exporter::buttonFor(TableView* table, const QString& name) {
    auto* const button = new QToolButton();
    button->setText(tr("Export"));
    button->setAccessibleName(tr("Export %1").arg(name));
    if (table->objectName().isEmpty())
        table->setObjectName(name); // under which the choice of columns is kept
    connect(button, &QToolButton::clicked, this, [=, this] { exportTable(*table, name); });
    m_shown.push_back({nullptr, table, name});
    return button;
}

void Exporter::setCommand(const QString& what, SubcommandNow subcommandNow) {
    m_subcommands[what] = std::move(subcommandNow);
}

std::vector<std::string> Exporter::provenance(const QString& what) const {
    const auto found = m_subcommands.find(what);
    return m_provenanceOf(what, found == m_subcommands.end() ? Subcommand() : found->second());
}

void Exporter::addVisibleTo(QMenu& menu) {
    for (const Shown& each : m_shown) {
        if (each.chart != nullptr && each.chart->isVisible())
            menu.addAction(tr("Chart: %1…").arg(each.chart->accessibleName()), this,
                [this, chart = each.chart, name = each.name] { exportChart(*chart, name); });
    }
    for (const Shown& each : m_shown) {
        if (each.table != nullptr && each.table->isVisible())
            menu.addAction(tr("Table: %1…").arg(each.table->accessibleName()), this,
                [this, table = each.table, name = each.name] { exportTable(*table, name); });
    }
}

void Exporter::exportChart(ChartWidget& chart, const QString& name) {
    FigureDialog dialog(
        chart, name, provenance(name),
        [&](const FigureChoice& choice, const QString& path) {
            return savePicture(chart, name, path, choice.spec);
        },
        chart.window());
    connect(&dialog, &FigureDialog::saved, this, &Exporter::saved);
    dialog.exec();
}

void Exporter::exportTable(TableView& table, const QString& name) {
    if (table.tableModel().table() == nullptr)
        return emit failed(tr("There is nothing to save yet"));
    TableDialog dialog(
        table, name,
        [&](const TablePart& part, const QString& path) { return saveBeside(part, name, path); },
        table.window());
    connect(&dialog, &TableDialog::saved, this, &Exporter::saved);
    dialog.exec();
}

Status Exporter::savePicture(const ChartWidget& chart, const QString& what, const QString& path,
    const FigureSpec& spec) const {
    const std::vector<std::string> origin = provenance(what);
    const FigureFormat format = figureFormatOf(path);
    QImage drawn;
    QByteArray bytes;
    if (format == FigureFormat::png)
        drawn = Figure(chart, spec, origin).image();
    else
        bytes = figureFile(Figure(chart, spec, origin), format, origin);
    return workBeside([&] {
        if (!drawn.isNull())
            bytes = pngFile(std::move(drawn), origin);
        if (bytes.isEmpty())
            return Status(Error{"The picture could not be drawn"});
        return writeFileAtomically(path.toStdString(),
            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    });
}

Status Exporter::saveBeside(const TablePart& part, const QString& what, const QString& path) const {
    if (part.table == nullptr)
        return Error{"There is nothing to save yet"};
    return workBeside([&part, origin = provenance(what), to = path.toStdString()] {
        return writeTableFile(part, origin, to);
    });
}

Status Exporter::saveNumbers(
    const std::shared_ptr<const Table>& table, const QString& what, const QString& path) const {
    return saveBeside(TablePart::whole(table), what, path);
}

Status Exporter::saveTable(const TableView& view, const QString& what, const QString& path) const {
    return saveBeside(view.shownPart(), what, path);
}

void Exporter::askAndSaveNumbers(const ChartWidget& chart, const QString& name) {
    const auto numbers = chart.numbers();
    if (numbers == nullptr)
        return emit failed(tr("There is nothing to save yet"));
    const QString path = QFileDialog::getSaveFileName(chart.window(), tr("Save numbers"),
        QDir(exportFolder()).filePath(name + QStringLiteral(".csv")),
        tr("CSV files (*.csv);;JSON files (*.json)"));
    if (path.isEmpty())
        return;
    setExportFolder(QFileInfo(path).absolutePath());
    const Status status = saveNumbers(numbers, name, path);
    if (status.ok())
        emit saved(path);
    else
        emit failed(displaySentence(status.error().sentence));
}

} // namespace sweepscope
