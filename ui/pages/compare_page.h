// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/comparison.h"
#include "charts/figure_chart.h"
#include "pages/page.h"
#include "pages/span_row.h"

#include <QFutureWatcher>
#include <QPushButton>

#include <array>
#include <memory>
#include <optional>

namespace sweepscope {

/// What the capture that is open is held against.
struct OtherCaptures {
    QString name;
    Material material;
    Telescope telescope;
};

/// What changed from A to B: two spans of time of the capture, or the capture against another one;
/// ranks, differences and scan sizes as charts, all differences as a table. Or the capture beside
/// figures of earlier studies, of equal metrics alone.
///
/// Comparisons are worked out on another thread, and only while the page is in sight.
class ComparePage : public Page {
    Q_OBJECT

public:
    enum class Against { spans, other, studies };
    enum class View { differences, ranks, sizes };

    /// What is compared; the answer is for it.
    struct Wish {
        Against against = Against::spans;
        SnapshotPointer snapshot;
        std::shared_ptr<const OtherCaptures> other; ///< null unless against it
        TimeRange a;
        TimeRange b;
        bool operator==(const Wish&) const = default;
    };

    /// What is worked out on another thread.
    struct Findings {
        Wish wish;
        Comparison comparison; ///< of spans or captures
        /// Of all of it, and then of each dimension.
        std::array<std::shared_ptr<const Table>, kDimensionCount + 1> tables;
        std::shared_ptr<const Table> studies; ///< else

        [[nodiscard]] const std::shared_ptr<const Table>& table(
            const std::optional<Dimension>& dimension) const {
            return tables[dimension ? static_cast<std::size_t>(*dimension) + 1 : 0];
        }
    };

    using FindingsPointer = std::shared_ptr<const Findings>;

    static FindingsPointer find(const Wish& wish);

    /// The first half of the captures against the second, which is shown first.
    static Wish halves(const SnapshotPointer& snapshot);

    explicit ComparePage(Exporter& exporter, QWidget* parent = nullptr);
    ~ComparePage() override;

    void setSnapshot(SnapshotPointer snapshot) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    /// What is to be compared now; nothing where that is not chosen yet.
    [[nodiscard]] std::optional<Wish> wish() const;

    /// Shows what was found elsewhere for a wish about the snapshot that is set, and wishes so.
    void take(FindingsPointer findings);

    void setAgainst(Against against);
    void setSpans(const TimeRange& a, const TimeRange& b);

    /// What was read in answer to otherRequested.
    void setOther(std::shared_ptr<const OtherCaptures> other);

    /// What there is to say of the reading of the other: that it goes on, or why it failed.
    void sayOfOther(const QString& text);

    void setView(View view);
    void setDimension(std::optional<Dimension> dimension);

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] FigureChart& chart() { return *m_chart; }

    [[nodiscard]] const Comparison* comparison() const;

    [[nodiscard]] QString notes() const { return m_notes->text(); }

signals:
    void worked();         ///< what is shown belongs to the newest choice
    void otherRequested(); ///< another capture or session is to be chosen

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeChartCard(Exporter& exporter);
    QWidget* makeTableCard(Exporter& exporter);
    QWidget* makeChoice();
    void resetSpans();
    void work();
    void takeFindings();
    [[nodiscard]] Subcommand subcommand() const;
    void refresh();
    void showComparison(const Findings& found);
    [[nodiscard]] QString emptyText() const;
    void showStudies(std::shared_ptr<const Table> studies);
    [[nodiscard]] const Findings* findings() const;
    [[nodiscard]] FigureChart::Content content(const Findings& found) const;

    SnapshotPointer m_snapshot;
    std::shared_ptr<const OtherCaptures> m_other;
    Against m_against = Against::spans;
    View m_view = View::differences;
    std::optional<Dimension> m_dimension;
    TimeRange m_range; ///< of the capture that the spans were set for
    FindingsPointer m_findings;
    QFutureWatcher<FindingsPointer> m_watcher;

    SpanRow* m_spans;
    QWidget* m_otherRow;
    QLabel* m_otherName;
    QLabel* m_notes;
    FigureChart* m_chart;
    Card* m_chartCard;
    TableView* m_table;
    Card* m_tableCard;
    QButtonGroup* m_againstChoice = nullptr;
    QButtonGroup* m_viewChoice = nullptr;
    QButtonGroup* m_dimensionChoice = nullptr;
};

} // namespace sweepscope
