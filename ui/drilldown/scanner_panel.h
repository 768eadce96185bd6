// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/note_field.h"
#include "drilldown/packets_panel.h"
#include "drilldown/time_strip.h"
#include "models/table_view.h"
#include "tables/snapshot_tables.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <optional>

namespace sweepscope {

/// Where the address is among the sources; nothing where it sent nothing.
std::optional<SourceId> findSource(const BurstIndex& index, const Address& address);

/// The drill-down of one scanner: where it is, what it did, its scans, and the evidence for each
/// tool.
class ScannerPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ScannerPanel(QWidget* parent = nullptr);

    /// Shows a source of the snapshot's index.
    void showSource(SnapshotPointer snapshot, SourceId source);

    /// Another snapshot: the same source again, where it is still there (it may have no scans
    /// left).
    void setSnapshot(SnapshotPointer snapshot);
    void clear();

    [[nodiscard]] PacketsPanel& packets() { return *m_packets; }

    [[nodiscard]] TableView& scans() { return *m_scans; }

    /// The user's note on the source.
    [[nodiscard]] NoteField& note() { return *m_note; }

    [[nodiscard]] const std::optional<SourceId>& source() const { return m_source; }

signals:
    void closed();
    void narrowRequested(const sweepscope::Narrowing& step);

private:
    void build();
    void showHead();
    void showFacts();
    void showEvidence();
    void addEvidence(const ToolFacts& facts, const ToolEvidence& evidence);
    void addDetail(const Scan& scan);
    void addOwnRules(const std::vector<Scan>& scans);
    void addFact(const QString& name, const QString& value);
    [[nodiscard]] std::vector<Scan> shownScans() const;
    void clearLayout(QLayout* layout);

    SnapshotPointer m_snapshot;
    std::optional<SourceId> m_source;
    Address m_address;
    QLabel* m_title = nullptr;
    QWidget* m_chips = nullptr;
    QVBoxLayout* m_facts = nullptr;
    NoteField* m_note = nullptr;
    TimeStrip* m_strip = nullptr;
    PacketsPanel* m_packets = nullptr;
    QLabel* m_evidenceTitle = nullptr;
    QVBoxLayout* m_evidence = nullptr;
    QLabel* m_scansTitle = nullptr;
    TableView* m_scans = nullptr;
};

} // namespace sweepscope
