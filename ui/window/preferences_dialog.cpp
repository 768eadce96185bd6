// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences_dialog.h"

#include "fingerprint/user_rules.h"
#include "format/display_sentence.h"
#include "geo/geo_database.h"
#include "reference/known_scanners.h"
#include "style/role.h"
#include "window/settings.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::uint64_t kMegabyte = 1U << 20;
constexpr int kMostLists = 64;

template <typename T>
Status statusOf(const Result<T>& result) {
    return result.ok() ? Status() : Status(result.error());
}

} // namespace

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_look(new QComboBox())
    , m_language(new QComboBox())
    , m_databases(new QListWidget())
    , m_memory(new QSpinBox())
    , m_problem(new QLabel()) {
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(520);
    m_look->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_look->setCurrentIndex(static_cast<int>(Settings::look()));
    m_language->addItem(tr("As the desktop"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->setCurrentIndex(std::max(m_language->findData(Settings::language()), 0));
    m_language->setToolTip(tr("From the next start on"));
    setRole(*m_problem, "warning");
    m_problem->setWordWrap(true);
    m_memory->setObjectName(QStringLiteral("memory"));
    m_memory->setRange(0, 1 << 20);
    m_memory->setSingleStep(256);
    m_memory->setSuffix(tr(" MB"));
    m_memory->setSpecialValueText(tr("As much as it takes"));
    m_memory->setValue(static_cast<int>(Settings::memoryCeiling() / kMegabyte));
    m_memory->setToolTip(
        tr("Past this, silences shorter than 2, 4, 8 … minutes are forgotten; results stay exact "
           "for longer expiries. Counts from the next reading on."));
    auto* const form = new QFormLayout();
    form->addRow(tr("Look"), m_look);
    form->addRow(tr("Language, from the next start on"), m_language);
    form->addRow(tr("Countries and networks"), makeDatabases());
    makeOwnFiles();
    form->addRow(tr("Known scanners"), m_scannerLists);
    form->addRow(tr("Own rules"), m_rules);
    form->addRow(QString(), m_problem);
    form->addRow(tr("Memory for reading"), m_memory);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

QLayout* PreferencesDialog::makeDatabases() {
    m_databases->addItems(Settings::geoDatabases());
    m_databases->setAccessibleName(tr("Country and network databases"));
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
    return databases;
}

void PreferencesDialog::makeOwnFiles() {
    m_scannerLists = new FileListBox(
        {tr("Lists of known scanners"),
            tr("CSV with organisation, prefix and day, a prefix a line, or MISP warning lists, "
               "besides the shipped list. The longest prefix counts."),
            tr("Lists (*.csv *.txt *.json);;All files (*)"), kMostLists,
            [](const std::string& path) { return statusOf(readScannerList(path)); }},
        Settings::scannerLists());
    m_rules =
        new FileListBox({tr("Rules of your own"),
                            tr("A file of rules that packets are tested on besides the built-in "
                               "ones, from the next "
                               "reading on."),
                            tr("Rules (*.toml);;All files (*)"), 1,
                            [](const std::string& path) { return statusOf(readUserRules(path)); }},
            Settings::rulesFile().isEmpty() ? QStringList() : QStringList{Settings::rulesFile()});
    for (FileListBox* const box : {m_scannerLists, m_rules})
        connect(box, &FileListBox::problemFound, m_problem, &QLabel::setText);
}

QStringList PreferencesDialog::scannerLists() const {
    return m_scannerLists->paths();
}

QString PreferencesDialog::rulesFile() const {
    return m_rules->paths().value(0);
}

Look PreferencesDialog::look() const {
    return static_cast<Look>(m_look->currentIndex());
}

QString PreferencesDialog::language() const {
    return m_language->currentData().toString();
}

QStringList PreferencesDialog::geoDatabases() const {
    QStringList paths;
    for (int i = 0; i < m_databases->count(); ++i)
        paths << m_databases->item(i)->text();
    return paths;
}

std::uint64_t PreferencesDialog::memoryCeiling() const {
    return static_cast<std::uint64_t>(m_memory->value()) * kMegabyte;
}

QStringList PreferencesDialog::askForDatabases(QWidget* parent) {
    return QFileDialog::getOpenFileNames(parent, tr("Add a database"), Settings::lastFolder(),
        tr("MMDB databases (*.mmdb);;All files (*)"));
}

void PreferencesDialog::addDatabase() {
    const QStringList paths = askForDatabases(this);
    for (const QString& path : paths)
        tryDatabase(path);
}

void PreferencesDialog::tryDatabase(const QString& path) {
    const Result<GeoDatabase> database = GeoDatabase::open(path.toStdString());
    m_problem->setText(database.ok() ? QString() : displaySentence(database.error().sentence));
    if (database.ok())
        m_databases->addItem(path);
}

} // namespace sweepscope
