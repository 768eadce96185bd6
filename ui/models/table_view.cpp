// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_view.h"

#include "format/term_text.h"
#include "models/table_header.h"
#include "style/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace sweepscope {

TableView::TableView(QWidget* parent)
    : QTableView(parent)
    , m_widths(*this) {
    setModel(&m_model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; arrow keys move inside
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &TableView::showCellMenu);
    connect(this, &QAbstractItemView::doubleClicked, this, &TableView::narrowToRow);
    setUpHeader();
}

void TableView::giveWay() {
    m_givesWay = true;
    setMinimumHeight(4 * metrics::kRow);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize TableView::sizeHint() const {
    const QSize usual = QTableView::sizeHint();
    return m_givesWay ? QSize(usual.width(), minimumHeight()) : usual;
}

void TableView::setUpHeader() {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::kRow);
    auto* const header = new TableHeader(this);
    setHorizontalHeader(header);
    m_widths.watch(*header);
    connect(header, &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    setSortingEnabled(true);
    connect(header, &QHeaderView::sectionMoved, this, &TableView::keepChoice);
    connect(&m_model, &TableModel::rowsOrdered, this, &TableView::widenNames);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TableView::restoreChoice);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const bool areOthers = std::exchange(m_firstTitle, firstTitle()) != firstTitle();
        if (m_isSized && !areOthers)
            return widenNames();
        sizeColumns();
        m_isSized = m_model.rowCount() > 0; // titles alone do not tell the widths of rows
    });
}

/// Tells the columns of one kind of table from those of another; without a table there is none.
QString TableView::firstTitle() const {
    return m_model.headerData(0, Qt::Horizontal, TableModel::exportNameRole).toString();
}

void TableView::sizeColumns() {
    m_isSized = true;
    m_widths.measure(m_model.table().get());
}

/// The first column says what a row is. Where few rows told its width, later ones need more, and
/// those that sorting brings to the top.
void TableView::widenNames() {
    if (m_isSized && m_model.columnCount() > 0 && !isColumnHidden(0))
        m_widths.widenFirst(sizeHintForColumn(0));
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    m_widths.fit();
}

void TableView::setEmptyText(const QString& text) {
    m_emptyText = text;
    viewport()->update();
}

void TableView::setMissingText(const QString& text) {
    m_missingText = text;
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    const QString& text = m_model.table() == nullptr ? m_missingText : m_emptyText;
    if (text.isEmpty() || m_model.rowCount() > 0 || m_model.isSorting())
        return;
    QPainter painter(viewport());
    painter.setPen(theme().quiet);
    const QRect area = viewport()->rect().adjusted(
        metrics::kGrid, metrics::kGap, -metrics::kGrid, -metrics::kGrid);
    painter.drawText(area, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, text);
}

void TableView::sortByName(const QString& name, Qt::SortOrder order) {
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.headerData(column, Qt::Horizontal, TableModel::exportNameRole) == name)
            sortByColumn(column, order);
    }
}

std::optional<std::uint32_t> TableView::currentRow() const {
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return current.data(TableModel::rowRole).toUInt();
}

std::vector<std::size_t> TableView::visibleColumns() const {
    std::vector<std::size_t> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns.push_back(static_cast<std::size_t>(column));
    }
    return columns;
}

/// From the top down. Ranges, since selectedRows() would take seconds for a million rows.
QItemSelection TableView::selectedRanges() const {
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
        [](const QItemSelectionRange& a, const QItemSelectionRange& b) {
            return a.top() < b.top();
        });
    return selection;
}

RowOrder TableView::selectedRowOrder() const {
    RowOrder rows;
    const QItemSelection selection = selectedRanges();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_model.rows()[static_cast<std::size_t>(row)]);
    }
    return rows;
}

TablePart TableView::shownPart() const {
    return {m_model.table(), m_model.rows(), visibleColumns()};
}

QString TableView::selectionText(bool withTitles) const {
    const std::vector<std::size_t> columns = visibleColumns();
    QStringList lines;
    const auto lineOf = [&](const auto& textOf) {
        QStringList cells;
        for (const std::size_t column : columns)
            cells += textOf(static_cast<int>(column));
        return cells.join(QLatin1Char('\t'));
    };
    if (withTitles) {
        lines += lineOf([&](int column) {
            return m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        });
    }
    const QItemSelection selection = selectedRanges();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines +=
                lineOf([&](int column) { return m_model.index(row, column).data().toString(); });
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TableView::showColumns(const QStringList& names) {
    m_firstColumns = names;
    hideOthers();
}

void TableView::hideOthers() {
    if (m_firstColumns.isEmpty())
        return;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString name =
            m_model.headerData(column, Qt::Horizontal, TableModel::exportNameRole).toString();
        setColumnHidden(column, !m_firstColumns.contains(name));
    }
}

