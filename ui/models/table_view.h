// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/table_file.h"
#include "models/column_choice.h"
#include "models/column_widths.h"
#include "models/find_bar.h"
#include "models/table_model.h"
#include "narrowing/narrowing.h"

#include <QTableView>

class QMenu;

namespace sweepscope {

/// A table of results: sorted by a click on a header, copied with Ctrl+C (tabs between cells, as
/// spreadsheets take them), columns to be moved and hidden by a menu on the header.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    [[nodiscard]] TableModel& tableModel() { return m_model; }

    /// The core's row under the current cell, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> currentRow() const;

    /// Columns that are shown, in the order in which they stand.
    [[nodiscard]] std::vector<std::size_t> visibleColumns() const;

    /// The core's rows that are selected, in the order in which they stand.
    [[nodiscard]] RowOrder selectedRowOrder() const;

    /// All rows and the visible columns as they stand; without a table there is none.
    [[nodiscard]] TablePart shownPart() const;

    /// What is selected as text, with a line of titles where wanted.
    [[nodiscard]] QString selectionText(bool withTitles) const;

    /// Shows only these columns at first (by Column::name), until the user chooses. To be said
    /// once, before the table is there.
    void showColumns(const QStringList& names);

    /// Takes the height that its neighbours leave, but for its titles and three rows; else what it
    /// would like to have is taken from charts, and they are cut.
    void giveWay();

    [[nodiscard]] QSize sizeHint() const override;

    /// Copies what is selected, tabs between cells.
    Q_INVOKABLE void copy() const;
    Q_INVOKABLE void copyWithHeaders() const;

    /// The bar that finds a text in this table.
    [[nodiscard]] FindBar& findBar();

    /// The default columns again, and what was kept of others is forgotten.
    void restoreColumns();

    /// What stands in place of rows where there are none; empty: nothing.
    void setEmptyText(const QString& text);

    /// Said as well while there is no table at all.
    void setMissingText(const QString& text);

    [[nodiscard]] const QString& emptyText() const { return m_emptyText; }

    void sortByName(const QString& name, Qt::SortOrder order);
    /// As ColumnWidths has it.
    void sizeColumns();

    /// What the cell menu offers to narrow by: the clicked cell's term, or those of the selected
    /// rows in its column, where several are.
    [[nodiscard]] std::vector<Term> termsAt(const QModelIndex& index) const;

signals:
    void rowActivated(std::uint32_t row); ///< a row was clicked or reached by keyboard
    void narrowRequested(const sweepscope::Narrowing& step); ///< out of the menu, or a double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    [[nodiscard]] QItemSelection selectedRanges() const;
    void setUpHeader();
    [[nodiscard]] QString firstTitle() const;
    void widenNames();
    void renewWidths();
    void showHeaderMenu(const QPoint& position);
    void showCellMenu(const QPoint& position);
    void addNarrowing(QMenu& menu, const QModelIndex& index);
    void narrowToRow(const QModelIndex& index);

    void hideOthers();
    void restoreChoice();
    void keepChoice();

    TableModel m_model;
    bool m_givesWay = false;
    ColumnWidths m_widths;
    FindBar* m_findBar = nullptr; ///< made when it is first asked for
    QStringList m_firstColumns;   ///< all where none is named
    ColumnChoice m_default;       ///< as the table was made
    QString m_emptyText;
    QString m_missingText;
    bool m_isRestoring = false;
    bool m_areWidthsOld = false;
    bool m_isSized = false; ///< from then on the user's widths hold
    QString m_firstTitle;   ///< of the columns that were sized
};

} // namespace sweepscope
