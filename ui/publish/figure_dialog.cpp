// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/figure_dialog.h"

#include "format/display_sentence.h"
#include "publish/figure.h"
#include "style/role.h"
#include "style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

namespace {

constexpr QSize kPreview(520, 340);

QDoubleSpinBox* numberBox(double least, double most) {
    auto* const box = new QDoubleSpinBox();
    box->setRange(least, most);
    box->setDecimals(0);
    box->setKeyboardTracking(false); // a number counts when it is typed to its end
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

FigureDialog::FigureDialog(
    ChartWidget& chart, QString name, Provenance provenance, Save save, QWidget* parent)
    : QDialog(parent)
    , m_chart(&chart)
    , m_name(std::move(name))
    , m_provenance(std::move(provenance))
    , m_save(std::move(save))
    , m_format(new QComboBox())
    , m_style(new QComboBox())
    , m_unit(new QComboBox())
    , m_width(numberBox(1, 30'000))
    , m_height(numberBox(1, 30'000))
    , m_dpi(numberBox(30, 2400))
    , m_title(new QCheckBox(tr("Title and &legend")))
    , m_footer(new QCheckBox(tr("&Origin as a line below")))
    , m_size(roleLabel(QString(), "note"))
    , m_problem(roleLabel(QString(), "warning"))
    , m_preview(new QLabel()) {
    setWindowTitle(tr("Export Chart"));
    auto* const body = new QHBoxLayout();
    body->setSpacing(metrics::kGap);
    body->addWidget(makeChoices());
    body->addWidget(makePreview(), 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_saveButton = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    m_copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_saveButton->setDefault(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::kGap);
    layout->addLayout(body);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_saveButton, &QPushButton::clicked, this, &FigureDialog::askAndSave);
    connect(m_copyButton, &QPushButton::clicked, this, &FigureDialog::copyPicture);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_problem->setWordWrap(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, &FigureDialog::drawPreview);
    setChoice(FigureChoice::remembered());
    connectChoices();
    drawPreview();
}

QWidget* FigureDialog::makeChoices() {
    m_format->addItems({tr("PNG, pixels"), tr("SVG, text stays text"), tr("PDF, for print")});
    m_style->addItems({tr("As on the screen"), tr("Print: black on white"), tr("Grey: no colour")});
    m_unit->addItems({tr("pixels"), tr("mm")});
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_unit->setAccessibleName(tr("Unit of the size"));
    auto* const size = new QHBoxLayout();
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height, 1);
    size->addWidget(m_unit);
    auto* const box = new QWidget();
    auto* const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(metrics::kGrid);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("S&tyle"), m_style);
    form->addRow(tr("Size"), size);
    form->addRow(tr("&Dots per inch"), m_dpi);
    form->addRow(m_size);
    form->addRow(m_title);
    form->addRow(m_footer);
    QLabel* const note =
        roleLabel(tr("Every file carries its origin inside: captures, thresholds, telescope, "
                     "database, and the command that makes the same numbers."),
            "note");
    note->setWordWrap(true);
    form->addRow(note);
    return box;
}

QWidget* FigureDialog::makePreview() {
    m_preview->setFixedSize(kPreview);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    setRole(*m_preview, "card");
    return m_preview;
}

void FigureDialog::connectChoices() {
    connect(m_unit, &QComboBox::currentIndexChanged, this, &FigureDialog::changeUnit);
    for (QComboBox* const box : {m_format, m_style, m_unit})
        connect(box, &QComboBox::currentIndexChanged, this, &FigureDialog::refresh);
    for (QDoubleSpinBox* const box : {m_width, m_height, m_dpi})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureDialog::refresh);
    for (QCheckBox* const box : {m_title, m_footer})
        connect(box, &QCheckBox::toggled, this, &FigureDialog::refresh);
}

FigureChoice FigureDialog::choice() const {
    FigureChoice choice;
    choice.format = static_cast<FigureFormat>(m_format->currentIndex());
    choice.spec.style = static_cast<FigureSpec::Style>(m_style->currentIndex());
    choice.spec.unit = static_cast<FigureSpec::Unit>(m_unit->currentIndex());
    choice.spec.width = m_width->value();
    choice.spec.height = m_height->value();
    choice.spec.dpi = m_dpi->value();
    choice.spec.hasTitle = m_title->isChecked();
    choice.spec.hasFooter = m_footer->isChecked();
    return choice;
}

void FigureDialog::setChoice(const FigureChoice& choice) {
    const QSignalBlocker silent(m_unit);
    m_format->setCurrentIndex(static_cast<int>(choice.format));
    m_style->setCurrentIndex(static_cast<int>(choice.spec.style));
    m_unit->setCurrentIndex(static_cast<int>(choice.spec.unit));
    m_width->setValue(choice.spec.width);
    m_height->setValue(choice.spec.height);
    m_dpi->setValue(choice.spec.dpi);
    m_title->setChecked(choice.spec.hasTitle);
    m_footer->setChecked(choice.spec.hasFooter);
    refresh();
}

/// The same figure in the other measure.
void FigureDialog::changeUnit() {
    const bool isNowMetric = m_unit->currentIndex() == int(FigureSpec::Unit::millimetres);
    const double factor =
        isNowMetric ? kMillimetresPerInch / m_dpi->value() : m_dpi->value() / kMillimetresPerInch;
    for (QDoubleSpinBox* const box : {m_width, m_height}) {
        const QSignalBlocker silent(box);
        box->setValue(box->value() * factor);
    }
}

void FigureDialog::refresh() {
    const FigureSpec spec = choice().spec;
    const QString problem = spec.problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_saveButton != nullptr)
        m_saveButton->setEnabled(problem.isEmpty());
    if (m_copyButton != nullptr)
        m_copyButton->setEnabled(problem.isEmpty());
    const QSize pixels = spec.pixels();
    const QSizeF paper = spec.millimetres();
    m_size->setText(tr("%1 × %2 pixels, %3 × %4 mm")
                        .arg(pixels.width())
                        .arg(pixels.height())
                        .arg(paper.width(), 0, 'f', 0)
                        .arg(paper.height(), 0, 'f', 0));
    m_rest.start();
}

/// As it comes out, at as many pixels as there is room for.
void FigureDialog::drawPreview() {
    FigureSpec spec = choice().spec;
    if (m_chart == nullptr || !spec.problem().isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    const QSizeF room = QSizeF(kPreview - QSize(8, 8)) * ratio;
    const QSizeF logical = spec.logical();
    const double scale = std::min(room.width() / logical.width(), room.height() / logical.height());
    const QSizeF paper = spec.millimetres();
    spec.unit = FigureSpec::Unit::millimetres;
    spec.width = paper.width();
    spec.height = paper.height();
    spec.dpi = 96 * scale;
    QImage image = Figure(*m_chart, spec, m_provenance).image();
    image.setDevicePixelRatio(ratio);
    m_preview->setPixmap(QPixmap::fromImage(image));
}

void FigureDialog::copyPicture() {
    if (m_chart != nullptr)
        QApplication::clipboard()->setImage(Figure(*m_chart, choice().spec, m_provenance).image());
}

bool FigureDialog::saveTo(const QString& path) {
    const FigureChoice chosen = choice();
    const Status status = m_save(chosen, path);
    m_problem->setText(status.ok() ? QString() : displaySentence(status.error().sentence));
    m_problem->setVisible(!status.ok());
    if (!status.ok())
        return false;
    chosen.remember();
    setExportFolder(QFileInfo(path).absolutePath());
    emit saved(path);
    accept();
    return true;
}

void FigureDialog::askAndSave() {
    const QString suffix = suffixOf(choice().format);
    QFileDialog dialog(this, tr("Save chart"), exportFolder());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("%1 files (*%2)").arg(suffix.mid(1).toUpper(), suffix));
    dialog.setDefaultSuffix(suffix); // a chart never takes the place of another kind of file
    dialog.selectFile(m_name + suffix);
    if (dialog.exec() == QDialog::Accepted)
        saveTo(dialog.selectedFiles().constFirst());
}

} // namespace sweepscope
