// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/notations.h"

#include "format/display_text.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace sweepscope {

ThresholdRow::Notation inUnit(const QString& unit, double least, double most) {
    return {[unit](double value) {
                const QString number = QLocale().toString(value, 'g', 12);
                return unit.isEmpty() ? number : number + QLatin1Char(' ') + unit;
            },
        [unit, least, most](const QString& text) -> std::optional<double> {
            const auto number = numberIn(text, unit);
            return number && *number >= least && *number <= most ? number : std::nullopt;
        }};
}

ThresholdRow::Notation targetsNotation(std::function<double()> telescopeAddresses) {
    return {[](double value) {
                return value < 0 ? QLocale().toString(-value, 'g', 12) + QStringLiteral(" %")
                                 : QLocale().toString(value, 'f', 0);
            },
        [](const QString& text) -> std::optional<double> {
            const bool isPercent = text.trimmed().endsWith(QLatin1Char('%'));
            const auto number = numberIn(text, isPercent ? QStringLiteral("%") : QString());
            if (!number || (isPercent && *number > 100))
                return std::nullopt;
            return isPercent ? -*number : std::floor(*number);
        },
        [addresses = std::move(telescopeAddresses)](
            double value) { return value < 0 ? -value / 100 * addresses() : value; }};
}

} // namespace sweepscope
