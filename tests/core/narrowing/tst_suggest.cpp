// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/suggest.h"
#include "support/show.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace sweepscope;

namespace {

SourceOrigins origins() {
    SourceOrigins origins;
    origins.networks = {{}, {4134, "Chinanet"}, {23, "Twenty-Three Ltd"}, {3333, "RIPE NCC"}};
    return origins;
}

std::string firstFor(const char* text) {
    const auto terms = suggestTerms(text, origins());
    return terms.empty() ? "nothing" : toText(terms.front());
}

bool isOffered(const char* text, const char* term) {
    const auto terms = suggestTerms(text, origins());
    return std::any_of(
        terms.begin(), terms.end(), [&](const Term& each) { return toText(each) == term; });
}

} // namespace

class TestSuggest : public QObject {
    Q_OBJECT

private slots:
    void likeliestComesFirst_data();
    void likeliestComesFirst();
    void offersOthersToo();
    void offersOnlyWhatFits();
};

void TestSuggest::likeliestComesFirst_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::string>("term");
    const auto row = [](const char* text, const char* term) {
        QTest::newRow(text) << QString::fromLatin1(text) << std::string(term);
    };
    row("198.51.100.7", "source=198.51.100.7/32");
    row("10.0.0.0/8", "source=10.0.0.0/8");
    row("198.51", "source=198.51.0.0/16");
    row("198.51.", "source=198.51.0.0/16");
    row("2001:db8::/32", "source=2001:db8::/32");
    row("23", "port=23");
    row("23/udp", "port=23/udp");
    row("ssh", "port=22/tcp");
    row("  SSH ", "port=22/tcp");
    row("nl", "country=NL");
    row("Netherlands", "country=NL");
    row("nether", "country=NL");
    row("AS4134", "network=AS4134");
    row("4134", "port=4134");
    row("chinanet", "network=AS4134");
    row("ripe", "network=AS3333");
    row("mirai", "tool=mirai");
    row("zmap", "tool=zmap");
    row("large", "size=large");
    row("", "nothing");
    row("   ", "nothing");
    row("xyzzy", "nothing");
    row("999.1.1.1", "nothing");
}

void TestSuggest::likeliestComesFirst() {
    QFETCH(QString, text);
    QFETCH(std::string, term);
    QCOMPARE(firstFor(text.toUtf8().constData()), term);
}

void TestSuggest::offersOthersToo() {
    QVERIFY(isOffered("23", "port=23/tcp"));
    QVERIFY(isOffered("23", "port=23/udp"));
    QVERIFY(isOffered("23", "network=AS23"));
    QVERIFY(isOffered("zmap", "tool=zmap-4.1-like"));
    QVERIFY(isOffered("ncc", "network=AS3333"));
    QVERIFY(isOffered("states", "country=US"));
}

void TestSuggest::offersOnlyWhatFits() {
    for (const Term& term : suggestTerms("an", origins(), 3)) {
        if (const auto* const country = std::get_if<CountryId>(&term))
            QVERIFY(QString::fromStdString(nameOf(*country))
                        .contains(QStringLiteral("an"), Qt::CaseInsensitive));
    }
    QVERIFY(suggestTerms("a", origins(), 2).size() <= std::size_t{2} * 6);
}

QTEST_APPLESS_MAIN(TestSuggest)
#include "tst_suggest.moc"
