// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scans/thresholds.h"

#include <QString>
#include <QUndoCommand>

#include <functional>

namespace sweepscope {

/// What the threshold panel stands at: thresholds, and the profile that they began with.
struct ThresholdSetting {
    QString profile;
    Thresholds thresholds;
    bool isChanged = false; ///< a threshold differs from the profile's

    bool operator==(const ThresholdSetting&) const = default;
};

/// A move from one setting to another, to be undone and done again. Moves of one gesture, such as
/// all those of a drag, are one.
class ThresholdMove : public QUndoCommand {
public:
    using Apply = std::function<void(const ThresholdSetting& setting)>;

    /// `gesture`: moves with the same number that follow one another are merged. `isDone`: the
    /// panel stands at `after` already.
    ThresholdMove(const QString& name, ThresholdSetting before, ThresholdSetting after, int gesture,
        bool isDone, Apply apply);

    void undo() override { m_apply(m_before); }

    void redo() override;

    [[nodiscard]] int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* later) override;

private:
    ThresholdSetting m_before;
    ThresholdSetting m_after;
    int m_gesture;
    bool m_isDone;
    Apply m_apply;
};

} // namespace sweepscope
