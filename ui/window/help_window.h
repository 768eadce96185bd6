// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QTextBrowser>
#include <QWidget>

namespace sweepscope {

/// The documentation inside the program: the same Markdown pages that lie in docs/, found beside
/// the program. Links between pages are followed here, links to the network only open a browser.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// By the name of its file: "tutorial.md". Says so where the page is missing.
    void showPage(const QString& name);

    [[nodiscard]] QTextBrowser& browser() { return *m_text; }

    [[nodiscard]] QListWidget& contents() { return *m_contents; }

private:
    void follow(const QUrl& link);
    void load(const QString& name);

    QListWidget* m_contents;
    QTextBrowser* m_text;
};

} // namespace sweepscope
