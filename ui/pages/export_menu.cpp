// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/export_menu.h"

#include "export/csv_writer.h"
#include "format/display_text.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageWriter>
#include <QMenu>
#include <QStandardPaths>

#include <utility>

namespace sweepscope {

namespace {

/// The same on every monitor: 1600 x 1000 at twice the window's measure.
constexpr QSize kPictureSize(1600, 1000);
constexpr double kPictureScale = 2;

QByteArray pngOf(QImage image, const std::vector<std::string>& provenance) {
    for (const std::string& line : provenance) {
        const QString text = QString::fromStdString(line);
        image.setText(
            text.section(QStringLiteral(": "), 0, 0), text.section(QStringLiteral(": "), 1));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

Exporter::Exporter(ProvenanceOf provenanceOf, QObject* parent)
    : QObject(parent)
    , m_provenanceOf(std::move(provenanceOf))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)) {}

QToolButton* Exporter::buttonFor(ChartWidget* chart, const QString& name) {
    auto* const button = new QToolButton();
    button->setText(tr("Export"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Export %1").arg(name));
    auto* const menu = new QMenu(button);
    menu->addAction(tr("Picture (PNG)…"), this, [=, this] {
        askAndSave(tr("Save picture"), name + QStringLiteral(".png"),
            [=, this](const QString& path) { return savePicture(*chart, name, path); });
    });
    menu->addAction(tr("Numbers (CSV)…"), this, [=, this] {
        if (const auto numbers = chart->numbers())
            askAndSave(tr("Save numbers"), name + QStringLiteral(".csv"),
                [=, this](const QString& path) { return saveNumbers(*numbers, name, path); });
    });
    button->setMenu(menu);
    return button;
}

QToolButton* Exporter::buttonFor(TableView* table, const QString& name) {
    auto* const button = new QToolButton();
    button->setText(tr("Export"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("Export %1").arg(name));
    auto* const menu = new QMenu(button);
    menu->addAction(tr("Table (CSV)…"), this, [=, this] {
        askAndSave(tr("Save table"), name + QStringLiteral(".csv"),
            [=, this](const QString& path) { return saveTable(*table, name, path); });
    });
    button->setMenu(menu);
    return button;
}

Status Exporter::savePicture(
    const ChartWidget& chart, const QString& what, const QString& path) const {
    const QByteArray png = pngOf(chart.image(kPictureSize, kPictureScale), m_provenanceOf(what));
    if (png.isEmpty())
        return Error{"The picture could not be drawn"};
    return writeFileAtomically(path.toStdString(),
        std::string_view(png.constData(), static_cast<std::size_t>(png.size())));
}

Status Exporter::saveNumbers(const Table& table, const QString& what, const QString& path) const {
    return writeCsvWithProvenance(what, path, [&](const TextSink& sink) { writeCsv(table, sink); });
}

Status Exporter::saveTable(const TableView& view, const QString& what, const QString& path) const {
    const auto& model = static_cast<const TableModel&>(*view.model());
    if (model.table() == nullptr)
        return Error{"There is nothing to save yet"};
    return writeCsvWithProvenance(what, path, [&](const TextSink& sink) {
        writeCsv(*model.table(), model.rows(), view.visibleColumns(), sink);
    });
}

Status Exporter::writeCsvWithProvenance(const QString& what, const QString& path,
    const std::function<void(const TextSink&)>& write) const {
    const Status written = writeFileAtomically(path.toStdString(), write);
    if (!written.ok())
        return written;
    return writeFileAtomically(path.toStdString() + ".provenance.txt", [&](const TextSink& sink) {
        for (const std::string& line : m_provenanceOf(what))
            sink(line + "\n");
    });
}

void Exporter::askAndSave(const QString& title, const QString& proposal,
    const std::function<Status(const QString& path)>& save) {
    const QString path =
        QFileDialog::getSaveFileName(nullptr, title, QDir(m_folder).filePath(proposal));
    if (path.isEmpty())
        return;
    m_folder = QFileInfo(path).absolutePath();
    const Status status = save(path);
    if (status.ok())
        emit saved(path);
    else
        emit failed(QString::fromStdString(status.error().message));
}

} // namespace sweepscope
