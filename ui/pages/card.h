// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "pages/card_head.h"
#include "pages/legend.h"
#include "style/elided_label.h"

#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

namespace sweepscope {

/// A card of a page: a head with title, legend and controls, and below what it shows.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title) { m_title->setText(title); }

    void setContent(QWidget* content);
    /// Right-most in the title line, in the order of the calls.
    void addControl(QWidget* control);
    /// The legend of a chart, kept up to date; one chart at a time.
    void showLegendOf(ChartWidget* chart);

    /// Gives the legend a line of its own, for cards whose legends change.
    void putLegendBelow() { m_head->setLegendBelow(); }

    /// A row of buttons of which one is down.
    QButtonGroup* addChoice(const QStringList& names, int chosen);

private:
    ElidedLabel* m_title;
    Legend* m_legend;
    CardHead* m_head;
    QMetaObject::Connection m_legendChanged;
    QVBoxLayout* m_layout;
};

} // namespace sweepscope
