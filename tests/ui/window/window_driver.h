// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "support/test_files.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sweepscope::tests {

/// Settings in a folder of this program's own, for other tests run meanwhile and would take them
/// away or see them, and the same locale everywhere.
inline void setUpWindowTests() {
    static const QTemporaryDir settings;
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Settings::setUp();
    Settings::forgetAll();
    applyLook(Look::light);
}

/// A window, shown, that is told the telescope of the sample.
inline std::unique_ptr<MainWindow> windowForSample(const QSize& size = {}) {
    StartOptions options;
    options.telescope = parsePrefixes("203.0.112.0/20").value();
    auto window = std::make_unique<MainWindow>(options);
    if (size.isValid())
        window->resize(size);
    window->show();
    return window;
}

/// Does `act` and waits until the window shows the answer to it: not one about captures that are
/// still being read.
template <typename Act>
bool showsAnswerAfter(MainWindow& window, Act act) {
    QSignalSpy shown(&window, &MainWindow::snapshotShown);
    act();
    while (shown.wait(30'000)) {
        if (window.snapshot()->material.health != nullptr)
            return true;
    }
    return false;
}

/// What the command line says with these arguments, as JSON.
inline QJsonObject commandLineReport(const QStringList& arguments) {
    QProcess program;
    program.start(QString::fromStdString(builtProgram("sweepscope-cli")),
        QStringList({QStringLiteral("analyze"), QStringLiteral("--quiet"), QStringLiteral("--json"),
            QStringLiteral("-")}) +
            arguments);
    if (!program.waitForFinished(60'000))
        return {};
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

/// The arguments of the command that a file's provenance names.
inline QStringList commandArguments(const std::string& provenance) {
    const QString text = QString::fromStdString(provenance);
    const QString line = text.section(QStringLiteral("command: sweepscope-cli analyze "), 1, 1)
                             .section(QLatin1Char('\n'), 0, 0);
    return QProcess::splitCommand(line);
}

inline QString sampleCapture() {
    return QString::fromStdString(sourceFile("resources/sample/telescope-day.pcap.gz"));
}

} // namespace sweepscope::tests