void TableView::copy() const {
    QApplication::clipboard()->setText(selectionText(false));
}

void TableView::copyWithHeaders() const {
    QApplication::clipboard()->setText(selectionText(true));
}

FindBar& TableView::findBar() {
    if (m_findBar == nullptr)
        m_findBar = new FindBar(*this);
    return *m_findBar;
}

/// Once the columns are there, since before that there is nothing to hide. Of tables without a name
/// of their own no choice is kept.
void TableView::restoreChoice() {
    if (m_model.columnCount() == 0 || !m_default.order.isEmpty())
        return;
    hideOthers();
    m_default = ColumnChoice::of(*this);
    const ColumnChoice kept =
        objectName().isEmpty() ? ColumnChoice() : ColumnChoice::remembered(objectName());
    if (kept == ColumnChoice())
        return;
    m_isRestoring = true;
    kept.applyTo(*this);
    m_isRestoring = false;
}

void TableView::keepChoice() {
    if (!m_isRestoring && !m_default.order.isEmpty() && !objectName().isEmpty())
        ColumnChoice::of(*this).remember(objectName());
}

void TableView::restoreColumns() {
    if (m_default.order.isEmpty())
        return;
    m_isRestoring = true;
    m_default.applyTo(*this);
    m_isRestoring = false;
    if (!objectName().isEmpty())
        ColumnChoice::forget(objectName());
}

/// Another zone or language: titles and cells are asked for anew.
void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        horizontalHeader()->viewport()->update();
        viewport()->update();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) {
        m_areWidthsOld = m_isSized;
        // Titles take the style after the table.
        QMetaObject::invokeMethod(this, &TableView::renewWidths, Qt::QueuedConnection);
    }
}

void TableView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    renewWidths();
}

/// Other words or larger ones need other widths; out of sight that can wait.
void TableView::renewWidths() {
    if (!m_areWidthsOld || !isVisible() || m_widths.areUsers())
        return;
    m_areWidthsOld = false;
    m_widths.measure(m_model.table().get());
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        narrowToRow(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row())
        emit rowActivated(current.data(TableModel::rowRole).toUInt());
}

void TableView::showHeaderMenu(const QPoint& position) {
    QMenu menu(this);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        QAction* const action =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The last visible column stays: a table without any could not be brought back.
        action->setEnabled(isColumnHidden(column) || visibleColumns().size() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            keepChoice();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Default Columns"), this, &TableView::restoreColumns);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

std::vector<Term> TableView::termsAt(const QModelIndex& index) const {
    constexpr std::size_t kMost = 50; // more chips than that say nothing any more
    std::vector<Term> terms;
    const Table* const table = m_model.table().get();
    if (table == nullptr || !index.isValid() || m_model.isSorting())
        return terms;
    const auto column = static_cast<std::size_t>(index.column());
    const auto add = [&](int row) {
        const auto term = table->term(m_model.rows()[static_cast<std::size_t>(row)], column);
        if (term && terms.size() < kMost &&
            std::find(terms.begin(), terms.end(), *term) == terms.end())
            terms.push_back(*term);
    };
    if (!selectionModel()->isSelected(index)) {
        add(index.row());
        return terms;
    }
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && terms.size() < kMost; ++row)
            add(row);
    }
    return terms;
}

void TableView::addNarrowing(QMenu& menu, const QModelIndex& index) {
    const std::vector<Term> terms = termsAt(index);
    if (terms.empty())
        return;
    const QString name = terms.size() == 1
                             ? displayTerm(terms.front())
                             : tr("these %n", nullptr, static_cast<int>(terms.size()));
    menu.addAction(tr("Only %1").arg(name), this, [this, terms] {
        emit narrowRequested({terms, {}});
    });
    menu.addAction(tr("Not %1").arg(name), this, [this, terms] {
        emit narrowRequested({{}, terms});
    });
    menu.addSeparator();
}

/// To what the row stands for.
void TableView::narrowToRow(const QModelIndex& index) {
    const Table* const table = m_model.table().get();
    if (table == nullptr || !index.isValid() || m_model.isSorting())
        return;
    if (const auto term = table->rowTerm(m_model.rows()[static_cast<std::size_t>(index.row())]))
        emit narrowRequested({{*term}, {}});
}

void TableView::showCellMenu(const QPoint& position) {
    QMenu menu(this);
    addNarrowing(menu, indexAt(position));
    menu.addAction(tr("Copy"), this, &TableView::copy);
    menu.addAction(tr("Copy With Headers"), this, &TableView::copyWithHeaders);
    menu.addAction(tr("Select All"), this, &QAbstractItemView::selectAll);
    menu.exec(viewport()->mapToGlobal(position));
}

} // namespace sweepscope
