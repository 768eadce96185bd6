// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/port_id.h"
#include "support/show.h"

#include <QTest>

using namespace sweepscope;

class TestPortId : public QObject {
    Q_OBJECT

private slots:
    void readsWhatItWrites();
    void refusesWhatIsNoPort_data();
    void refusesWhatIsNoPort();
};

void TestPortId::readsWhatItWrites() {
    for (const PortId port : {PortId{Protocol::tcp, 80}, PortId{Protocol::udp, 65535},
             PortId{Protocol::icmp, 0}, PortId{Protocol::other, 0}})
        QVERIFY(parsePortId(toText(port)) == port);
    QCOMPARE(toText(PortId{Protocol::tcp, 80}), std::string("tcp/80"));
}

void TestPortId::refusesWhatIsNoPort_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"", "tcp", "tcp/", "tcp/65536", "tcp/-1", "tcp/80x", "tcp80", "80",
             "sctp/80", "TCP/80", " tcp/80"})
        QTest::newRow(text) << std::string(text);
}

void TestPortId::refusesWhatIsNoPort() {
    QFETCH(std::string, text);
    QVERIFY(!parsePortId(text));
}

QTEST_APPLESS_MAIN(TestPortId)
#include "tst_port_id.moc"
