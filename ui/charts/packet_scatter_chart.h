// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_widget.h"
#include "tables/packet_table.h"

class QScatterSeries;

namespace sweepscope {

/// One dot a packet over time: how far its target is from the lowest one, its TTL, or the port it
/// came from. A sweep is a line, a random draw a cloud.
class PacketScatterChart final : public ChartWidget {
    Q_OBJECT

public:
    enum class Quantity { target, ttl, sourcePort };

    explicit PacketScatterChart(QWidget* parent = nullptr);

    void setPackets(FoundPacketsPointer found, const QColor& colour);
    void setQuantity(Quantity quantity);

    /// What is drawn: seconds after the first packet, and the quantity.
    [[nodiscard]] QList<QPointF> points() const;

    [[nodiscard]] std::shared_ptr<const Table> numbers() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

protected:
    [[nodiscard]] Band band() const override { return Band::time; }

    [[nodiscard]] bool isEmpty() const override {
        return m_found == nullptr || m_found->packets.empty();
    }

    void rebuild() override;
    void showZoom() override;

private:
    FoundPacketsPointer m_found;
    QColor m_colour;
    Quantity m_quantity = Quantity::target;
    QCategoryAxis* m_time;
    QCategoryAxis* m_values;
};

} // namespace sweepscope
