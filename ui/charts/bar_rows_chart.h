// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"

#include <functional>

namespace sweepscope {

/// A piece of a row's bar.
struct BarPiece {
    QString name;
    QColor colour;
    double value = 0;
    std::vector<Term> terms; ///< that a click on it narrows by
};

struct BarRow {
    QString name;
    QString note; ///< below the name, quieter
    std::vector<BarPiece> pieces;
    std::vector<Term> terms; ///< of the row as a whole
};

/// Everything that the chart draws. Values are counts, or shares of one.
struct BarRows {
    QString title; ///< for screen readers
    std::vector<BarRow> rows;
    std::vector<LegendEntry> legend;
    bool isShare = false;
};

/// Rows of horizontal bars with a name before and a figure behind: pieces in one line (as long as
/// their sum, or all rows as long as another), or one below the other, where the scale may also be
/// logarithmic. A logarithmic scale begins at a half; what is zero has no bar there, and says 0.
class BarRowsChart final : public ChartWidget {
    Q_OBJECT

public:
    enum class Arrangement { stacked, filled, grouped, logarithmic };
    using Make = std::function<BarRows()>;

    explicit BarRowsChart(QWidget* parent = nullptr);

    /// `make` gives the rows in the colours of the present theme; it is asked again when that
    /// changes. `numbers` is the table behind the chart.
    void show(Make make, std::shared_ptr<const Table> numbers);
    void setArrangement(Arrangement arrangement);

    [[nodiscard]] const BarRows& rows() const { return m_rows; }

    /// Where a piece is drawn, in widget coordinates.
    [[nodiscard]] QRectF pieceRect(std::size_t row, std::size_t piece) const;

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override { return m_numbers; }

    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override { return m_rows.legend; }

    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    [[nodiscard]] bool isEmpty() const override { return m_rows.rows.empty(); }

    [[nodiscard]] Band band() const override { return Band::rows; }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    [[nodiscard]] bool isStacked() const;
    [[nodiscard]] std::size_t shownRows() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    [[nodiscard]] double sumOf(const BarRow& row) const;
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] QString textOf(double value) const;
    [[nodiscard]] QString tickText(double value) const;
    [[nodiscard]] std::vector<double> ticks() const;
    void drawScale(QPainter& painter) const;
    void drawRow(QPainter& painter, std::size_t row) const;
    void drawFigure(
        QPainter& painter, std::size_t row, std::size_t piece, const QString& text) const;

    Make m_make;
    BarRows m_rows;
    std::shared_ptr<const Table> m_numbers;
    Arrangement m_arrangement = Arrangement::stacked;
    double m_most = 1; ///< that the scale must hold
};

} // namespace sweepscope
