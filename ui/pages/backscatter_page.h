// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QLabel>

namespace sweepscope {

/// Who is flooded: attacks that the backscatter tells of, and the services that they are aimed at.
/// No threshold bears on it.
class BackscatterPage : public Page {
    Q_OBJECT

public:
    explicit BackscatterPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    [[nodiscard]] TableView& attacks() { return *m_attacks; }

    [[nodiscard]] TableView& services() { return *m_services; }

    [[nodiscard]] QString sentence() const { return m_sentence->text(); }

private:
    void showSentence();
    void openVictim(std::uint32_t row);

    SnapshotPointer m_snapshot;
    QLabel* m_sentence;
    TableView* m_attacks;
    TableView* m_services;
};

} // namespace sweepscope
