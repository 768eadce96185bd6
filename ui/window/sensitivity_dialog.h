// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latest_only.h"
#include "charts/sensitivity_chart.h"
#include "models/table_view.h"
#include "pages/export_menu.h"

#include <QComboBox>
#include <QDialog>
#include <QProgressBar>
#include <QPushButton>

namespace sweepscope {

/// Sweeps one threshold over its range, on a thread of its own, and shows how much hangs on it.
class SensitivityDialog : public QDialog {
    Q_OBJECT

public:
    explicit SensitivityDialog(Exporter& exporter, QWidget* parent = nullptr);

    /// What is swept from now on; begins at once where the dialog is shown.
    void setSnapshot(SnapshotPointer snapshot);

    [[nodiscard]] QComboBox& threshold() { return *m_threshold; }

    [[nodiscard]] TableView& table() { return *m_table; }

signals:
    void swept(); ///< chart and table show the sweep that was asked for last

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Request {
        unsigned generation = 0;
        SnapshotPointer snapshot;
        SweptThreshold threshold = SweptThreshold::expiry;
    };

    QLayout* makeHead();
    void begin();
    void sweepOne(const Request& request, const std::stop_token& stop);
    void stop();
    void takeSweep(unsigned generation, const std::optional<Sensitivity>& sweep);

    SnapshotPointer m_snapshot;
    QComboBox* m_threshold;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    SensitivityChart* m_chart;
    TableView* m_table;
    unsigned m_generation = 0;      ///< of the sweep that counts; older results are dropped
    LatestOnly<Request> m_sweeping; // last: its thread uses the above
};

} // namespace sweepscope
