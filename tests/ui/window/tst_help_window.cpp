// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_files.h"
#include "window/help_window.h"

#include <QDir>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace sweepscope;

class TestHelpWindow : public QObject {
    Q_OBJECT

private slots:
    void everyPageIsThere();
    void linksLeadSomewhere();
    void followsLinksBetweenPages();
    void picturesFit();
    void escapeCloses();
};

void TestHelpWindow::everyPageIsThere() {
    HelpWindow help;
    QVERIFY(help.contents().count() >= 6);
    for (int row = 0; row < help.contents().count(); ++row) {
        help.contents().setCurrentRow(row);
        const QString text = help.browser().toPlainText();
        QVERIFY2(text.size() > 500, qPrintable(text));
    }
}

/// Every page and picture that a page of docs/ links to exists.
void TestHelpWindow::linksLeadSomewhere() {
    const QDir docs(QString::fromStdString(tests::sourceFile("docs")));
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#:]+)\\)"));
    int links = 0;
    for (const QString& name : docs.entryList({QStringLiteral("*.md")})) {
        QFile page(docs.filePath(name));
        QVERIFY(page.open(QIODevice::ReadOnly));
        auto found = link.globalMatch(QString::fromUtf8(page.readAll()));
        while (found.hasNext()) {
            const QString target = found.next().captured(1);
            QVERIFY2(docs.exists(target), qPrintable(name + QStringLiteral(": ") + target));
            ++links;
        }
    }
    QVERIFY(links > 3);
}

void TestHelpWindow::followsLinksBetweenPages() {
    HelpWindow help;
    help.showPage(QStringLiteral("tutorial.md"));
    const QString before = help.browser().toPlainText();
    emit help.browser().anchorClicked(QUrl(QStringLiteral("tools.md")));
    QCOMPARE(
        help.contents().currentItem()->data(Qt::UserRole).toString(), QStringLiteral("tools.md"));
    QVERIFY(help.browser().toPlainText() != before);
}

/// The pictures of the tutorial are 1440 pixels wide.
void TestHelpWindow::picturesFit() {
    HelpWindow help;
    help.showPage(QStringLiteral("tutorial.md"));
    help.show();
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    const auto pictureWidth = [&] {
        const auto picture = help.browser().document()->resource(
            QTextDocument::ImageResource, QUrl(QStringLiteral("pictures/overview-light.png")));
        const auto image = picture.value<QImage>();
        return image.width() / image.devicePixelRatio();
    };
    for (const int width : {960, 700, 1200}) {
        help.resize(width, 680);
        QTRY_VERIFY(help.browser().viewport()->width() > width - 400);
        QTRY_VERIFY(pictureWidth() <= help.browser().viewport()->width());
        QVERIFY(pictureWidth() > help.browser().viewport()->width() - 60);
    }
}

void TestHelpWindow::escapeCloses() {
    HelpWindow help;
    help.show();
    help.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    QTest::keyClick(&help, Qt::Key_Escape);
    QTRY_VERIFY(!help.isVisible());
}

QTEST_MAIN(TestHelpWindow)
#include "tst_help_window.moc"
