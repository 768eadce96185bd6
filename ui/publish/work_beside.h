// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

namespace sweepscope {

/// Does work that must not touch the window on another thread, and returns when it is done. The
/// window goes on drawing meanwhile and takes no keys or clicks; those come later. On the window's
/// thread.
Status workBeside(const std::function<Status()>& work);

} // namespace sweepscope
