// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/health_dialog.h"

#include "format/display_sentence.h"
#include "format/display_text.h"
#include "pages/card.h"
#include "style/role.h"
#include "style/theme.h"

#include <QScrollArea>

#include <algorithm>
#include <span>

namespace sweepscope {

namespace {

QString concernText(Concern concern) {
    switch (concern) {
    case Concern::serious:
        return HealthDialog::tr("Part of the traffic is missing");
    case Concern::some:
        return HealthDialog::tr("Some numbers are off");
    case Concern::none:
        break;
    }
    return HealthDialog::tr("Worth knowing");
}

bool areOfOneKind(const Finding& a, const Finding& b) {
    return a.what == b.what && a.concern == b.concern && a.effect == b.effect;
}

/// How many findings from the first on are of one kind; they are neighbours.
std::size_t countOfKind(std::span<const Finding> findings) {
    const auto other = std::find_if_not(findings.begin(), findings.end(),
        [&](const Finding& each) { return areOfOneKind(each, findings.front()); });
    return static_cast<std::size_t>(other - findings.begin());
}

/// One card for all findings of a kind, since what they do to the results is the same.
QWidget* findingWidget(std::span<const Finding> findings) {
    const Finding& finding = findings.front();
    QStringList sentences;
    for (const Finding& each : findings)
        sentences << displaySentence(each.seen);
    auto* const box = new QFrame();
    setRole(*box, "card");
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, metrics::kGrid, 12, metrics::kGrid);
    layout->setSpacing(2);
    layout->addWidget(roleLabel(
        concernText(finding.concern), finding.concern == Concern::none ? "note" : "warning"));
    QLabel* const seen = roleLabel(sentences.join(QLatin1Char('\n')), "");
    QLabel* const effect =
        roleLabel(HealthDialog::tr("Effect: %1").arg(displaySentence(finding.effect)), "quiet");
    for (QLabel* const label : {seen, effect}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(label);
    }
    return box;
}

/// "135,462 frames: 120,000 ethernet, 15,462 raw"
QString framesText(const DecodeCounts& counts) {
    QStringList links;
    for (const LinkCount& each : counts.links)
        links << displayCount(each.frames) + QLatin1Char(' ') + fromCore(toText(each.link));
    const QString frames = HealthDialog::tr("%1 frames").arg(displayCount(counts.frames));
    return links.isEmpty() ? frames
                           : frames + QStringLiteral(": ") + links.join(QStringLiteral(", "));
}

} // namespace

HealthDialog::HealthDialog(Exporter& exporter, QWidget* parent)
    : QDialog(parent)
    , m_summary(roleLabel(QString(), "title"))
    , m_frames(roleLabel(QString(), "quiet"))
    , m_files(new TableView()) {
    setWindowTitle(tr("Reading health"));
    m_frames->setObjectName(QStringLiteral("frames"));
    m_frames->setWordWrap(true);
    m_frames->setTextFormat(Qt::PlainText);
    resize(760, 620);
    m_files->setAccessibleName(tr("Captures"));
    m_files->setTextElideMode(Qt::ElideMiddle); // names of hourly files differ at their ends
    auto* const files = new Card(tr("Captures"));
    files->setContent(m_files);
    files->addControl(exporter.buttonFor(m_files, QStringLiteral("captures")));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_summary);
    layout->addWidget(m_frames);
    layout->addWidget(makeFindings(), 3);
    layout->addWidget(files, 2);
}

QWidget* HealthDialog::makeFindings() {
    auto* const content = new QWidget();
    m_findings = new QVBoxLayout(content);
    m_findings->setContentsMargins(0, 0, metrics::kGrid, 0);
    m_findings->setSpacing(metrics::kGrid);
    auto* const area = new QScrollArea();
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->setAccessibleName(tr("Findings"));
    return area;
}

void HealthDialog::setSnapshot(const SnapshotPointer& snapshot) {
    if (snapshot == nullptr || snapshot->material.health == nullptr) {
        m_summary->setText(tr("The captures are being read"));
        return;
    }
    m_frames->setText(framesText(snapshot->material.index->counts));
    showFindings(*snapshot->material.health);
    m_files->tableModel().setTable(captureTable(snapshot));
}

void HealthDialog::showFindings(const ReadingHealth& health) {
    while (QLayoutItem* const item = m_findings->takeAt(0)) {
        if (QWidget* const widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (std::span<const Finding> left = health.findings; !left.empty();) {
        const std::size_t count = countOfKind(left);
        m_findings->addWidget(findingWidget(left.first(count)));
        left = left.subspan(count);
    }
    m_findings->addStretch(1);
    switch (health.worst()) {
    case Concern::serious:
        m_summary->setText(tr("Part of the traffic is missing from the results"));
        break;
    case Concern::some:
        m_summary->setText(tr("Everything was read; some numbers may be off"));
        break;
    case Concern::none:
        m_summary->setText(tr("Everything was read, and nothing speaks against the results"));
        break;
    }
}

} // namespace sweepscope
