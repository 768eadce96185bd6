// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/reading_facts.h"

#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QFormLayout>

namespace sweepscope {

ReadingFacts::ReadingFacts(QWidget* parent)
    : QWidget(parent)
    , m_files(roleLabel(QString(), "value"))
    , m_frames(roleLabel(QString(), "value"))
    , m_health(new QPushButton()) {
    setRole(*m_health, "link");
    m_health->setObjectName(QStringLiteral("health"));
    m_health->setToolTip(tr("What the captures were like, and what that does to the results"));
    m_health->setAccessibleName(tr("Reading health"));
    auto* const layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::kGap);
    layout->setVerticalSpacing(6);
    layout->addRow(roleLabel(tr("Reading"), "section"));
    for (QLabel* const value : {m_files, m_frames}) {
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    layout->addRow(roleLabel(tr("Captures"), "quiet"), m_files);
    layout->addRow(roleLabel(tr("Frames"), "quiet"), m_frames);
    auto* const right = new QHBoxLayout();
    right->addStretch(1);
    right->addWidget(m_health);
    layout->addRow(roleLabel(tr("Health"), "quiet"), right);
    connect(m_health, &QPushButton::clicked, this, &ReadingFacts::healthRequested);
    clear();
}

void ReadingFacts::clear() {
    for (QLabel* const value : {m_files, m_frames})
        value->setText(QStringLiteral("–"));
    m_health->setText(QStringLiteral("–"));
    m_health->setEnabled(false);
}

void ReadingFacts::setMaterial(const Material& material) {
    m_files->setText(tr("%n files", nullptr, static_cast<int>(material.captures->files.size())));
    m_frames->setText(displayCount(material.index->counts.frames));
    m_health->setEnabled(material.health != nullptr);
    if (material.health == nullptr)
        return;
    const Concern worst = material.health->worst();
    m_health->setText(worst == Concern::serious ? tr("read in part")
                      : worst == Concern::some  ? tr("read whole, with remarks")
                                                : tr("nothing lost"));
    setStyled(*m_health, "concern", worst != Concern::none);
}

} // namespace sweepscope
