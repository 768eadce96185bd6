// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style_sheet.h"

#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

/// $name stands for a colour of the theme. A role is asked for behind the class that has it: what
/// names no class is tried with every widget, which a start of the program felt.
constexpr const char* kRules = R"(
QMainWindow, QDialog { background: $ground; }
QWidget { color: $text; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }

QMenuBar { background: $ground; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $accentSoft; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accentSoft; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QStatusBar { background: $ground; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QToolButton { padding: 1px 8px; font-size: 11px; }
QStatusBar QLabel { color: $quiet; font-size: 11px; }

QLabel:focus { background: $accentSoft; border-radius: 3px; }
QDockWidget { border: none; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea, QTableView { border: 1px solid transparent; }
QScrollArea:focus, QTableView:focus { border-color: $accent; }
QWidget[role="panel"] { background: $card; }
QWidget[role="page"] { background: $ground; }
QWidget[role="card"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QLabel[role="title"] { font-size: 14px; font-weight: 600; }
QLabel[role="section"] { color: $quiet; font-size: 12px; font-weight: 600; }
QWidget[role="note"] { color: $quiet; font-size: 11px; }
QLabel[role="warning"] { color: $warning; font-size: 11px; }
QLabel[role="good"] { color: $good; font-weight: 600; }
QLabel[role="value"] { font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="headline"] { font-size: 22px; font-weight: 600; }
QWidget[role="effect"] { background: $accentSoft; border-radius: 6px; }
QLabel[role="difference"] { color: $accent; font-weight: 600; }
QWidget[role="find"] { background: $card; border: 1px solid $line; border-top: none;
                border-bottom-left-radius: 6px; border-bottom-right-radius: 6px; }
QWidget[role="strip"] { background: $accentSoft; border-bottom: 1px solid $line; }
QLabel[role="chip"] { background: $accentSoft; color: $accent; border-radius: 10px; padding: 3px 10px;
                font-weight: 600; font-size: 12px; }

QAbstractButton[role="crumb"] { background: $accentSoft; color: $accent; border: 1px solid transparent;
                 border-radius: 11px; padding: 3px 10px; font-weight: 600; font-size: 12px; }
QAbstractButton[role="crumbQuiet"] { background: transparent; color: $text; border: 1px solid $line;
                      border-radius: 11px; padding: 3px 10px; font-size: 12px; }
QAbstractButton[role="flat"] { background: transparent; border: 1px solid transparent; color: $quiet;
                font-size: 12px; padding: 3px 6px; }
QAbstractButton[role="crumb"]:hover, QAbstractButton[role="crumbQuiet"]:hover,
QAbstractButton[role="flat"]:hover { border-color: $quiet; }
QAbstractButton[role="crumb"]:focus, QAbstractButton[role="crumbQuiet"]:focus,
QAbstractButton[role="flat"]:focus { border-color: $accent; }
QToolBar { background: $ground; border: none; border-bottom: 1px solid $line; padding: 0; spacing: 0; }

QTabBar { background: $ground; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 9px 12px; border: none;
               border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar[dense="true"]::tab { padding: 9px 6px; }
QTabBar::tear { width: 0; border: none; image: none; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton { background: $ground; border: none; padding: 0; margin: 0; border-radius: 0; }
QTabBar QToolButton::left-arrow { image: url(:/style/chevron-left-$name.svg); width: 12px; height: 12px; }
QTabBar QToolButton::right-arrow { image: url(:/style/chevron-right-$name.svg); width: 12px; height: 12px; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $accentSoft; }
QTabWidget::pane { border: none; border-top: 1px solid $line; background: $ground; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 3px;
                       background: $card; }
QCheckBox:focus { background: $accentSoft; border-radius: 3px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
                               image: url(:/style/check-$name.svg); }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListWidget { background: $card; border: 1px solid $line; border-radius: 4px; outline: none; }
QListWidget::item { padding: 4px 6px; }
QListWidget::item:selected { background: $accentSoft; color: $text; }
QListWidget:focus { border-color: $accent; }

QPushButton, QToolButton { background: $card; border: 1px solid $line; border-radius: 4px;
                           padding: 4px 10px; }
QAbstractButton[role="fold"] { background: transparent; border: 1px solid transparent; color: $quiet;
                font-size: 16px; padding: 4px 6px; margin: 2px; }
QAbstractButton[role="fold"]:hover { border-color: $line; }
QAbstractButton[role="fold"]:focus { border-color: $accent; }
QAbstractButton[role="small"] { padding: 1px 8px; font-size: 11px; }
QAbstractButton[role="link"] { background: transparent; border: none; padding: 0; color: $good; font-weight: 600;
                text-decoration: underline; }
QAbstractButton[role="link"][concern="true"] { color: $warning; }
QAbstractButton[role="link"]:disabled { color: $quiet; text-decoration: none; }
QAbstractButton[role="link"]:focus { color: $accent; }
QPushButton:hover, QToolButton:hover { border-color: $quiet; }
QPushButton:focus, QToolButton:focus { border-color: $accent; background: $accentSoft; }
QPushButton:default { border-color: $accent; color: $accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $accentSoft; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; }
QToolButton::menu-indicator { image: none; width: 0; }
QFileDialog QToolButton { padding: 2px; }

QLineEdit, QAbstractSpinBox, QComboBox { background: $card; border: 1px solid $line;
    border-radius: 4px; padding: 3px 6px; selection-background-color: $accent;
    selection-color: $card; }
QTextBrowser { background: $card; border: 1px solid $line; }
QTextBrowser:focus { border-color: $accent; }
QPlainTextEdit { background: $card; border: 1px solid $line; border-radius: 4px;
    selection-background-color: $accent; selection-color: $card; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QPlainTextEdit:focus { border-color: $accent; }
QLineEdit[wrong="true"] { border-color: $warning; color: $warning; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent; border: none;
    width: 20px; }
QAbstractSpinBox::up-arrow { image: url(:/style/chevron-up-$name.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/style/chevron-$name.svg); width: 10px; height: 10px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/style/chevron-$name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; outline: none;
    selection-background-color: $accentSoft; selection-color: $text; }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $card; border: 2px solid $accent; width: 12px; height: 12px;
    margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $line; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QTableView { background: $card; gridline-color: transparent; outline: none;
    selection-background-color: $accentSoft; selection-color: $text; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 6px; }
QTableView::item:focus { border: 1px solid $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView QTableCornerButton::section { background: transparent; border: none; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $quiet; border: none;
    border-bottom: 1px solid $line; padding: 6px 0 6px 9px; font-weight: 400; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding;
    subcontrol-position: top center; width: 9px; height: 6px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $ground; }
)";

} // namespace

QString styleSheet(const Theme& theme) {
    // Longer names first: $accentSoft begins with $accent.
    const std::pair<const char*, QColor> colours[] = {{"$accentSoft", theme.accentSoft},
        {"$accent", theme.accent}, {"$ground", theme.ground}, {"$card", theme.card},
        {"$line", theme.line}, {"$text", theme.text}, {"$quiet", theme.quiet},
        {"$warning", theme.warning}, {"$good", theme.good}};
    QString sheet = QString::fromLatin1(kRules);
    sheet.replace(QLatin1String("$name"), QLatin1String(theme.isDark ? "dark" : "light"));
    for (const auto& [name, colour] : colours)
        sheet.replace(QLatin1String(name), colour.name());
    constexpr QLatin1String kSize("font-size: ");
    for (auto at = sheet.indexOf(kSize); at >= 0; at = sheet.indexOf(kSize, at + 1)) {
        const auto begin = at + kSize.size();
        const auto length = sheet.indexOf(QLatin1String("px"), begin) - begin;
        const double pixels = QStringView(sheet).mid(begin, length).toDouble();
        sheet.replace(begin, length, QString::number(std::lround(withText(pixels))));
    }
    return sheet;
}

} // namespace sweepscope
