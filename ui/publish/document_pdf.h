// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "export/document.h"

#include <QString>

namespace sweepscope {

/// Writes a document as PDF, whole or not at all: A4, numbered pages, text as text and figures as
/// vectors. May be called on any thread.
Status writeDocumentPdf(const Document& document, const QString& path);

} // namespace sweepscope
