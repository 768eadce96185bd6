// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drilldown/exploration_stack.h"
#include "drilldown/search_field.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QWidget>

namespace sweepscope {

/// What is looked at, in one line above the pages: "All scans", a chip for each term (a click takes
/// it away), Back and Reset, and at the right the search field.
class BreadcrumbBar : public QWidget {
    Q_OBJECT

public:
    explicit BreadcrumbBar(ExplorationStack& stack, QWidget* parent = nullptr);

    void setOrigins(std::shared_ptr<const SourceOrigins> origins);

    /// The chips are of no use where there is nothing to look at.
    void setChipsVisible(bool isVisible) { m_chips->setVisible(isVisible); }

    [[nodiscard]] SearchField& search() { return *m_search; }

    /// The words of the chips, "All scans" first.
    [[nodiscard]] QStringList words() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addChip(const Term& term, bool isLeftOut);
    void addWord(const QString& word);
    QToolButton* addButton(const QString& text, bool isChosen);

    ExplorationStack& m_stack;
    std::shared_ptr<const SourceOrigins> m_origins;
    QWidget* m_chips;
    QHBoxLayout* m_row;
    SearchField* m_search;
};

} // namespace sweepscope
