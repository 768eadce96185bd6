// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMenu>

namespace sweepscope {

class MainWindow;

/// The menu bar of the window: words and shortcuts for what the window can do.
class Menus {
    Q_DECLARE_TR_FUNCTIONS(sweepscope::Menus)

public:
    explicit Menus(MainWindow& window);

private:
    void buildFile();
    void buildEdit();
    void buildView();
    void buildPages(QMenu& view);
    void buildTextSizes(QMenu& view);
    void buildExplore();
    void buildAnalysis();
    void buildHelp();

    MainWindow& m_window;
};

} // namespace sweepscope
