// SPDX-License-Identifier: GPL-3.0-or-later
// The file of settings: what is wrong in it, and when it is written.
#include "publish/figure_settings.h"
#include "window/settings.h"
#include "window_driver.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

using namespace sweepscope;
using namespace sweepscope::tests;

class TestSettings : public QObject {
    Q_OBJECT

private slots:

    void init() { setUpWindowTests(); }

    void wrongSettingsAreAsIfAbsent();
    void aStartWritesNoSettings();
};

void TestSettings::wrongSettingsAreAsIfAbsent() {
    QSettings settings;
    settings.setValue(QStringLiteral("zone"), QStringLiteral("mars"));
    settings.setValue(QStringLiteral("language"), QStringLiteral("../../x"));
    settings.setValue(QStringLiteral("export/width"), QStringLiteral("wide"));
    settings.setValue(QStringLiteral("export/dpi"), -1);
    settings.sync();
    QCOMPARE(Settings::zone(), DisplayZone::utc);
    QCOMPARE(Settings::language(), QString());
    QCOMPARE(FigureChoice::remembered().spec, FigureSpec());
    settings.setValue(QStringLiteral("schema"), 99);
    settings.sync();
    Settings::setUp();
    QVERIFY(!QSettings().contains(QStringLiteral("zone")));
}

/// Each writing waits for the disk.
void TestSettings::aStartWritesNoSettings() {
    Settings::setUp();
    QSettings().sync();
    const QString path = Settings::fileName();
    const QDateTime longAgo(QDate(2001, 1, 1), QTime(0, 0));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
    file.close();
    Settings::setUp();
    QSettings().sync();
    QCOMPARE(QFileInfo(path).lastModified(), longAgo);
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
