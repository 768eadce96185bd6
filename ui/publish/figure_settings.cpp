// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/figure_settings.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <array>

namespace sweepscope {

namespace {

constexpr std::array kUnits = {"pixels", "millimetres"};
constexpr std::array kStyles = {"screen", "print", "grey"};
constexpr std::array kFormats = {"png", "svg", "pdf"};

/// A word of a list by its place in an enumeration; the first where it is none of them.
template <typename T, std::size_t count>
T wordIn(const QSettings& settings, const char* key, const std::array<const char*, count>& words) {
    const QString word = settings.value(QLatin1String(key)).toString();
    for (std::size_t i = 0; i < count; ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<T>(i);
    }
    return T{};
}

} // namespace

FigureChoice FigureChoice::remembered() {
    const QSettings settings;
    FigureChoice choice;
    FigureSpec spec;
    spec.unit = wordIn<FigureSpec::Unit>(settings, "export/unit", kUnits);
    spec.style = wordIn<FigureSpec::Style>(settings, "export/style", kStyles);
    choice.format = wordIn<FigureFormat>(settings, "export/format", kFormats);
    spec.width = settings.value(QStringLiteral("export/width"), spec.width).toDouble();
    spec.height = settings.value(QStringLiteral("export/height"), spec.height).toDouble();
    spec.dpi = settings.value(QStringLiteral("export/dpi"), spec.dpi).toDouble();
    spec.hasTitle = settings.value(QStringLiteral("export/title"), spec.hasTitle).toBool();
    spec.hasFooter = settings.value(QStringLiteral("export/footer"), spec.hasFooter).toBool();
    if (spec.problem().isEmpty())
        choice.spec = spec;
    return choice;
}

void FigureChoice::remember() const {
    QSettings settings;
    const auto set = [&](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    set("export/unit", QLatin1String(kUnits[static_cast<std::size_t>(spec.unit)]));
    set("export/style", QLatin1String(kStyles[static_cast<std::size_t>(spec.style)]));
    set("export/format", QLatin1String(kFormats[static_cast<std::size_t>(format)]));
    set("export/width", spec.width);
    set("export/height", spec.height);
    set("export/dpi", spec.dpi);
    set("export/title", spec.hasTitle);
    set("export/footer", spec.hasFooter);
}

QString exportFolder() {
    const QString folder = QSettings().value(QStringLiteral("export/folder")).toString();
    return !folder.isEmpty() && QDir(folder).exists()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void setExportFolder(const QString& folder) {
    QSettings().setValue(QStringLiteral("export/folder"), folder);
}

} // namespace sweepscope
