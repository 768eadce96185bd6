// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/display_text.h"

#include "format/display_zone.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace sweepscope {

namespace {

constexpr QChar kUnitSpace = QChar::Nbsp; ///< Qt breaks lines at all narrower ones

struct Unit {
    double size;
    const char* suffix;
};

QString translated(const char* text) {
    return QCoreApplication::translate("display", text);
}

/// Three digits that matter, without an exponent and without trailing zeros.
QString threeDigits(double number) {
    if (number == 0)
        return QLocale().toString(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(number))));
    const int decimals = std::clamp(2 - magnitude, 0, 8);
    QString text = QLocale().toString(number, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(static_cast<int>(point.size()));
    }
    return text;
}

template <std::size_t count>
QString inUnits(double number, const std::array<Unit, count>& units) {
    for (const Unit& unit : units) {
        if (std::abs(number) >= unit.size)
            return threeDigits(number / unit.size) + kUnitSpace + translated(unit.suffix);
    }
    return threeDigits(number);
}

constexpr std::array kLarge = {Unit{1e12, QT_TRANSLATE_NOOP("display", "T")},
    Unit{1e9, QT_TRANSLATE_NOOP("display", "G")}, Unit{1e6, QT_TRANSLATE_NOOP("display", "M")}};
constexpr std::array kByteUnits = {
    Unit{1e12, "TB"}, Unit{1e9, "GB"}, Unit{1e6, "MB"}, Unit{1e3, "kB"}};
constexpr std::array kTimeUnits = {Unit{365.25 * 86400, QT_TRANSLATE_NOOP("display", "years")},
    Unit{2 * 86400, QT_TRANSLATE_NOOP("display", "days")}};

} // namespace

QString displayCount(std::uint64_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

int pluralOf(std::uint64_t number) {
    // Some languages look at the last digits: those stay.
    constexpr std::uint64_t kMost = 1'000'000;
    return static_cast<int>(number < kMost ? number : kMost + number % kMost);
}

QString displayShort(std::uint64_t number) {
    constexpr std::uint64_t kWhole = 100'000;
    if (number < kWhole)
        return displayCount(number);
    constexpr std::array kUnits = {
        kLarge[0], kLarge[1], kLarge[2], Unit{1e3, QT_TRANSLATE_NOOP("display", "k")}};
    const auto value = static_cast<double>(number);
    for (const Unit& unit : kUnits) {
        if (value >= unit.size)
            return QLocale().toString(value / unit.size, 'f', 1) + kUnitSpace +
                   translated(unit.suffix);
    }
    return displayCount(number);
}

QString displayNumber(double number) {
    if (!std::isfinite(number))
        return QStringLiteral("–");
    if (number != 0 && std::abs(number) < 1e-8)
        return QLocale().toString(number, 'g', 2);
    return inUnits(number, kLarge);
}

QString displayShare(double share) {
    const double percent = share * 100;
    constexpr double kLeast = 0.001; // what three decimals tell from nothing
    if (percent > 0 && percent < kLeast / 2)
        return QStringLiteral("< ") + displayShare(kLeast / 100);
    const int decimals = percent != 0 && std::abs(percent) < 0.1 ? 3 : 1;
    return QLocale().toString(percent, 'f', decimals) + kUnitSpace + QLatin1Char('%');
}

QString displayTick(double share) {
    return QLocale().toString(share * 100) + kUnitSpace + QLatin1Char('%');
}

QString displayTime(Timestamp time) {
    return inDisplayZone(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString displayInstant(Timestamp time) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    const std::int64_t part = (time.nanoseconds % kSecond + kSecond) % kSecond;
    if (part == 0)
        return displayTime(time);
    QString digits = QString::number(part).rightJustified(9, QLatin1Char('0'));
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    return displayTime(time) + QLocale().decimalPoint() + digits;
}

QString displayDuration(Duration duration) {
    const double seconds = duration.inSeconds();
    for (const Unit& unit : kTimeUnits) {
        if (seconds >= unit.size) {
            const double divisor = unit.size > 1e7 ? unit.size : 86400;
            return threeDigits(seconds / divisor) + kUnitSpace + translated(unit.suffix);
        }
    }
    if (seconds >= 7200)
        return threeDigits(seconds / 3600) + kUnitSpace + translated("h");
    if (seconds >= 600)
        return threeDigits(seconds / 60) + kUnitSpace + translated("min");
    return threeDigits(seconds) + kUnitSpace + translated("s");
}

QString displayBytes(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    return bytes < 1000 ? displayCount(bytes) + kUnitSpace + QLatin1Char('B')
                        : inUnits(value, kByteUnits);
}

QString displayCell(const Cell& cell, Format format) {
    if (const auto* const text = std::get_if<std::string>(&cell))
        return coreText(*text);
    if (const auto* const time = std::get_if<Timestamp>(&cell))
        return format == Format::instant ? displayInstant(*time) : displayTime(*time);
    if (const auto* const count = std::get_if<std::uint64_t>(&cell))
        return format == Format::port ? QString::number(*count) : displayCount(*count);
    if (const auto* const number = std::get_if<double>(&cell)) {
        if (format == Format::share)
            return displayShare(*number);
        return format == Format::duration ? displayDuration(Duration::fromSeconds(*number))
                                          : displayNumber(*number);
    }
    return {};
}

std::optional<double> numberIn(QString text, const QString& unit) {
    text = text.trimmed();
    if (!unit.isEmpty() && text.endsWith(unit))
        text.chop(unit.size());
    text.remove(QLocale().groupSeparator());
    bool isNumber = false;
    double number = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

QString fromCore(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString coreText(std::string_view text) {
    return QCoreApplication::translate("core", std::string(text).c_str());
}

} // namespace sweepscope
