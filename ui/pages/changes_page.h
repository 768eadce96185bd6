// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/campaigns.h"
#include "analysis/changes.h"
#include "charts/figure_chart.h"
#include "pages/page.h"

#include <QCheckBox>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <memory>
#include <set>
#include <vector>

namespace sweepscope {

/// What changed and who acts together: stretches in which ports stand out from their rhythm, each a
/// link to the scans of that stretch, and sources that act as one.
///
/// All of it is worked out on another thread, and only while the page is in sight.
class ChangesPage : public Page {
    Q_OBJECT

public:
    enum class View { rhythm, campaigns };

    /// What is worked out on another thread.
    struct Findings {
        SnapshotPointer snapshot;
        Rhythm rhythm;
        std::vector<Campaign> campaigns;
    };

    using FindingsPointer = std::shared_ptr<const Findings>;

    static FindingsPointer find(const SnapshotPointer& snapshot);

    explicit ChangesPage(Exporter& exporter, QWidget* parent = nullptr);
    ~ChangesPage() override;

    void setSnapshot(SnapshotPointer snapshot) override;
    void setEvents(const EventsPointer& events) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;
    void setView(View view);

    /// Shows what was found elsewhere in the snapshot that is set.
    void take(FindingsPointer findings);

    /// All pages show what campaigns make of it.
    [[nodiscard]] bool worksOutOfSight() const override { return m_once->isChecked(); }

    /// The scans of the stretch that is chosen, as a click on its sentence.
    void narrowToChange();

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] TableView& members() { return *m_members; }

    [[nodiscard]] FigureChart& chart() { return *m_figure; }

    [[nodiscard]] QCheckBox& once() { return *m_once; }

    [[nodiscard]] QString sentence() const { return m_sentence->text(); }

signals:
    void worked(); ///< what is shown belongs to the newest snapshot

    /// The other pages are to show this one: each campaign counted once, or again as it is.
    void counted(const sweepscope::SnapshotPointer& snapshot);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void work();
    QWidget* makeFigureCard();
    void connectParts();
    void showView();
    void sayWhyNothingIsFound();
    void showRow(std::uint32_t row);
    void showChange(std::uint32_t row);
    void showCampaign(std::uint32_t row);
    [[nodiscard]] const Change* change() const;
    void showTable(std::shared_ptr<const Table> table, const QString& title);
    void countCampaigns();
    void toggleGroup();

    SnapshotPointer m_snapshot;
    FindingsPointer m_findings; ///< null until the first were worked out
    QFutureWatcher<FindingsPointer> m_watcher;
    QFutureWatcher<SnapshotPointer> m_counting;
    View m_view = View::rhythm;
    EventsPointer m_events;
    std::uint32_t m_row = 0;
    std::set<std::size_t> m_ungrouped; ///< campaigns whose members count one by one

    QLabel* m_sentence;
    QStackedWidget* m_above;
    FigureChart* m_figure;
    TableView* m_members;
    Card* m_figureCard;
    QButtonGroup* m_choice = nullptr;
    QToolButton* m_figureExport;
    TableView* m_table;
    Card* m_tableCard;
    QCheckBox* m_once;
    QPushButton* m_ungroup;
};

} // namespace sweepscope
