// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/bar_rows_chart.h"
#include "charts/packet_scatter_chart.h"
#include "drilldown/save_packets_row.h"
#include "tables/snapshot_tables.h"
#include "worker/packet_finder.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include <optional>

namespace sweepscope {

class PacketsDialog;

/// The packets of one source, read again from its captures: the picture of its targets, what they
/// tell in words, the gaps between them; a table with their bytes, a capture of them, filters that
/// find them. Small captures are read at once, large ones when asked.
class PacketsPanel : public QWidget {
    Q_OBJECT

public:
    explicit PacketsPanel(QWidget* parent = nullptr);
    ~PacketsPanel() override;

    /// The same source of the same index keeps its packets.
    void setSource(const SnapshotPointer& snapshot, SourceId source);
    void clear();

    void read();

    [[nodiscard]] const FoundPacketsPointer& packets() const { return m_found; }

    [[nodiscard]] PacketScatterChart& picture() { return *m_picture; }

    [[nodiscard]] QString words() const { return m_words->text(); }

    /// Copies all packets of the source into a capture, in the background.
    void save(const QString& path);

    /// The same, where the user says.
    void askAndSave();

    [[nodiscard]] bool canSave() const { return m_source && !m_saving->isSaving(); }

    [[nodiscard]] SavePacketsRow& saving() { return *m_saving; }

    /// Opens the table of packets.
    PacketsDialog* showTable();

signals:
    void packetsShown();
    void saved(const QString& path);
    void saveFailed(const QString& message);

private:
    void build();
    QWidget* makeActions();
    void take(const FoundPacketsPointer& found);
    void showState(const QString& text, bool isReading);
    void showButtons();
    void openInWireshark();
    void takeSaved(const QString& path);
    void copyFilter(bool isForWireshark);
    void fillLookUps(QMenu& menu);
    [[nodiscard]] std::vector<PortTerm> ports() const;

    SnapshotPointer m_snapshot;
    std::optional<SourceId> m_source;
    Address m_address;
    PacketFinder m_finder;
    FoundPacketsPointer m_found;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_read = nullptr;
    QPushButton* m_stop = nullptr;
    QWidget* m_pictures = nullptr;
    PacketScatterChart* m_picture = nullptr;
    QLabel* m_words = nullptr;
    BarRowsChart* m_gaps = nullptr;
    QWidget* m_actions = nullptr;
    QPushButton* m_table = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_wireshark = nullptr;
    SavePacketsRow* m_saving = nullptr;
    QString m_fileForWireshark;        ///< empty: what is saved is for the user
    PacketsDialog* m_dialog = nullptr; ///< made when it is first asked for
};

} // namespace sweepscope
