// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <QString>

namespace sweepscope {

/// A sentence of the core in the window's language, its numbers in the user's locale and its times
/// in the zone of display_zone.h.
QString displaySentence(const Sentence& sentence);

/// Several, one after the other: "the same tool (zmap); the same ports (23/tcp)".
QString displaySentences(const std::vector<Sentence>& sentences);

/// Notes, which begin in lower case and end without a stop, as whole sentences.
QString displayNotes(const std::vector<Sentence>& notes);

} // namespace sweepscope
