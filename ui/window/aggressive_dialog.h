// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latest_only.h"
#include "models/table_view.h"
#include "pages/export_menu.h"
#include "tables/aggressive_table.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>

namespace sweepscope {

/// Aggressive scanners by one of the three definitions, or by any: what the definition says, where
/// it is from, what it comes to here, and who fits it.
class AggressiveDialog : public QDialog {
    Q_OBJECT

public:
    explicit AggressiveDialog(Exporter& exporter, QWidget* parent = nullptr);

    /// Whose scans count from now on; looked through on a thread of its own, while it is shown.
    void setSnapshot(SnapshotPointer snapshot);

    /// Any, then in the order of Aggression.
    [[nodiscard]] QComboBox& definition() { return *m_definition; }

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] QString explanation() const { return m_rule->text(); }

signals:
    void found(); ///< table and words are those of the snapshot that was set last
    void sourceChosen(sweepscope::SourceId source);
    void narrowRequested(const sweepscope::Narrowing& step);

protected:
    void showEvent(QShowEvent* event) override;

private:
    using FoundPointer = std::shared_ptr<const AggressiveScanners>;

    void begin();
    void take(const SnapshotPointer& snapshot, const FoundPointer& scanners);
    void showDefinition(int place);
    void openSource(std::uint32_t row);

    SnapshotPointer m_snapshot;
    FoundPointer m_found; ///< of the snapshot; null while it is looked through
    QComboBox* m_definition;
    QLabel* m_rule;
    TableView* m_table;
    LatestOnly<SnapshotPointer> m_finding; // last: its thread uses the above
};

} // namespace sweepscope
