// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_move.h"

#include <utility>

namespace sweepscope {

ThresholdMove::ThresholdMove(const QString& name, ThresholdSetting before, ThresholdSetting after,
    int gesture, bool isDone, Apply apply)
    : QUndoCommand(name)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_gesture(gesture)
    , m_isDone(isDone)
    , m_apply(std::move(apply)) {}

void ThresholdMove::redo() {
    if (!std::exchange(m_isDone, false))
        m_apply(m_after);
}

bool ThresholdMove::mergeWith(const QUndoCommand* later) {
    const auto& move = static_cast<const ThresholdMove&>(*later);
    if (move.m_gesture != m_gesture)
        return false;
    m_after = move.m_after;
    setObsolete(m_before == m_after); // back where it began: nothing to undo
    return true;
}

} // namespace sweepscope
