// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sweepscope {

/// Gives the system back what was freed and lies unused between what is still held. The allocator
/// keeps it for itself otherwise, so that the most that was ever needed counts as in use for ever.
/// Takes a few milliseconds: for the end of a large work. Does nothing where there is no way to.
void giveBackFreeMemory();

} // namespace sweepscope
