// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_model.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "models/displayed_table.h"
#include "style/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

/// Fewer rows are sorted at once: that takes less than a millisecond.
constexpr std::size_t kSortAtOnce = 4096;

bool haveSameColumns(const Table& a, const Table& b) {
    return std::equal(a.columns().begin(), a.columns().end(), b.columns().begin(),
        b.columns().end(),
        [](const Column& left, const Column& right) { return left.name == right.name; });
}

} // namespace

TableModel::TableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_sorter([this](const Wish& wish, const std::stop_token& stop) {
        RowOrder rows = orderFor(wish, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, wish, rows = std::move(rows)]() mutable { takeOrder(wish, std::move(rows)); },
            Qt::QueuedConnection);
    }) {}

TableModel::~TableModel() = default;

void TableModel::setTable(std::shared_ptr<const Table> table) {
    const bool isAlike =
        m_table != nullptr && table != nullptr && haveSameColumns(*m_table, *table);
    m_wish.table = table;
    if (!isAlike) {
        beginResetModel();
        m_table = std::move(table);
        m_rows = m_table != nullptr ? allRows(*m_table) : RowOrder();
        endResetModel();
    }
    order();
}

void TableModel::setFilter(const QString& text) {
    m_wish.filter = text;
    order();
}

void TableModel::sort(int column, Qt::SortOrder sortOrder) {
    m_wish.column = column;
    m_wish.isDescending = sortOrder == Qt::DescendingOrder;
    order();
}

RowOrder TableModel::orderFor(const Wish& wish, const std::stop_token& stop) {
    const std::shared_ptr<const Table> displayed = asDisplayed(wish.table);
    const Table& table = *displayed;
    RowOrder rows = allRows(table);
    if (!wish.filter.isEmpty())
        rows = filterRows(table, rows, wish.filter.toStdString(), stop);
    const bool hasColumn =
        wish.column >= 0 && static_cast<std::size_t>(wish.column) < table.columns().size();
    if (hasColumn)
        rows = sortRows(
            table, std::move(rows), static_cast<std::size_t>(wish.column), wish.isDescending, stop);
    return rows;
}

void TableModel::order() {
    if (m_wish.table == nullptr)
        return;
    if (m_wish.table->rows() <= kSortAtOnce) {
        m_sorter.cancel();
        takeOrder(m_wish, orderFor(m_wish, {}));
        return;
    }
    m_isSorting = true;
    m_sorter.submit(m_wish);
}

void TableModel::takeOrder(const Wish& wish, RowOrder rows) {
    if (!(wish == m_wish))
        return; // another one is on its way
    m_isSorting = false;
    const bool isSameTable = wish.table == m_table;
    const bool isSameSize = isSameTable && rows.size() == m_rows.size();
    if (!isSameSize) {
        beginResetModel();
        m_table = wish.table;
        m_rows = std::move(rows);
        endResetModel();
    } else {
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        std::vector<int> placeOf;
        if (!before.isEmpty()) {
            placeOf.resize(m_table->rows(), -1);
            for (std::size_t i = 0; i < rows.size(); ++i)
                placeOf[rows[i]] = static_cast<int>(i);
        }
        QModelIndexList after;
        for (const QModelIndex& each : before)
            after.append(
                index(placeOf[m_rows[static_cast<std::size_t>(each.row())]], each.column()));
        m_rows = std::move(rows);
        changePersistentIndexList(before, after);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    emit rowsOrdered();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_table == nullptr ? 0 : static_cast<int>(m_table->columns().size());
}

QVariant TableModel::display(const QModelIndex& index) const {
    const auto column = static_cast<std::size_t>(index.column());
    return displayCell(m_table->cell(m_rows[static_cast<std::size_t>(index.row())], column),
        m_table->columns()[column].format);
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || m_table == nullptr)
        return {};
    const Column& column = m_table->columns()[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return display(index);
    case Qt::ToolTipRole:
        return column.format == Format::text ? display(index) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(isNumeric(column.format) ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return m_table->hasWeakRows() &&
                       m_table->isWeak(m_rows[static_cast<std::size_t>(index.row())])
                   ? QVariant(theme().quiet)
                   : QVariant();
    case rowRole:
        return static_cast<uint>(m_rows[static_cast<std::size_t>(index.row())]);
    case formatRole:
        return static_cast<int>(column.format);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isColumn = orientation == Qt::Horizontal && m_table != nullptr && section >= 0 &&
                          static_cast<std::size_t>(section) < m_table->columns().size();
    if (!isColumn)
        return {};
    const Column& column = m_table->columns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: {
        const QString title =
            QCoreApplication::translate("columns", std::string(column.title).c_str());
        return isTime(column.format) ? QStringLiteral("%1 (%2)").arg(title, zoneName()) : title;
    }
    case Qt::ToolTipRole:
        return QCoreApplication::translate("columns", std::string(column.help).c_str());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(isNumeric(column.format) ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    case exportNameRole:
        return fromCore(column.name);
    default:
        return {};
    }
}

} // namespace sweepscope
