// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_origins.h"
#include "narrowing/term.h"

#include <QLineEdit>
#include <QStandardItemModel>

#include <memory>
#include <vector>

class QCompleter;

namespace sweepscope {

/// Where one types what to look at: an address, a prefix, a port, a service, a country, a network,
/// a tool. While typing it offers what the letters may mean; Enter takes the likeliest.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);

    /// Whose networks are known by name.
    void setOrigins(std::shared_ptr<const SourceOrigins> origins);

    /// What is offered for the present text, the likeliest first.
    [[nodiscard]] const std::vector<Term>& offers() const { return m_offers; }

signals:
    void chosen(const sweepscope::Term& term);
    void notUnderstood(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void offer();
    void take(std::size_t place);
    void retranslate();

    std::shared_ptr<const SourceOrigins> m_origins;
    std::vector<Term> m_offers;
    QStandardItemModel m_model;
    QCompleter* m_completer;
};

} // namespace sweepscope
