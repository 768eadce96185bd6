// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_view.h"
#include "tables/packet_table.h"

#include <QDialog>
#include <QPlainTextEdit>

namespace sweepscope {

/// Packets as a table, and below it the bytes of the chosen one.
class PacketsDialog : public QDialog {
    Q_OBJECT

public:
    explicit PacketsDialog(QWidget* parent = nullptr);

    void setPackets(FoundPacketsPointer found, const QString& source);

    [[nodiscard]] TableView& table() { return *m_table; }

    [[nodiscard]] QString bytesText() const { return m_bytes->toPlainText(); }

private:
    void showBytes(std::uint32_t row);

    FoundPacketsPointer m_found;
    TableView* m_table;
    QPlainTextEdit* m_bytes;
};

} // namespace sweepscope
