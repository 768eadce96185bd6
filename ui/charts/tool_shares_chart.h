// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "tables/snapshot_tables.h"

class QBarCategoryAxis;

namespace sweepscope {

/// The share of each tool among all, small and large scans, and among their packets: one bar of 100
/// % each.
class ToolSharesChart final : public ChartWidget {
    Q_OBJECT

public:
    explicit ToolSharesChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

protected:
    [[nodiscard]] bool isEmpty() const override {
        return m_snapshot == nullptr || m_snapshot->tools.empty();
    }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    struct Bar {
        QString name;
        std::uint64_t (*of)(const ToolCount& count);
        std::optional<ScanSize> size = std::nullopt; ///< that its scans have
    };

    [[nodiscard]] static std::vector<Bar> bars();
    [[nodiscard]] std::uint64_t totalOf(const Bar& bar) const;

    /// A piece of a bar: which bar, which of the snapshot's tools.
    struct Piece {
        std::size_t bar;
        std::size_t tool;
    };

    /// A piece of a bar as it is drawn.
    struct DrawnPiece {
        QRectF place;
        std::size_t tool; ///< which of the snapshot's
        double share;
    };

    [[nodiscard]] std::vector<DrawnPiece> drawnPieces() const;
    [[nodiscard]] std::optional<Piece> pieceAt(const QPointF& position) const;
    [[nodiscard]] QRectF barRect(std::size_t bar) const;

    SnapshotPointer m_snapshot;
    QBarCategoryAxis* m_names;
    QCategoryAxis* m_share;
};

} // namespace sweepscope
