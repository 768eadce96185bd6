// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "charts/chart_widget.h"
#include "publish/figure_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace sweepscope {

/// Saves a chart as PNG, SVG or PDF in a size and style that are chosen here, with a picture of
/// what comes out. What cannot be saved is said in the dialog, which stays open.
class FigureDialog : public QDialog {
    Q_OBJECT

public:
    using Provenance = std::vector<std::string>;
    /// Writes the chart as chosen; asked for a path first.
    using Save = std::function<Status(const FigureChoice& choice, const QString& path)>;

    FigureDialog(ChartWidget& chart, QString name, Provenance provenance, Save save,
        QWidget* parent = nullptr);

    [[nodiscard]] FigureChoice choice() const;
    void setChoice(const FigureChoice& choice);

    /// Saves without asking for a path; what the button does once a path is known.
    bool saveTo(const QString& path);

signals:
    void saved(const QString& path);

private:
    QWidget* makeChoices();
    QWidget* makePreview();
    void connectChoices();
    void changeUnit();
    void refresh();
    void drawPreview();
    void copyPicture();
    void askAndSave();

    QPointer<ChartWidget> m_chart;
    QString m_name;
    Provenance m_provenance;
    Save m_save;
    QComboBox* m_format;
    QComboBox* m_style;
    QComboBox* m_unit;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QDoubleSpinBox* m_dpi;
    QCheckBox* m_title;
    QCheckBox* m_footer;
    QLabel* m_size;
    QLabel* m_problem;
    QLabel* m_preview;
    QPushButton* m_saveButton = nullptr;
    QPushButton* m_copyButton = nullptr;
    QTimer m_rest; ///< typing is let come to rest before a preview is drawn
};

} // namespace sweepscope
