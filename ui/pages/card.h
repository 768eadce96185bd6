// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace sweepscope {

/// A card of a page: a title, in the same line its legend and controls, and below what it shows.
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

    /// Gives the legend a line of its own, for cards with many controls. Before the content is set.
    void putLegendBelow();

    /// A row of buttons of which one is down.
    QButtonGroup* addChoice(const QStringList& names, int chosen);

private:
    void rebuildLegend(const ChartWidget& chart);

    QLabel* m_title;
    QHBoxLayout* m_head;
    QWidget* m_legend;
    QMetaObject::Connection m_legendChanged;
    bool m_isLegendBelow = false;
    QVBoxLayout* m_layout;
};

} // namespace sweepscope
