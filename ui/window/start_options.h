// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "capture/frame_filter.h"
#include "fingerprint/user_rules.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace sweepscope {

/// What the program is started with.
struct StartOptions {
    QStringList captures;
    QStringList geo;           ///< databases in place of those of the settings
    QStringList knownScanners; ///< lists besides those of the settings
    PrefixSet telescope;
    std::optional<double> telescopeAddresses;
    std::shared_ptr<const FrameFilter> filter;
    std::shared_ptr<const UserRules> userRules; ///< to test packets on besides; null: none
    std::string rulesPath;                      ///< where those were read from
    bool entersTunnels = false;
    std::uint64_t memoryCeiling = 0; ///< bytes; 0: as the settings say
    QString profile;
    QString profilesFile; ///< the user's own; empty: where the window keeps them
};

} // namespace sweepscope
