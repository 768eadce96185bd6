// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>

namespace sweepscope {

/// Asks for the key by which addresses are replaced in a copy: a file that the user has, or a new
/// one that is written at once.
class AnonymiseDialog : public QDialog {
    Q_OBJECT

public:
    explicit AnonymiseDialog(QWidget* parent = nullptr);

    [[nodiscard]] QString keyFile() const { return m_keyFile->text(); }

    /// Only with a key that can be read; what is wrong with another is shown.
    void accept() override;

private:
    void choose();
    void make();

    QLineEdit* m_keyFile;
    QLabel* m_problem;
};

/// Writes a new key that only its owner may read. An error is a text for the user; none: it is
/// there. What is there already is left alone, since files hang on it.
QString makeKeyFile(const QString& path);

} // namespace sweepscope
