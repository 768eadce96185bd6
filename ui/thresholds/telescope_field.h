// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include <optional>

namespace sweepscope {

/// A field for the telescope: prefixes, or a number of addresses, or nothing, with a button that
/// loads prefixes from a file. A line below says what is wrong, or whatever its owner wants.
class TelescopeField : public QWidget {
    Q_OBJECT

public:
    explicit TelescopeField(QWidget* parent = nullptr);

    /// As if typed, without a signal.
    void set(const PrefixSet& prefixes, std::optional<double> addresses);
    /// Below the field, until something wrong is typed.
    void setNote(const QString& text);

    /// The last that made sense.
    [[nodiscard]] const PrefixSet& prefixes() const { return m_prefixes; }

    [[nodiscard]] const std::optional<double>& addresses() const { return m_addresses; }

    [[nodiscard]] bool isGood() const { return m_isGood; }

    /// What is typed now counts, as if the field had been left. False when it makes no sense.
    bool take();

signals:
    void changed(); ///< something that makes sense was typed or loaded

private:
    void loadFile();
    void showProblem(const QString& problem);

    PrefixSet m_prefixes;
    std::optional<double> m_addresses;
    bool m_isGood = true;
    QLineEdit* m_edit;
    QLabel* m_note;
};

} // namespace sweepscope
