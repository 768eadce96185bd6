// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/large_pages.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <thread>
#include <vector>

using namespace sweepscope;

class TestLargePages : public QObject {
    Q_OBJECT

private slots:
    void piecesAreApartAndAligned();
    void piecesOutliveTheirStore();
    void givenBackPiecesAreUsedAgain();
    void threadsTakeAndGiveBack();
};

void TestLargePages::piecesAreApartAndAligned() {
    const auto pages = std::make_shared<LargePages>();
    std::vector<LargePages::Piece> pieces;
    for (int i = 0; i < 20; ++i) {
        pieces.push_back(LargePages::take(pages));
        std::fill_n(pieces.back().get(), LargePages::kPieceBytes, static_cast<std::byte>(i));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::byte* const piece = pieces[i].get();
        QCOMPARE(reinterpret_cast<std::uintptr_t>(piece) % LargePages::kPieceBytes, 0U);
        QVERIFY(std::all_of(piece, piece + LargePages::kPieceBytes,
            [&](std::byte each) { return each == static_cast<std::byte>(i); }));
    }
}

void TestLargePages::piecesOutliveTheirStore() {
    auto pages = std::make_shared<LargePages>();
    const LargePages::Piece piece = LargePages::take(pages);
    pages.reset();
    std::fill_n(piece.get(), LargePages::kPieceBytes, std::byte{1});
    QVERIFY(piece[LargePages::kPieceBytes - 1] == std::byte{1});
}

void TestLargePages::givenBackPiecesAreUsedAgain() {
    const auto pages = std::make_shared<LargePages>();
    LargePages::Piece piece = LargePages::take(pages);
    const std::byte* const first = piece.get();
    piece = {};
    QVERIFY(LargePages::take(pages).get() == first);
}

void TestLargePages::threadsTakeAndGiveBack() {
    const auto pages = std::make_shared<LargePages>();
    const auto work = [&](int number) {
        for (int round = 0; round < 200; ++round) {
            std::vector<LargePages::Piece> pieces;
            for (int i = 0; i < 5; ++i) {
                pieces.push_back(LargePages::take(pages));
                pieces.back()[0] = static_cast<std::byte>(number);
            }
            for (const LargePages::Piece& piece : pieces) {
                if (piece[0] != static_cast<std::byte>(number))
                    return false;
            }
        }
        return true;
    };
    std::vector<char> isGood(4);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] { isGood[static_cast<std::size_t>(i)] = work(i) ? 1 : 0; });
    }
    QCOMPARE(isGood, std::vector<char>(4, 1));
}

QTEST_GUILESS_MAIN(TestLargePages)
#include "tst_large_pages.moc"
