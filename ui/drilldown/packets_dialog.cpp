// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packets_dialog.h"

#include "format/display_text.h"
#include "format/hex_dump.h"
#include "style/theme.h"

#include <QFontDatabase>
#include <QVBoxLayout>

namespace sweepscope {

PacketsDialog::PacketsDialog(QWidget* parent)
    : QDialog(parent)
    , m_table(new TableView())
    , m_bytes(new QPlainTextEdit()) {
    m_table->setAccessibleName(tr("Packets"));
    m_bytes->setReadOnly(true);
    m_bytes->setAccessibleName(tr("Bytes of the packet"));
    m_bytes->setTabChangesFocus(true);
    m_bytes->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(metrics::kText - 1);
    m_bytes->setFont(font);
    m_bytes->setFixedHeight(8 * 18);
    m_bytes->setPlaceholderText(tr("The bytes of the packet that is chosen above"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bytes);
    connect(m_table, &TableView::rowActivated, this, &PacketsDialog::showBytes);
    resize(960, 620);
}

void PacketsDialog::setPackets(FoundPacketsPointer found, const QString& source) {
    m_found = std::move(found);
    const std::size_t count = m_found->packets.size();
    setWindowTitle(
        tr("%1 packets of %2", nullptr, pluralOf(count)).arg(displayCount(count), source));
    m_bytes->clear();
    m_table->tableModel().setTable(packetTable(m_found));
}

void PacketsDialog::showBytes(std::uint32_t row) {
    if (m_found != nullptr && row < m_found->packets.size())
        m_bytes->setPlainText(hexDump(m_found->bytesOf(m_found->packets[row])));
}

} // namespace sweepscope
