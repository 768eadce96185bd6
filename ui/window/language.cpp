// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/language.h"

#include "base/data_files.h"

#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace sweepscope {

void installLanguage(QCoreApplication& application, const QString& code) {
    QLocale locale = QLocale::system();
    if (!code.isEmpty() && QLocale(code).language() != locale.language())
        locale = QLocale(code);
    QLocale::setDefault(locale);
    // Qt's own first, so that the program's texts win.
    auto* const ofQt = new QTranslator(&application);
    if (ofQt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    const QString name =
        QStringLiteral("sweepscope_%1.qm").arg(locale.name().section(QLatin1Char('_'), 0, 0));
    auto file = findDataFile(name.toStdString());
    if (!file)
        file = findDataFile("sweepscope_en.qm"); // whose plurals every other language needs
    auto* const own = new QTranslator(&application);
    if (file && own->load(QString::fromStdString(*file)))
        QCoreApplication::installTranslator(own);
}

void retranslate(QWidget& widget) {
    QEvent change(QEvent::LanguageChange);
    const auto widgets = widget.findChildren<QWidget*>();
    for (QWidget* const each : widgets)
        QCoreApplication::sendEvent(each, &change);
}

} // namespace sweepscope
