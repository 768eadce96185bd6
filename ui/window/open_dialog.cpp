// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/open_dialog.h"

#include "format/display_sentence.h"
#include "style/role.h"
#include "style/theme.h"
#include "window/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <chrono>

namespace sweepscope {

namespace {

/// Words that are half typed look like names of hosts, each of which would be looked up.
constexpr std::chrono::milliseconds kPause{300};

} // namespace

OpenDialog::OpenDialog(const OpenChoice& begin, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget())
    , m_telescope(new TelescopeField())
    , m_filter(new QLineEdit())
    , m_filterNote(roleLabel(QString(), "note"))
    , m_tunnels(new QCheckBox(tr("Count the packet inside GRE, IP-in-IP and 6in4")))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Open with options"));
    setMinimumWidth(560);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    auto* const form = new QFormLayout();
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(metrics::kGap);
    form->setVerticalSpacing(metrics::kGrid);
    form->addRow(tr("Captures"), makeList());
    form->addRow(tr("Telescope"), m_telescope);
    form->addRow(tr("Filter"), makeFilter());
    form->addRow(tr("Tunnels"), m_tunnels);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_telescope->take())
            accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_check, &QFutureWatcherBase::finished, this, &OpenDialog::takeFilter);

    m_telescope->set(begin.telescope, begin.telescopeAddresses);
    m_telescope->setNote(tr("Left empty, the size is inferred from the targets of probes."));
    m_tunnels->setChecked(begin.entersTunnels);
    if (begin.filter != nullptr)
        m_filter->setText(QString::fromStdString(begin.filter->expression()));
    addPaths(begin.paths);
    checkFilter();
}

QWidget* OpenDialog::makeList() {
    m_list->setObjectName(QStringLiteral("captures"));
    m_list->setAccessibleName(tr("Captures and folders to open"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* const files = new QPushButton(tr("Add files…"));
    auto* const folder = new QPushButton(tr("Add folder…"));
    auto* const remove = new QPushButton(tr("Remove"));
    connect(files, &QPushButton::clicked, this, &OpenDialog::askForFiles);
    connect(folder, &QPushButton::clicked, this, &OpenDialog::askForFolder);
    connect(remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_list->selectedItems());
        allow();
    });
    auto* const acts = new QHBoxLayout();
    acts->setSpacing(metrics::kGrid);
    acts->addWidget(files);
    acts->addWidget(folder);
    acts->addWidget(remove);
    acts->addStretch(1);
    auto* const box = new QWidget();
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addLayout(acts);
    QLabel* const note =
        roleLabel(tr("All of them are one time line, in the order of their packets."), "note");
    layout->addWidget(note);
    return box;
}

QWidget* OpenDialog::makeFilter() {
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("all frames; or, for example: tcp and not net 192.0.2.0/24"));
    m_filter->setClearButtonEnabled(true);
    m_filterNote->setObjectName(QStringLiteral("filterNote"));
    m_filterNote->setWordWrap(true);
    m_filterNote->setTextFormat(Qt::PlainText);
    auto* const box = new QWidget();
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_filterNote);
    connect(m_filter, &QLineEdit::textChanged, this, &OpenDialog::awaitFilter);
    connect(&m_pause, &QTimer::timeout, this, &OpenDialog::checkFilter);
    return box;
}

void OpenDialog::addPaths(const QStringList& paths) {
    for (const QString& path : paths) {
        if (m_list->findItems(path, Qt::MatchExactly).isEmpty())
            m_list->addItem(path);
    }
    allow();
}

void OpenDialog::askForFiles() {
    addPaths(QFileDialog::getOpenFileNames(this, tr("Add captures"), Settings::lastFolder()));
}

void OpenDialog::askForFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Add a folder"), Settings::lastFolder());
    if (!folder.isEmpty())
        addPaths({folder});
}

OpenDialog::CheckedFilter OpenDialog::check(const QString& expression) {
    if (expression.isEmpty())
        return {};
    auto filter = FrameFilter::compile(expression.toStdString());
    if (!filter.ok())
        return {nullptr, displaySentence(filter.error().sentence)};
    return {filter.value(), {}};
}

void OpenDialog::awaitFilter() {
    setStyled(*m_filter, "wrong", false);
    setRole(*m_filterNote, "note");
    m_filterNote->setText(tr("Checking the filter…"));
    m_pause.start();
    allow();
}

void OpenDialog::checkFilter() {
    m_check.setFuture(QtConcurrent::run(&OpenDialog::check, m_filter->text().trimmed()));
    allow();
}

void OpenDialog::takeFilter() {
    if (m_pause.isActive())
        return; // it was another text
    m_checked = m_check.result();
    const bool isGood = m_checked.problem.isEmpty();
    setStyled(*m_filter, "wrong", !isGood);
    setRole(*m_filterNote, isGood ? "note" : "warning");
    m_filterNote->setText(
        isGood ? tr("The language of pcap-filter(7), as tcpdump and Wireshark's capture have it.")
               : m_checked.problem);
    allow();
}

void OpenDialog::allow() {
    const bool isChecked =
        !m_pause.isActive() && m_check.isFinished() && m_checked.problem.isEmpty();
    m_buttons->button(QDialogButtonBox::Open)->setEnabled(m_list->count() > 0 && isChecked);
}

OpenChoice OpenDialog::choice() const {
    OpenChoice choice;
    for (int i = 0; i < m_list->count(); ++i)
        choice.paths << m_list->item(i)->text();
    choice.telescope = m_telescope->prefixes();
    choice.telescopeAddresses = m_telescope->addresses();
    choice.filter = m_checked.filter;
    choice.entersTunnels = m_tunnels->isChecked();
    return choice;
}

} // namespace sweepscope
