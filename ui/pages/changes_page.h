// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "analysis/changes.h"
#include "analysis/comparison.h"
#include "analysis/event_reaction.h"
#include "pages/page.h"
#include "pages/svg_view.h"

#include <QCheckBox>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>

#include <memory>
#include <set>
#include <vector>

namespace sweepscope {

/// What changed and who acts together: stretches in which ports stand out, events and what followed
/// them, sources that act as one, and the first half of the capture against the second.
///
/// All of it is worked out on another thread, and only while the page is in sight.
class ChangesPage : public Page {
    Q_OBJECT

public:
    enum class View { rhythm, events, campaigns, halves };

    explicit ChangesPage(Exporter& exporter, QWidget* parent = nullptr);
    ~ChangesPage() override;

    void setSnapshot(SnapshotPointer snapshot) override;
    void setView(View view);

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] QCheckBox& once() { return *m_once; }

    [[nodiscard]] QString sentence() const { return m_sentence->text(); }

signals:
    void worked(); ///< what is shown belongs to the newest snapshot

    /// The other pages are to show this one: each campaign counted once, or again as it is.
    void counted(const sweepscope::SnapshotPointer& snapshot);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Findings {
        SnapshotPointer snapshot;
        Rhythm rhythm;
        std::vector<EventReaction> reactions;
        std::vector<Campaign> campaigns;
        Comparison halves;
    };

    using FindingsPointer = std::shared_ptr<const Findings>;

    static FindingsPointer find(const SnapshotPointer& snapshot);
    void work();
    void takeFindings();
    void showView();
    void showRow(std::uint32_t row);
    void showTable(std::shared_ptr<const Table> table, const QString& title);
    void countCampaigns();
    void toggleGroup();

    SnapshotPointer m_snapshot;
    FindingsPointer m_findings; ///< null until the first were worked out
    QFutureWatcher<FindingsPointer> m_watcher;
    QFutureWatcher<SnapshotPointer> m_counting;
    View m_view = View::rhythm;
    std::set<std::size_t> m_ungrouped; ///< campaigns whose members count one by one

    QLabel* m_sentence;
    SvgView* m_figure;
    TableView* m_table;
    Card* m_tableCard;
    QCheckBox* m_once;
    QPushButton* m_ungroup;
};

} // namespace sweepscope
