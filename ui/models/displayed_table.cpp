// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/displayed_table.h"

#include "format/display_sentence.h"
#include "format/display_text.h"

#include <utility>

namespace sweepscope {

bool DisplayedTable::isText(std::size_t column) const {
    return columns()[column].format == Format::text;
}

Cell DisplayedTable::cell(std::size_t row, std::size_t column) const {
    if (const std::vector<Sentence> sentences = m_table->sentences(row, column); !sentences.empty())
        return displaySentences(sentences).toStdString();
    Cell cell = m_table->cell(row, column);
    if (auto* const text = std::get_if<std::string>(&cell))
        *text = coreText(*text).toStdString();
    return cell;
}

std::uint64_t DisplayedTable::sortKey(std::size_t row, std::size_t column) const {
    return isText(column) ? Table::sortKey(row, column) : m_table->sortKey(row, column);
}

bool DisplayedTable::isLess(std::size_t a, std::size_t b, std::size_t column) const {
    return isText(column) ? Table::isLess(a, b, column) : m_table->isLess(a, b, column);
}

std::shared_ptr<const Table> asDisplayed(std::shared_ptr<const Table> table) {
    constexpr const char* kKnown = "Germany"; // which every language has a name of its own for
    if (coreText(kKnown) == QLatin1String(kKnown))
        return table;
    return std::make_shared<const DisplayedTable>(std::move(table));
}

} // namespace sweepscope
