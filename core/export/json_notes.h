// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/user_notes.h"

#include <nlohmann/json.hpp>

namespace sweepscope {

/// The notes of the user: `text`, and `sources` in order of address.
nlohmann::ordered_json notesJson(const UserNotes& notes);

} // namespace sweepscope
