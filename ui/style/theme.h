// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint/tool.h"
#include "scans/scan.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace sweepscope {

/// The colours of the window, light or dark. Colour carries meaning only: a tool has one colour
/// everywhere, scan sizes are steps of one hue, one accent marks selection and action.
struct Theme {
    bool isDark = false;
    QColor ground; ///< behind cards
    QColor card;
    QColor line;
    QColor text;
    QColor quiet; ///< notes and units; at least 4.5 : 1 on a card
    QColor accent;
    QColor accentSoft; ///< behind what is selected
    QColor warning;
    QColor good;
    QColor smallScan;
    QColor largeScan;
    bool isGrey = false; ///< tools are greys too, each with a lightness of its own

    /// Okabe and Ito's palette, which people with any colour vision can tell apart.
    [[nodiscard]] QColor of(Tool tool) const;

    /// Colours for things that have none of their own, such as countries and ports, told apart by
    /// people with any colour vision (Paul Tol, "Colour schemes", the scheme "light").
    [[nodiscard]] static QColor category(std::size_t place);

    [[nodiscard]] QColor of(ScanSize size) const {
        return size == ScanSize::large ? largeScan : smallScan;
    }

    [[nodiscard]] QPalette palette() const;

    static const Theme& light();
    static const Theme& dark();
    static const Theme& print(); ///< for paper: black on white, the same colours of tools
    static const Theme& grey();  ///< for paper without colour
};

/// How the window chooses.
enum class Look { system, light, dark };

/// The theme in use. Set once per change of look, by the window; read by whoever paints.
const Theme& theme();

/// Another theme, and a font family by name, for what is drawn while this object lives: pictures
/// that are to look alike on every desktop. On the window's thread.
class ThemeScope {
public:
    ThemeScope(const Theme& theme, const QString& family);
    ~ThemeScope();
    ThemeScope(const ThemeScope&) = delete;
    ThemeScope& operator=(const ThemeScope&) = delete;

private:
    const Theme* m_before;
    int m_sizeBefore;
    QString m_familyBefore;
};

/// Applies colours, palette and font to the whole program. `system` follows the desktop's palette.
void applyColours(Look look);

/// Applies the style sheet of the theme in use. Where there is one, a widget and all that is in it
/// are styled anew each time that it is put into another: a large window is built before.
void applyStyleSheet();

/// Both.
void applyLook(Look look);

/// How large texts are against the usual, in per cent, from one of these steps to the next.
inline constexpr std::array<int, 5> kTextSizes = {90, 100, 110, 125, 150};
int textSize();

/// The nearest of those; shown by the next applyLook. Pictures in files keep the usual size.
void setTextSize(int percent);

/// A length that has to hold text, as large as that is.
double withText(double pixels);

/// Whether a palette is a dark one.
bool isDark(const QPalette& palette);

/// Sizes of the one grid and the one type scale, in device-independent pixels.
namespace metrics {
constexpr int kGrid = 8;
constexpr int kGap = 16; ///< inside and between cards
constexpr int kText = 13;
constexpr int kNote = 11;
constexpr int kTitle = 14;
constexpr int kHeadline = 22;
constexpr int kRow = 28; ///< of a table
} // namespace metrics

/// A font of the system's family in one of these sizes.
QFont fontOf(int pixels, bool isBold = false);

} // namespace sweepscope
