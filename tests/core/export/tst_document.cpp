// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/document.h"
#include "export/study_document.h"
#include "export/svg_canvas.h"
#include "export/svg_figures.h"
#include "support/show.h"
#include "support/small_scene.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

/// The texts of a well-formed SVG, or nothing where it is none.
QStringList textsOf(const std::string& svg) {
    QXmlStreamReader reader(QString::fromStdString(svg));
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QLatin1String("text"))
            texts.push_back(reader.readElementText());
    }
    return reader.hasError() ? QStringList() : texts;
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void markupIsMadeHarmless();
    void figuresAreWellFormed();
    void emptyFiguresAreToo();
    void thePageNeedsNothingElse();
    void theStudySaysWhatIsLeftOut();
};

void TestDocument::markupIsMadeHarmless() {
    QCOMPARE(escapeMarkup("<b a=\"1\">&\x01 \xc3\xa9"),
        std::string("&lt;b a=&quot;1&quot;&gt;&amp; \xc3\xa9"));
    Document document;
    document.title = "<script>alert(1)</script>";
    document.heading("</h2><img src=x>");
    document.table("<i>", {"<u>"}, {{"<s>"}});
    const std::string html = htmlOf(document);
    for (const char* tag : {"<script", "<img", "<i>", "<u>", "<s>"})
        QVERIFY2(html.find(tag) == std::string::npos, tag);
}

void TestDocument::figuresAreWellFormed() {
    StackedBars bars{"title & more", "scans", {"a", "b"}, {{"<row>", {1, 2}}}, false, true};
    QVERIFY(textsOf(drawFigure(bars)).contains(QStringLiteral("<row>")));
    QVERIFY(textsOf(drawFigure(bars)).contains(QStringLiteral("3")));
    Curves curves;
    curves.curves = {{"one", {{1, 0.2}, {10, 0.7}}, false}, {"two", {{5, 0.5}}, true}};
    curves.isShare = true;
    curves.marks = {{5, "here"}};
    curves.xTicks = {{5, "five"}, {500, "outside"}};
    const QStringList texts = textsOf(drawFigure(curves));
    for (const char* text : {"one", "two", "here", "five", "100 %"})
        QVERIFY2(texts.contains(QLatin1String(text)), text);
    QVERIFY(!texts.contains(QStringLiteral("outside")));
    const Slopes slopes{"s", "A", "B", {{"up", 2, 1, false}, {"gone", 1, std::nullopt, false}}};
    QVERIFY(textsOf(drawFigure(slopes)).contains(QStringLiteral("gone  1")));
    const DifferenceBars differences{"d", "points", {{"x", 0.1, 0.05, 0.2, false}}};
    QVERIFY(textsOf(drawFigure(differences)).contains(QStringLiteral("x")));
}

void TestDocument::emptyFiguresAreToo() {
    for (const std::string& svg : {drawFigure(StackedBars{}), drawFigure(Curves{}),
             drawFigure(Slopes{}), drawFigure(DifferenceBars{})}) {
        QVERIFY(svg.starts_with("<svg"));
        QVERIFY2(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos,
            svg.c_str());
    }
}

void TestDocument::thePageNeedsNothingElse() {
    const TemporaryFolder folder;
    const auto snapshot = smallSnapshot(folder);
    const std::string html = htmlOf(studyDocument(makeStudyReport(*snapshot), *snapshot, {}));
    QCOMPARE(countOf(html, "://"), countOf(html, "xmlns=\"http://www.w3.org/2000/svg\""));
    for (const char* part : {"<script", "<link", "@import", "url(", " src=", "href="})
        QVERIFY2(html.find(part) == std::string::npos, part);
}

void TestDocument::theStudySaysWhatIsLeftOut() {
    const TemporaryFolder folder;
    const auto snapshot = smallSnapshot(folder);
    const std::string html = htmlOf(studyDocument(makeStudyReport(*snapshot), *snapshot, {}));
    QVERIFY(html.find("Left out") != std::string::npos);
    QVERIFY(html.find("4 scans under these thresholds") != std::string::npos);
    QVERIFY(html.find("contaminated") != std::string::npos);
    QVERIFY(html.find("192.0.2.0/28") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
