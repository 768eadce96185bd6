// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QDateTimeEdit>
#include <QWidget>

#include <array>

namespace sweepscope {

/// Fields for two spans of time, A and B, to the second and in UTC. The end of a span does not
/// belong to it.
class SpanRow : public QWidget {
    Q_OBJECT

public:
    explicit SpanRow(QWidget* parent = nullptr);

    /// As if typed, without a signal.
    void set(const TimeRange& a, const TimeRange& b);

    /// A is [0], B is [1]. Empty where the end is not after the begin.
    [[nodiscard]] TimeRange span(std::size_t side) const;

signals:
    void changed();
    void halvesRequested();

private:
    QDateTimeEdit* makeField(const QString& name);

    std::array<QDateTimeEdit*, 2> m_from{};
    std::array<QDateTimeEdit*, 2> m_to{};
};

} // namespace sweepscope
