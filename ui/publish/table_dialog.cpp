// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/table_dialog.h"

#include "format/display_sentence.h"
#include "format/display_text.h"
#include "publish/figure_settings.h"
#include "style/role.h"
#include "style/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

namespace sweepscope {

TableDialog::TableDialog(TableView& table, QString name, Save save, QWidget* parent)
    : QDialog(parent)
    , m_table(&table)
    , m_name(std::move(name))
    , m_save(std::move(save))
    , m_format(new QComboBox())
    , m_rows(new QComboBox())
    , m_columns(new QComboBox())
    , m_problem(roleLabel(QString(), "warning")) {
    setWindowTitle(tr("Export Table"));
    const std::size_t selected = table.selectedRowOrder().size();
    m_format->addItems({tr("CSV, for spreadsheets"), tr("JSON, for programs")});
    m_rows->addItem(tr("All, %1").arg(displayCount(table.tableModel().rows().size())));
    if (selected > 0)
        m_rows->addItem(tr("Selected, %1").arg(displayCount(selected)));
    m_columns->addItems({tr("As shown"), tr("All columns")});
    auto* const form = new QFormLayout();
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Rows"), m_rows);
    form->addRow(tr("&Columns"), m_columns);
    QLabel* const note = roleLabel(
        tr("Numbers are written for programs: no separators, times in UTC. The origin stands in "
           "the JSON file, for CSV in a second file beside it."),
        "note");
    note->setWordWrap(true);
    form->addRow(note);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* const keep = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    keep->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &TableDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::kGap);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    setMinimumWidth(400);
}

QString TableDialog::suffix() const {
    return m_format->currentIndex() == 1 ? QStringLiteral(".json") : QStringLiteral(".csv");
}

bool TableDialog::saveTo(const QString& path) {
    if (m_table == nullptr)
        return false;
    TablePart part = m_table->shownPart();
    if (m_rows->currentIndex() == 1)
        part.rows = m_table->selectedRowOrder();
    if (m_columns->currentIndex() == 1 && part.table != nullptr) {
        part.columns.resize(part.table->columns().size());
        std::iota(part.columns.begin(), part.columns.end(), std::size_t{0});
    }
    const Status status = m_save(part, path);
    m_problem->setText(status.ok() ? QString() : displaySentence(status.error().sentence));
    m_problem->setVisible(!status.ok());
    if (!status.ok())
        return false;
    setExportFolder(QFileInfo(path).absolutePath());
    emit saved(path);
    accept();
    return true;
}

void TableDialog::askAndSave() {
    QFileDialog dialog(this, tr("Save table"), exportFolder());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(tr("%1 files (*%2)").arg(suffix().mid(1).toUpper(), suffix()));
    dialog.setDefaultSuffix(suffix());
    dialog.selectFile(m_name + suffix());
    if (dialog.exec() == QDialog::Accepted)
        saveTo(dialog.selectedFiles().constFirst());
}

} // namespace sweepscope
