// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/health_dialog.h"

#include "format/display_text.h"
#include "pages/card.h"
#include "style/role.h"
#include "style/theme.h"

#include <QScrollArea>

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

QWidget* findingWidget(const Finding& finding) {
    auto* const box = new QFrame();
    setRole(*box, "card");
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, metrics::kGrid, 12, metrics::kGrid);
    layout->setSpacing(2);
    layout->addWidget(roleLabel(
        concernText(finding.concern), finding.concern == Concern::none ? "note" : "warning"));
    QLabel* const seen = roleLabel(fromCore(finding.seen), "");
    QLabel* const effect =
        roleLabel(HealthDialog::tr("Effect: %1").arg(fromCore(finding.effect)), "quiet");
    for (QLabel* const label : {seen, effect}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(label);
    }
    return box;
}

} // namespace

HealthDialog::HealthDialog(Exporter& exporter, QWidget* parent)
    : QDialog(parent)
    , m_summary(roleLabel(QString(), "title"))
    , m_files(new TableView()) {
    setWindowTitle(tr("Reading health"));
    resize(760, 620);
    m_files->setAccessibleName(tr("Captures"));
    auto* const files = new Card(tr("Captures"));
    files->setContent(m_files);
    files->addControl(exporter.buttonFor(m_files, QStringLiteral("captures")));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(m_summary);
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
    for (const Finding& finding : health.findings)
        m_findings->addWidget(findingWidget(finding));
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
