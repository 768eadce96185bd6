// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "tables/statistics_tables.h"

namespace sweepscope {

/// Where every frame ended up: one bar of 100 %, a piece for each bin that has frames.
class AccountsChart final : public ChartWidget {
    Q_OBJECT

public:
    explicit AccountsChart(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

signals:
    void accountClicked(sweepscope::Account account);

protected:
    [[nodiscard]] bool isEmpty() const override { return accounts().empty(); }

    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void choose(const QPointF& place) override;

private:
    [[nodiscard]] std::vector<Account> accounts() const; ///< that have frames
    [[nodiscard]] double shareOf(Account account) const;
    [[nodiscard]] std::optional<Account> accountAt(const QPointF& position) const;

    SnapshotPointer m_snapshot;
    QCategoryAxis* m_name;
    QCategoryAxis* m_share;
};

} // namespace sweepscope
