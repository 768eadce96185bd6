// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/card.h"

#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>

namespace sweepscope {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(title))
    , m_legend(new Legend())
    , m_head(new CardHead(m_title, m_legend))
    , m_layout(new QVBoxLayout(this)) {
    setRole(*this, "card");
    setRole(*m_title, "title");
    m_layout->setContentsMargins(metrics::kGap, 12, metrics::kGap, 12);
    m_layout->setSpacing(metrics::kGrid);
    m_layout->addLayout(m_head);
    m_legend->hide();
}

void Card::setContent(QWidget* content) {
    m_layout->addWidget(content, 1);
}

void Card::addControl(QWidget* control) {
    m_head->addControl(control);
}

void Card::showLegendOf(ChartWidget* chart) {
    disconnect(m_legendChanged);
    const auto show = [this, chart] {
        m_legend->setEntries(chart->legendEntries());
        m_legend->setVisible(!m_legend->isEmpty());
    };
    m_legendChanged = connect(chart, &ChartWidget::legendChanged, this, show);
    show();
}

QButtonGroup* Card::addChoice(const QStringList& names, int chosen) {
    auto* const group = new QButtonGroup(this);
    auto* const row = new QWidget();
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (int i = 0; i < names.size(); ++i) {
        auto* const button = new QToolButton();
        button->setText(names[i]);
        button->setCheckable(true);
        button->setChecked(i == chosen);
        group->addButton(button, i);
        layout->addWidget(button);
    }
    addControl(row);
    return group;
}

} // namespace sweepscope
