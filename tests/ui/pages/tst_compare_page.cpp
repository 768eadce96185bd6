// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/compare_page.h"
#include "support/made_scans.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sweepscope;
using namespace sweepscope::tests;

namespace {

constexpr double kDay = 86'400;

/// Noise, and in the second half 60 further sources on a port of their own.
SnapshotPointer dayWithRise() {
    std::vector<MadeScan> scans = noiseScans(3, 900, kDay);
    for (std::uint32_t i = 0; i < 60; ++i)
        scans.push_back({0x14000000 + i * 5'000, 9'999, kDay / 2 + 100 + i * 500.0});
    for (std::uint32_t i = 0; i < 3; ++i) // too few to say anything
        scans.push_back({0x15000000 + i * 5'000, 8'888, 100 + i * 20'000.0});
    return snapshotOfScans(scans, kDay);
}

SnapshotPointer otherDay(double addresses) {
    std::vector<MadeScan> scans = noiseScans(9, 900, kDay);
    for (std::uint32_t i = 0; i < 60; ++i)
        scans.push_back({0x14000000 + i * 5'000, 7'777, 100 + i * 500.0});
    return snapshotOfScans(scans, kDay, addresses);
}

std::shared_ptr<const OtherCaptures> otherOf(const SnapshotPointer& snapshot) {
    return std::make_shared<const OtherCaptures>(
        OtherCaptures{QStringLiteral("other"), snapshot->material, snapshot->question.telescope});
}

const Difference* find(const Comparison& comparison, const std::string& key) {
    const auto found = std::find_if(comparison.differences.begin(), comparison.differences.end(),
        [&](const Difference& each) { return each.key == key; });
    return found == comparison.differences.end() ? nullptr : &*found;
}

} // namespace

class TestComparePage : public QObject {
    Q_OBJECT

private slots:
    void halvesOfOneCapture();
    void twoCaptures();
    void unequalTelescopesAreSaidSo();
    void weakRowsComeLastInAnyOrder();
    void anEmptySpanIsSaidSo();

private:
    Exporter m_exporter{
        [](const QString&, const Subcommand&) { return std::vector<std::string>(); }};
};

void TestComparePage::halvesOfOneCapture() {
    ComparePage page(m_exporter);
    page.resize(1100, 800);
    page.show();
    QSignalSpy worked(&page, &ComparePage::worked);
    page.setSnapshot(dayWithRise());
    QVERIFY(worked.wait());
    const Difference* const planted = find(*page.comparison(), "tcp/9999");
    QVERIFY(planted != nullptr && planted->stands() && planted->isNew());
    const auto& bars = std::get<DifferenceBars>(page.chart().figure());
    QVERIFY(std::any_of(bars.bars.begin(), bars.bars.end(), [](const DifferenceBars::Bar& bar) {
        return bar.name.find("tcp/9999") != std::string::npos && !bar.isWeak;
    }));
    page.setDimension(Dimension::port);
    page.setView(ComparePage::View::ranks);
    const auto& slopes = std::get<Slopes>(page.chart().figure());
    QVERIFY(std::any_of(slopes.slopes.begin(), slopes.slopes.end(), [](const Slopes::Slope& slope) {
        return slope.name.find("tcp/9999") != std::string::npos && !slope.before;
    }));
    page.setView(ComparePage::View::sizes);
    QCOMPARE(std::get<Curves>(page.chart().figure()).curves.size(), std::size_t{2});
}

void TestComparePage::twoCaptures() {
    ComparePage page(m_exporter);
    page.show();
    QSignalSpy worked(&page, &ComparePage::worked);
    page.setSnapshot(dayWithRise());
    QVERIFY(worked.wait());
    page.setOther(otherOf(otherDay(5'000)));
    QVERIFY(worked.wait());
    QVERIFY(find(*page.comparison(), "tcp/9999")->isGone());
    QVERIFY(find(*page.comparison(), "tcp/7777")->isNew());
    QCOMPARE(page.comparison()->nameB, std::string("other"));
}

/// 5,000 addresses against 64: shares are shown, nothing is said to differ, and the page says why.
void TestComparePage::unequalTelescopesAreSaidSo() {
    ComparePage page(m_exporter);
    page.show();
    QSignalSpy worked(&page, &ComparePage::worked);
    page.setSnapshot(dayWithRise());
    QVERIFY(worked.wait());
    page.setOther(otherOf(otherDay(64)));
    QVERIFY(worked.wait());
    QVERIFY(!page.comparison()->isTested);
    QVERIFY(page.notes().contains(QLatin1String("cannot be brought to equal thresholds")));
}

void TestComparePage::weakRowsComeLastInAnyOrder() {
    ComparePage page(m_exporter);
    page.show();
    QSignalSpy worked(&page, &ComparePage::worked);
    page.setSnapshot(dayWithRise());
    QVERIFY(worked.wait());
    TableModel& model = page.table().tableModel();
    const Table& table = *model.table();
    QVERIFY(table.isWeak(table.rows() - 1) && !table.isWeak(0));
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            const RowOrder& rows = model.rows();
            QVERIFY(std::is_sorted(rows.begin(), rows.end(),
                [&](auto a, auto b) { return table.isWeak(a) < table.isWeak(b); }));
        }
    }
    QVERIFY(!model.data(model.index(0, 0), Qt::ForegroundRole).isValid());
    QVERIFY(model.data(model.index(model.rowCount() - 1, 0), Qt::ForegroundRole).isValid());
}

void TestComparePage::anEmptySpanIsSaidSo() {
    ComparePage page(m_exporter);
    page.show();
    QSignalSpy worked(&page, &ComparePage::worked);
    page.setSnapshot(dayWithRise());
    QVERIFY(worked.wait());
    page.setSpans({madeTime(500), madeTime(100)}, {madeTime(600), madeTime(900)});
    QVERIFY(page.comparison() == nullptr);
    QVERIFY(page.notes().contains(QLatin1String("ends after it begins")));
}

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
