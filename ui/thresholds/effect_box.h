// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QFrame>
#include <QLabel>

#include <memory>

namespace sweepscope {

/// What the thresholds make: the number of scans, its parts, and what the last move changed:
/// "+212 scans, +1.2 %".
class EffectBox : public QFrame {
    Q_OBJECT

public:
    explicit EffectBox(QWidget* parent = nullptr);

    /// As before any answer.
    void clear();

    /// `before`: the answer that the last move began from; null for none.
    void show(const Snapshot& snapshot, const std::shared_ptr<const Snapshot>& before);

    [[nodiscard]] QString differenceText() const { return m_difference->text(); }

private:
    QLabel* m_scans;
    QLabel* m_unit; ///< "scans"
    QLabel* m_difference;
    QLabel* m_parts;
};

/// "+212 scans, +1.2 %"; empty where nothing changed.
QString differenceText(std::uint64_t before, std::uint64_t after);

} // namespace sweepscope
