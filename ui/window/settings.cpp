// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace sweepscope {

namespace {
constexpr int kMostRecent = 10;
constexpr int kSchema = 1; ///< of the file; another one is left alone
} // namespace

void Settings::setUp() {
    QCoreApplication::setOrganizationName(QStringLiteral("Sweepscope"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("sweepscope.org"));
    QCoreApplication::setApplicationName(QStringLiteral("Sweepscope"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings settings;
    const QVariant schema = settings.value(QStringLiteral("schema"));
    if (schema.toInt() == kSchema)
        return; // written already, which a start need not wait for
    if (schema.isValid())
        settings.clear();
    settings.setValue(QStringLiteral("schema"), kSchema);
}

void Settings::forgetAll() {
    QSettings().clear();
}

QString Settings::fileName() {
    return QSettings().fileName();
}

QByteArray Settings::geometry() {
    return QSettings().value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Settings::windowState() {
    return QSettings().value(QStringLiteral("window/state")).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), geometry);
    settings.setValue(QStringLiteral("window/state"), state);
}

QStringList Settings::recentFiles() {
    QStringList files = QSettings().value(QStringLiteral("recentFiles")).toStringList();
    files.removeAll(QString());
    return files.mid(0, kMostRecent);
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(QStringLiteral("recentFiles"), files.mid(0, kMostRecent));
}

void Settings::clearRecentFiles() {
    QSettings().remove(QStringLiteral("recentFiles"));
}

Look Settings::look() {
    const QString name = QSettings().value(QStringLiteral("look")).toString();
    if (name == QLatin1String("light"))
        return Look::light;
    return name == QLatin1String("dark") ? Look::dark : Look::system;
}

void Settings::setLook(Look look) {
    const char* const name =
        look == Look::light ? "light" : (look == Look::dark ? "dark" : "system");
    QSettings().setValue(QStringLiteral("look"), QLatin1String(name));
}

int Settings::textSize() {
    bool isNumber = false;
    const int percent = QSettings().value(QStringLiteral("textSize")).toInt(&isNumber);
    const bool isKnown =
        std::find(kTextSizes.begin(), kTextSizes.end(), percent) != kTextSizes.end();
    return isNumber && isKnown ? percent : 100;
}

void Settings::setTextSize(int percent) {
    QSettings().setValue(QStringLiteral("textSize"), percent);
}

DisplayZone Settings::zone() {
    return QSettings().value(QStringLiteral("zone")).toString() == QLatin1String("local")
               ? DisplayZone::local
               : DisplayZone::utc;
}

void Settings::setZone(DisplayZone zone) {
    QSettings().setValue(
        QStringLiteral("zone"), QLatin1String(zone == DisplayZone::local ? "local" : "utc"));
}

/// Only codes of languages that there are: others are as if nothing were chosen.
QString Settings::language() {
    const QString code = QSettings().value(QStringLiteral("language")).toString();
    return code == QLatin1String("en") || code == QLatin1String("de") ? code : QString();
}

void Settings::setLanguage(const QString& code) {
    QSettings().setValue(QStringLiteral("language"), code);
}

QString Settings::rulesFile() {
    return QSettings().value(QStringLiteral("rulesFile")).toString();
}

void Settings::setRulesFile(const QString& path) {
    QSettings().setValue(QStringLiteral("rulesFile"), path);
}

QString Settings::profilesFile() {
    return QFileInfo(fileName()).dir().filePath(QStringLiteral("profiles.toml"));
}

QStringList Settings::scannerLists() {
    QStringList paths = QSettings().value(QStringLiteral("scannerLists")).toStringList();
    paths.removeAll(QString());
    return paths;
}

void Settings::setScannerLists(const QStringList& paths) {
    QSettings().setValue(QStringLiteral("scannerLists"), paths);
}

QStringList Settings::geoDatabases() {
    QStringList paths = QSettings().value(QStringLiteral("geoDatabases")).toStringList();
    paths.removeAll(QString());
    return paths;
}

void Settings::setGeoDatabases(const QStringList& paths) {
    QSettings().setValue(QStringLiteral("geoDatabases"), paths);
}

std::uint64_t Settings::memoryCeiling() {
    return QSettings().value(QStringLiteral("memoryCeiling")).toULongLong();
}

void Settings::setMemoryCeiling(std::uint64_t bytes) {
    QSettings().setValue(QStringLiteral("memoryCeiling"), qulonglong{bytes});
}

QString Settings::ownEvents() {
    return QSettings().value(QStringLiteral("ownEvents")).toString();
}

void Settings::setOwnEvents(const QString& path) {
    QSettings().setValue(QStringLiteral("ownEvents"), path);
}

QString Settings::lastFolder() {
    const QString folder = QSettings().value(QStringLiteral("lastFolder")).toString();
    return folder.isEmpty() ? QDir::homePath() : folder;
}

void Settings::setLastFolder(const QString& path) {
    QSettings().setValue(QStringLiteral("lastFolder"), path);
}

} // namespace sweepscope
