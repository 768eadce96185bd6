// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/anonymise_dialog.h"

#include "format/display_sentence.h"
#include "session/anonymiser.h"
#include "style/role.h"
#include "style/theme.h"
#include "window/settings.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <array>

namespace sweepscope {

AnonymiseDialog::AnonymiseDialog(QWidget* parent)
    : QDialog(parent)
    , m_keyFile(new QLineEdit())
    , m_problem(roleLabel(QString(), "warning")) {
    setWindowTitle(tr("Save an anonymised copy"));
    QLabel* const about = roleLabel(
        tr("Sources, targets and the telescope get other addresses; networks stay networks "
           "(Crypto-PAn), and countries are kept. Notes, folders and a filter are left out. "
           "Whoever has the key can go back, so keep it to yourself; with the same key, copies can "
           "be "
           "compared."),
        "");
    about->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_keyFile->setAccessibleName(tr("Key file"));
    m_keyFile->setPlaceholderText(tr("Key file"));
    m_keyFile->setMinimumWidth(320);
    auto* const browse = new QPushButton(tr("&Choose…"));
    auto* const fresh = new QPushButton(tr("&New Key…"));
    connect(browse, &QPushButton::clicked, this, &AnonymiseDialog::choose);
    connect(fresh, &QPushButton::clicked, this, &AnonymiseDialog::make);
    auto* const line = new QHBoxLayout();
    line->addWidget(m_keyFile, 1);
    line->addWidget(browse);
    line->addWidget(fresh);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton* const save = buttons->button(QDialogButtonBox::Save);
    save->setEnabled(false);
    connect(m_keyFile, &QLineEdit::textChanged, save,
        [save](const QString& text) { save->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &AnonymiseDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AnonymiseDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(about);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void AnonymiseDialog::choose() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Choose a key file"), Settings::lastFolder());
    if (!path.isEmpty())
        m_keyFile->setText(path);
}

void AnonymiseDialog::make() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Make a key file"), Settings::lastFolder() + QStringLiteral("/sweepscope.key"));
    if (path.isEmpty())
        return;
    const QString problem = makeKeyFile(path);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        m_keyFile->setText(path);
}

void AnonymiseDialog::accept() {
    const auto key = Anonymiser::withKeyFrom(keyFile().toStdString());
    if (key.ok())
        return QDialog::accept();
    m_problem->setText(displaySentence(key.error().sentence));
    m_problem->show();
}

QString makeKeyFile(const QString& path) {
    constexpr std::size_t kWords = Anonymiser::kKeyBytes / sizeof(quint32);
    std::array<quint32, kWords> key{};
    QRandomGenerator::system()->fillRange(key.data(), static_cast<qsizetype>(key.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(key.data()), Anonymiser::kKeyBytes);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return AnonymiseDialog::tr("%1: %2").arg(path, file.errorString());
    if (file.write(bytes.toHex() + '\n') == 2 * bytes.size() + 1 && file.flush())
        return {};
    const QString problem = file.errorString();
    file.remove(); // half a key is none
    return AnonymiseDialog::tr("%1: %2").arg(path, problem);
}

} // namespace sweepscope
