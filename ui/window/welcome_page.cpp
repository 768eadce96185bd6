// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/welcome_page.h"

#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace sweepscope {

namespace {

/// How to go on, in three steps.
QWidget* makeSteps() {
    auto* const box = new QWidget();
    auto* const layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, metrics::kGrid, 0, metrics::kGrid);
    layout->setSpacing(metrics::kGap);
    const std::array<std::pair<QString, QString>, 3> steps = {{
        {WelcomePage::tr("1  Open"),
            WelcomePage::tr("Captures of one telescope, as many files as there are: they become "
                            "one timeline.")},
        {WelcomePage::tr("2  Say what a scan is"),
            WelcomePage::tr("Name the telescope on the left, choose a profile, move thresholds. "
                            "Every page follows at once.")},
        {WelcomePage::tr("3  Look and publish"),
            WelcomePage::tr("Choose a scanner to see its evidence; Export saves what you see, "
                            "with its origin inside.")},
    }};
    for (const auto& [name, text] : steps) {
        auto* const card = new QFrame();
        setRole(*card, "card");
        card->setMinimumWidth(160); // and never wider than is good to read
        card->setMaximumWidth(232);
        auto* const inside = new QVBoxLayout(card);
        inside->setContentsMargins(metrics::kGap, 12, metrics::kGap, 12);
        QLabel* const title = roleLabel(name, "title");
        title->setWordWrap(true);
        inside->addWidget(title);
        QLabel* const note = roleLabel(text, "quiet");
        note->setWordWrap(true);
        inside->addWidget(note, 1, Qt::AlignTop);
        layout->addWidget(card);
    }
    return box;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_problem(roleLabel(QString(), "warning"))
    , m_databases(roleLabel(QString(), "note"))
    , m_chooseDatabase(new QPushButton(tr("Choose a database…"))) {
    setRole(*this, "page");
    QLabel* const title = roleLabel(tr("Open a capture of your telescope"), "headline");
    QLabel* const text = roleLabel(
        tr("Drop capture files or a folder of them here, or open them from the File menu. They are "
           "read once; every threshold on the left then answers at once."),
        "quiet");
    for (QLabel* const label : {text, m_problem, m_databases}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_problem->setTextFormat(Qt::PlainText);
    m_databases->setTextFormat(Qt::PlainText);
    m_databases->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chooseDatabase->hide();
    connect(m_chooseDatabase, &QPushButton::clicked, this, &WelcomePage::databaseRequested);
    auto* const open = new QPushButton(tr("Open captures…"));
    auto* const sample = new QPushButton(tr("Open the sample"));
    setFocusProxy(open);
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
    layout->addWidget(makeSteps(), 0, Qt::AlignCenter);
    layout->addLayout(acts);
    layout->addWidget(m_problem);
    layout->addStretch(3);
    layout->addWidget(m_databases);
    layout->addWidget(m_chooseDatabase, 0, Qt::AlignCenter);
}

void WelcomePage::showDatabases(const QStringList& searched, bool areThere) {
    const QString places = searched.join(QStringLiteral(", "));
    setRole(*m_databases, areThere ? "note" : "warning");
    m_chooseDatabase->setVisible(!areThere);
    m_databases->setText(
        areThere ? tr("Countries and networks come from %1").arg(places)
                 : tr("No database of countries and networks was found; both stay unknown until "
                      "there is one. Looked for: %1. A MaxMind, DB-IP or IPinfo database (.mmdb) "
                      "does; captures can be opened without.")
                       .arg(places));
}

} // namespace sweepscope
