// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/card.h"

#include "style/role.h"
#include "style/theme.h"

#include <QVBoxLayout>

namespace sweepscope {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(title))
    , m_head(new QHBoxLayout())
    , m_legend(new QWidget())
    , m_layout(new QVBoxLayout(this)) {
    setRole(*this, "card");
    setRole(*m_title, "title");
    m_layout->setContentsMargins(metrics::kGap, 12, metrics::kGap, 12);
    m_layout->setSpacing(metrics::kGrid);
    m_head->setSpacing(metrics::kGrid);
    auto* const legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(12);
    // The legend takes what room there is and never asks for more, so that a narrow window stays
    // one.
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_head->addWidget(m_title);
    m_head->addWidget(m_legend, 1);
    m_layout->addLayout(m_head);
}

void Card::setContent(QWidget* content) {
    m_layout->addWidget(content, 1);
}

void Card::addControl(QWidget* control) {
    m_head->addWidget(control);
}

void Card::showLegendOf(ChartWidget* chart) {
    disconnect(m_legendChanged);
    m_legendChanged =
        connect(chart, &ChartWidget::legendChanged, this, [this, chart] { rebuildLegend(*chart); });
    rebuildLegend(*chart);
}

void Card::putLegendBelow() {
    m_isLegendBelow = true;
    m_head->removeWidget(m_legend);
    m_head->insertStretch(1, 1);
    m_layout->addWidget(m_legend);
}

void Card::rebuildLegend(const ChartWidget& chart) {
    QLayout* const layout = m_legend->layout();
    while (QLayoutItem* const item = layout->takeAt(0)) {
        if (QWidget* const label = item->widget()) {
            label->hide();
            label->deleteLater();
        }
        delete item;
    }
    if (!m_isLegendBelow)
        static_cast<QHBoxLayout*>(layout)->addStretch(1);
    for (const LegendEntry& entry : chart.legendEntries()) {
        auto* const label = new QLabel(QStringLiteral("<span style='color:%1'>■</span> %2")
                                           .arg(entry.colour.name(), entry.text.toHtmlEscaped()));
        label->setTextFormat(Qt::RichText);
        setRole(*label, "note");
        layout->addWidget(label);
    }
    if (m_isLegendBelow)
        static_cast<QHBoxLayout*>(layout)->addStretch(1);
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
