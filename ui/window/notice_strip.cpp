// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/notice_strip.h"

#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>

namespace sweepscope {

NoticeStrip::NoticeStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel())
    , m_more(new QToolButton()) {
    setRole(*this, "strip");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Notice"));
    m_more->setText(tr("Details"));
    auto* const close = new QToolButton();
    close->setText(QStringLiteral("×"));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss the notice"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_more, &QToolButton::clicked, this, &NoticeStrip::moreRequested);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, 6, metrics::kGrid, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_more);
    layout->addWidget(close);
    hide();
}

void NoticeStrip::say(const QString& text, bool hasMore) {
    m_text->setText(text);
    m_more->setVisible(hasMore);
    setVisible(!text.isEmpty());
    m_isFailure = false;
}

void NoticeStrip::sayFailed(const QString& problem) {
    say(problem);
    m_isFailure = true;
}

} // namespace sweepscope
