// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/event_marks.h"
#include "pages/card.h"
#include "pages/export_menu.h"
#include "tables/details_tables.h"
#include "tables/snapshot_tables.h"

#include <QWidget>

#include <vector>

namespace sweepscope {

/// A chart of a page under the name that its files get.
struct NamedChart {
    QString name;
    ChartWidget* chart;
};

/// One page of the window. Shows a snapshot; knows no other page.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    virtual void setSnapshot(SnapshotPointer snapshot) = 0;

    /// The answer before the last move of a threshold, which charts show as a ghost; null for none.
    /// Comes before the snapshot that it is compared with.
    virtual void setBefore(const SnapshotPointer& /*before*/) {}

    /// What is counted of the snapshot shown last when there is time for it.
    virtual void setDetails(const DetailsPointer& /*details*/) {}

    /// Whether it is to be told everything at once even while nobody sees it: others show what it
    /// makes of it.
    [[nodiscard]] virtual bool worksOutOfSight() const { return false; }

    /// Events to be marked on time lines.
    virtual void setEvents(const EventsPointer& /*events*/) {}

    /// Of parts of a page that are empty while captures are being read.
    static QString readingText();

    /// No scan yet, none that matches, or none that passes.
    static QString whyNoScans(const Snapshot& snapshot);

    /// The same of what shows countries.
    static QString whyNoCountries(const Snapshot& snapshot);

    /// Has what shows scans say, where it is empty, why that is and what to do. Comes before the
    /// snapshot.
    void sayWhyEmpty(const Snapshot& snapshot);

    [[nodiscard]] virtual std::vector<NamedChart> charts() const { return {}; }

signals:
    void sourceChosen(sweepscope::SourceId source);
    void narrowRequested(const sweepscope::Narrowing& step);

protected:
    /// Hands on what charts and tables of the page ask for.
    void follow(ChartWidget* chart);
    void follow(TableView* table);
    /// The same of those that show scans and nothing else.
    void followScans(ChartWidget* chart);
    void followScans(TableView* table);

    static bool isReading(const Snapshot& snapshot) { return snapshot.material.health == nullptr; }

private:
    std::vector<ChartWidget*> m_chartsOfScans;
    std::vector<TableView*> m_tablesOfScans;
};

} // namespace sweepscope
