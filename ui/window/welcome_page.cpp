// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/welcome_page.h"

#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace sweepscope {

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_problem(roleLabel(QString(), "warning")) {
    setRole(*this, "page");
    QLabel* const title = roleLabel(tr("Open a capture of your telescope"), "headline");
    QLabel* const text = roleLabel(
        tr("Drop capture files or a folder of them here, or open them from the File menu. They are "
           "read once; every threshold on the left then answers at once."),
        "quiet");
    for (QLabel* const label : {text, m_problem}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_problem->setTextFormat(Qt::PlainText);
    auto* const open = new QPushButton(tr("Open captures…"));
    auto* const sample = new QPushButton(tr("Open the sample"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    auto* const acts = new QHBoxLayout();
    acts->setSpacing(metrics::kGrid);
    acts->addStretch(1);
    acts->addWidget(open);
    acts->addWidget(sample);
    acts->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::kGap);
    layout->addStretch(2);
    layout->addWidget(title, 0, Qt::AlignCenter);
    layout->addWidget(text);
    layout->addLayout(acts);
    layout->addWidget(m_problem);
    layout->addStretch(3);
}

} // namespace sweepscope
