// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QLineEdit>

namespace sweepscope {

/// All sources that scan. One click opens the scanner's drill-down.
class ScannersPage : public Page {
    Q_OBJECT

public:
    explicit ScannersPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] QLineEdit& filter() { return *m_filter; }

private:
    void choose(std::uint32_t row);
    void showCount();

    SnapshotPointer m_snapshot;
    QLineEdit* m_filter;
    TableView* m_table;
    Card* m_card;
};

} // namespace sweepscope
