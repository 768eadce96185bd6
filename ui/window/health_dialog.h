// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_view.h"
#include "pages/export_menu.h"
#include "tables/snapshot_tables.h"

#include <QDialog>
#include <QLabel>
#include <QVBoxLayout>

namespace sweepscope {

/// What the captures were like: every finding with its effect on the results, and the files one by
/// one. Stays open beside the window and follows it.
class HealthDialog : public QDialog {
    Q_OBJECT

public:
    explicit HealthDialog(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(const SnapshotPointer& snapshot);

private:
    QWidget* makeFindings();
    void showFindings(const ReadingHealth& health);

    QLabel* m_summary;
    QLabel* m_frames; ///< how many, of which link types
    QVBoxLayout* m_findings = nullptr;
    TableView* m_files;
};

} // namespace sweepscope
