// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/hex_dump.h"

#include <QStringList>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr std::size_t kPerLine = 16;

QString lineOf(ByteSpan bytes, std::size_t offset) {
    QString hex;
    QString text;
    for (std::size_t i = 0; i < kPerLine; ++i) {
        if (i == kPerLine / 2)
            hex += QLatin1Char(' ');
        if (i >= bytes.size()) {
            hex += QStringLiteral("   ");
            continue;
        }
        hex += QStringLiteral("%1 ").arg(bytes[i], 2, 16, QLatin1Char('0'));
        const bool isPrintable = bytes[i] >= 0x20 && bytes[i] < 0x7f;
        text += isPrintable ? QLatin1Char(static_cast<char>(bytes[i])) : QLatin1Char('.');
    }
    return QStringLiteral("%1  %2 %3").arg(offset, 4, 16, QLatin1Char('0')).arg(hex, text);
}

} // namespace

QString hexDump(ByteSpan bytes) {
    QStringList lines;
    for (std::size_t offset = 0; offset < bytes.size(); offset += kPerLine)
        lines << lineOf(bytes.subspan(offset, std::min(kPerLine, bytes.size() - offset)), offset);
    return lines.join(QLatin1Char('\n'));
}

} // namespace sweepscope
