// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/snapshot_tables.h"

#include <QWidget>

#include <vector>

namespace sweepscope {

/// When a source was at work, over the time of the capture: a line of its bursts for each scan, in
/// the colour of the tool.
class TimeStrip : public QWidget {
    Q_OBJECT

public:
    explicit TimeStrip(QWidget* parent = nullptr);

    void setScans(SnapshotPointer snapshot, std::vector<Scan> scans);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SnapshotPointer m_snapshot;
    std::vector<Scan> m_scans;
};

} // namespace sweepscope
