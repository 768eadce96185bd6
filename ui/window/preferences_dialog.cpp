// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences_dialog.h"

#include "geo/geo_database.h"
#include "style/role.h"
#include "window/settings.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace sweepscope {

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_look(new QComboBox())
    , m_databases(new QListWidget())
    , m_problem(new QLabel()) {
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(520);
    m_look->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_look->setCurrentIndex(static_cast<int>(Settings::look()));
    m_databases->addItems(Settings::geoDatabases());
    m_databases->setAccessibleName(tr("Country and network databases"));
    setRole(*m_problem, "warning");
    m_problem->setWordWrap(true);
    auto* const note =
        new QLabel(tr("MaxMind, DB-IP or IPinfo databases (.mmdb), asked in this order "
                      "in place of the shipped one. Left empty, the shipped one is "
                      "asked."));
    setRole(*note, "note");
    note->setWordWrap(true);
    auto* const add = new QPushButton(tr("Add…"));
    auto* const remove = new QPushButton(tr("Remove"));
    connect(add, &QPushButton::clicked, this, &PreferencesDialog::addDatabase);
    connect(remove, &QPushButton::clicked, this,
        [this] { delete m_databases->takeItem(m_databases->currentRow()); });
    auto* const acts = new QHBoxLayout();
    acts->addWidget(add);
    acts->addWidget(remove);
    acts->addStretch(1);
    auto* const databases = new QVBoxLayout();
    databases->addWidget(m_databases);
    databases->addLayout(acts);
    databases->addWidget(note);
    databases->addWidget(m_problem);
    auto* const form = new QFormLayout();
    form->addRow(tr("Look"), m_look);
    form->addRow(tr("Countries and networks"), databases);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

Look PreferencesDialog::look() const {
    return static_cast<Look>(m_look->currentIndex());
}

QStringList PreferencesDialog::geoDatabases() const {
    QStringList paths;
    for (int i = 0; i < m_databases->count(); ++i)
        paths << m_databases->item(i)->text();
    return paths;
}

void PreferencesDialog::addDatabase() {
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Add a database"),
        Settings::lastFolder(), tr("MMDB databases (*.mmdb);;All files (*)"));
    for (const QString& path : paths)
        tryDatabase(path);
}

void PreferencesDialog::tryDatabase(const QString& path) {
    const Result<GeoDatabase> database = GeoDatabase::open(path.toStdString());
    m_problem->setText(
        database.ok() ? QString() : QString::fromStdString(database.error().message));
    if (database.ok())
        m_databases->addItem(path);
}

} // namespace sweepscope
