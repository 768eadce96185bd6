// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "exit_code.h"
#include "gui_export.h"
#include "gui_options.h"
#include "style/theme.h"
#include "window/language.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QApplication>
#include <QLocale>

int main(int argc, char** argv) {
    using namespace sweepscope;
    // Read before there is any window, so that help and exports need no display.
    const GuiCommandLine line = parseGuiCommandLine(argc, argv);
    if (!line.options)
        return line.exitCode;
    if (!line.options->exportFolder.isEmpty())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QLatin1String(kProgramVersion));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.sweepscope.Sweepscope"));
    Settings::setUp();
    if (line.options->resetSettings)
        Settings::forgetAll();
    const bool isExport = !line.options->exportFolder.isEmpty();
    // A report is the same on every desktop, unless another language is asked for.
    const QString fallback = isExport ? QStringLiteral("en") : Settings::language();
    const QString& language = line.options->language;
    installLanguage(application, language.isEmpty() ? fallback : language);
    if (isExport) {
        QLocale::setDefault(language.isEmpty() ? QLocale(QLocale::English, QLocale::UnitedStates)
                                               : QLocale(language));
        applyLook(Look::light);
        return exportReport(*line.options);
    }
    setTextSize(Settings::textSize());
    applyColours(Settings::look());
    MainWindow window(line.options->start);
    applyStyleSheet();
    window.show();
    return QApplication::exec();
}
