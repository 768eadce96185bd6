// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/telescope_field.h"

#include "base/prefix_file.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "style/role.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace sweepscope {

namespace {

QString textOf(const PrefixSet& prefixes, std::optional<double> addresses) {
    QStringList texts;
    for (const Prefix& prefix : prefixes.prefixes())
        texts << QString::fromStdString(toText(prefix));
    if (prefixes.isEmpty() && addresses)
        texts << QLocale().toString(*addresses, 'f', 0);
    return texts.join(QStringLiteral(", "));
}

} // namespace

TelescopeField::TelescopeField(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit())
    , m_note(roleLabel(QString(), "note")) {
    m_edit->setObjectName(QStringLiteral("telescope"));
    m_edit->setAccessibleName(tr("Telescope: prefixes or number of addresses"));
    m_edit->setPlaceholderText(tr("prefixes or size"));
    m_edit->setToolTip(tr("Prefixes such as 198.18.0.0/16, or the number of addresses. Left empty, "
                          "the size is inferred from the targets of probes."));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto* const load = new QToolButton();
    load->setText(QStringLiteral("…"));
    load->setToolTip(tr("Load the prefixes from a text file"));
    load->setAccessibleName(load->toolTip());
    auto* const line = new QHBoxLayout();
    line->setSpacing(4);
    line->addWidget(m_edit, 1);
    line->addWidget(load);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &TelescopeField::take);
    connect(load, &QToolButton::clicked, this, &TelescopeField::loadFile);
}

void TelescopeField::set(const PrefixSet& prefixes, std::optional<double> addresses) {
    m_prefixes = prefixes;
    m_addresses = addresses;
    m_edit->setText(textOf(prefixes, addresses));
    showProblem({});
}

void TelescopeField::setNote(const QString& text) {
    if (m_isGood)
        m_note->setText(text);
}

bool TelescopeField::take() {
    // Prefixes first: in some languages 10.0.0.1 would do as a number with separators.
    const QString text = m_edit->text().trimmed();
    Result<PrefixSet> prefixes = parsePrefixes(text.toStdString());
    const auto number = prefixes.ok() ? std::nullopt : numberIn(text);
    if (number && *number >= 1)
        prefixes = PrefixSet();
    showProblem(prefixes.ok() ? QString() : displaySentence(prefixes.error().sentence));
    if (!m_isGood)
        return false;
    const bool isOther = !(prefixes.value() == m_prefixes) || number != m_addresses;
    m_prefixes = prefixes.value();
    m_addresses = number;
    if (isOther)
        emit changed();
    return true;
}

void TelescopeField::loadFile() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Load prefixes"), QString(), tr("Text files (*.txt *.conf);;All files (*)"));
    if (path.isEmpty())
        return;
    const Result<PrefixSet> prefixes = readPrefixFile(path.toStdString());
    showProblem(prefixes.ok() ? QString() : displaySentence(prefixes.error().sentence));
    if (!prefixes.ok())
        return;
    set(prefixes.value(), std::nullopt);
    emit changed();
}

void TelescopeField::showProblem(const QString& problem) {
    m_isGood = problem.isEmpty();
    setStyled(*m_edit, "wrong", !m_isGood);
    setRole(*m_note, m_isGood ? "note" : "warning");
    m_note->setText(problem);
}

} // namespace sweepscope
