// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "tables/snapshot_tables.h"

#include <QPainterPath>

namespace sweepscope {

/// Countries coloured by their share, in five steps of one hue; countries without scans are empty,
/// those whose borders are not drawn at this scale are in the table alone. Outlines: Natural Earth
/// 1:110m, as longitudes and latitudes in a plain grid. A click narrows to the country.
class WorldMap final : public ChartWidget {
    Q_OBJECT

public:
    explicit WorldMap(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot);
    void setWeight(Weight weight);

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    [[nodiscard]] std::vector<Term> termsIn(const QRectF& area) const override;
    [[nodiscard]] std::vector<QRectF> spots() const override;
    [[nodiscard]] QString textAt(const QPointF& place) const override;

    /// A point within a country, in widget coordinates; nothing where it is not drawn.
    [[nodiscard]] std::optional<QPointF> pointIn(CountryId country) const;

protected:
    void rebuild() override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    [[nodiscard]] QTransform toWidget() const;
    [[nodiscard]] std::optional<CountryId> countryAt(const QPointF& position) const;
    [[nodiscard]] QColor colourOf(CountryId country) const;

    SnapshotPointer m_snapshot;
    Weight m_weight = Weight::scans;
    std::vector<CountryShare> m_ranked;
    std::vector<double> m_shares; ///< by number of the country
};

} // namespace sweepscope
