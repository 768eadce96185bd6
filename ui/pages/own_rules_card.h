// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latest_only.h"
#include "models/table_view.h"
#include "pages/card.h"
#include "pages/export_menu.h"

namespace sweepscope {

/// How many scans fit the user's rules; hidden where the captures were read without any.
class OwnRulesCard : public Card {
    Q_OBJECT

public:
    explicit OwnRulesCard(Exporter& exporter, QWidget* parent = nullptr);

    /// The scans are counted on a thread of their own.
    void setSnapshot(SnapshotPointer snapshot);

    [[nodiscard]] TableView& table() { return *m_table; }

signals:
    void counted(); ///< of the snapshot that was set last

private:
    void count(const SnapshotPointer& snapshot);

    SnapshotPointer m_snapshot;
    TableView* m_table;
    LatestOnly<SnapshotPointer> m_counting; // last: its thread uses the above
};

} // namespace sweepscope
