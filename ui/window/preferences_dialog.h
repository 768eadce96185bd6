// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "window/file_list_box.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>

namespace sweepscope {

/// The look, the language, databases of the user's own for countries and networks, lists of known
/// scanners, rules of the user's own, and the memory for reading.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget* parent = nullptr);

    /// Databases of countries and networks that the user chooses; empty: none.
    static QStringList askForDatabases(QWidget* parent);

    [[nodiscard]] Look look() const;
    [[nodiscard]] QString language() const; ///< empty: the desktop's
    [[nodiscard]] QStringList geoDatabases() const;
    [[nodiscard]] std::uint64_t memoryCeiling() const; ///< bytes; 0: any
    [[nodiscard]] QStringList scannerLists() const;

    [[nodiscard]] QString rulesFile() const; ///< empty: none

    [[nodiscard]] FileListBox& scannerListBox() { return *m_scannerLists; }

    [[nodiscard]] FileListBox& rulesBox() { return *m_rules; }

    [[nodiscard]] QString problem() const { return m_problem->text(); }

private:
    void addDatabase();
    /// The list of databases with its buttons; for the caller to place.
    [[nodiscard]] QLayout* makeDatabases();
    void makeOwnFiles();
    /// Only databases that can be read enter the list; others leave a message.
    void tryDatabase(const QString& path);

    QComboBox* m_look;
    QComboBox* m_language;
    QListWidget* m_databases;
    QSpinBox* m_memory;
    FileListBox* m_scannerLists = nullptr;
    FileListBox* m_rules = nullptr;
    QLabel* m_problem;
};

} // namespace sweepscope
