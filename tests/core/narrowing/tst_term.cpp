// SPDX-License-Identifier: GPL-3.0-or-later
#include "narrowing/narrowing.h"
#include "support/show.h"

#include <QTest>

#include <string>

using namespace sweepscope;

class TestTerm : public QObject {
    Q_OBJECT

private slots:
    void isReadBackAsWritten_data();
    void isReadBackAsWritten();
    void refusesWhatItIsNot_data();
    void refusesWhatItIsNot();
    void readsLists();
    void stepsInAndOut();
};

void TestTerm::isReadBackAsWritten_data() {
    QTest::addColumn<std::string>("text");
    for (const char* const text :
        {"port=23/tcp", "port=53/udp", "port=0/icmp", "port=65535", "country=NL", "country=??",
            "network=AS4134", "network=AS0", "tool=mirai", "tool=zmap-4.1-like", "tool=unknown",
            "size=small", "size=large", "coverage=0%..0.1%", "coverage=0.1%..1%", "coverage=10%..",
            "coverage=28%..29%", "source=198.51.100.0/24", "source=2001:db8::/32",
            "source=10.0.0.1/32", "time=2026-03-10T10:00:00Z..2026-03-10T11:00:00.000001Z"})
        QTest::newRow(text) << std::string(text);
}

void TestTerm::isReadBackAsWritten() {
    QFETCH(std::string, text);
    const Result<Term> term = parseTerm(text);
    QVERIFY2(term.ok(), term.ok() ? "" : term.error().message().c_str());
    const Result<Term> again = parseTerm(toText(term.value()));
    QVERIFY(again.ok());
    QVERIFY(again.value() == term.value());
    if (text.find("time") == std::string::npos) // moments are written with their decimals
        QCOMPARE(toText(term.value()), text);
}

void TestTerm::refusesWhatItIsNot_data() {
    QTest::addColumn<std::string>("text");
    for (const char* const text : {"", "port", "port=", "port=x", "port=65536", "port=-1",
             "port=23/", "port=23/sctp", "country=", "country=nl", "country=NLD",
             "network=", "network=AS", "network=x1", "network=4294967296", "tool=", "tool=zmapp",
             "size=huge", "coverage=1%", "coverage=2%..1%", "coverage=-1%..1%", "coverage=nan%..1%",
             "source=", "source=10.0.0.1/8", "source=10.0.0", "time=2026-03-10", "time=..",
             "time=2026-03-11..2026-03-10", "ports=23", "23", "=23"})
        QTest::newRow(text) << std::string(text);
}

void TestTerm::refusesWhatItIsNot() {
    QFETCH(std::string, text);
    const Result<Term> term = parseTerm(text);
    QVERIFY(!term.ok());
    QVERIFY(term.error().message().find("'" + text + "'") != std::string::npos);
}

void TestTerm::readsLists() {
    const auto terms = parseTerms("port=23/tcp,country=NL");
    QVERIFY(terms.ok());
    QCOMPARE(terms.value().size(), std::size_t{2});
    QVERIFY(terms.value()[0] == Term(PortTerm{Protocol::tcp, 23}));
    QVERIFY(terms.value()[1] == Term(CountryId::fromCode("NL")));
    QVERIFY(!parseTerms("port=23/tcp,").ok());
    QVERIFY(!parseTerms("").ok());
}

void TestTerm::stepsInAndOut() {
    const Term telnet = PortTerm{Protocol::tcp, 23};
    const Term ssh = PortTerm{Protocol::tcp, 22};
    const Term early = TimeRange{{0}, {100}};
    const Term late = TimeRange{{50}, {60}};
    Narrowing narrowing = Narrowing().withOnly(telnet).withOnly(ssh).withOnly(telnet);
    QCOMPARE(narrowing.only.size(), std::size_t{2});
    QVERIFY(narrowing.has(telnet) && narrowing.has(ssh));
    narrowing = narrowing.withOut(ssh);
    QVERIFY(!narrowing.has(ssh));
    QCOMPARE(narrowing.without.size(), std::size_t{1});
    narrowing = narrowing.withOnly(ssh);
    QVERIFY(narrowing.without.empty());
    narrowing = narrowing.withOnly(early).withOnly(late);
    QVERIFY(!narrowing.has(early) && narrowing.has(late));
    narrowing = narrowing.dropping(late).dropping(ssh).dropping(telnet);
    QVERIFY(narrowing.isEmpty());
}

QTEST_APPLESS_MAIN(TestTerm)
#include "tst_term.moc"
