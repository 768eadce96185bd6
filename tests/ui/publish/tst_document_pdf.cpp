// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/study_report.h"
#include "export/study_document.h"
#include "export/svg_figures.h"
#include "publish/document_pdf.h"
#include "support/snapshots.h"
#include "support/test_files.h"

#include <QFile>
#include <QTest>

#include <string>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

int pagesOf(const QByteArray& pdf) {
    return static_cast<int>(pdf.count("/Type /Page\n"));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDocumentPdf : public QObject {
    Q_OBJECT

private slots:
    void theStudyBecomesPages();
    void longTablesGoOn();
    void whatCannotBeWritten();
};

void TestDocumentPdf::theStudyBecomesPages() {
    const TemporaryFolder folder;
    Asked asked;
    asked.telescope = "203.0.112.0/20";
    const auto snapshot = snapshotOf({sourceFile("resources/sample/telescope-day.pcap.gz")}, asked);
    const Document document = studyDocument(makeStudyReport(*snapshot), *snapshot, {});
    const QString path = QString::fromStdString(folder.path("study.pdf"));
    QVERIFY(writeDocumentPdf(document, path).ok());
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("%%EOF"));
    QVERIFY2(pagesOf(pdf) >= 3, qPrintable(QString::number(pagesOf(pdf))));
    QVERIFY(!pdf.contains("/Subtype /Image")); // vectors and text, no pictures
    QVERIFY(pdf.contains("/Font"));
}

void TestDocumentPdf::longTablesGoOn() {
    const TemporaryFolder folder;
    Document document;
    document.title = "long";
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 400; ++i)
        rows.push_back({"row", std::to_string(i)});
    document.table("caption", {"name", "number"}, rows);
    const QString path = QString::fromStdString(folder.path("long.pdf"));
    QVERIFY(writeDocumentPdf(document, path).ok());
    QVERIFY(pagesOf(contentOf(path)) >= 4);
}

void TestDocumentPdf::whatCannotBeWritten() {
    const TemporaryFolder folder;
    const Status status =
        writeDocumentPdf({}, QString::fromStdString(folder.path("none/study.pdf")));
    QVERIFY(!status.ok());
    QVERIFY(status.error().message().find("study.pdf") != std::string::npos);
}

QTEST_MAIN(TestDocumentPdf)
#include "tst_document_pdf.moc"
