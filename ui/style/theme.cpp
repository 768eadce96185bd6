// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include "style/style_sheet.h"
#include "style/window_style.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

/// The pictures of a static library are only linked in when somebody asks for them by name; the
/// macro wants to stand outside of any namespace.
static void loadPictures() {
    Q_INIT_RESOURCE(style);
}

namespace sweepscope {

namespace {

const Theme*& current() {
    static const Theme* theme = &Theme::light();
    return theme;
}

/// Empty: the desktop's.
QString& currentFamily() {
    static QString family;
    return family;
}

int& currentSize() {
    static int percent = 100;
    return percent;
}

/// Lightness alone tells them apart: steps of an eighth, none of them the white of the paper.
QColor greyOf(Tool tool) {
    switch (tool) {
    case Tool::zmap:
        return {0x1C, 0x1C, 0x1C};
    case Tool::zmap41Like:
        return {0x3E, 0x3E, 0x3E};
    case Tool::nmap:
        return {0x60, 0x60, 0x60};
    case Tool::mirai:
        return {0x82, 0x82, 0x82};
    case Tool::masscan:
        return {0xA4, 0xA4, 0xA4};
    case Tool::unknown:
        return {0xE6, 0xE6, 0xE6};
    default:
        return {0xC6, 0xC6, 0xC6};
    }
}

/// The desktop's palette, before this program set one of its own.
const QPalette& systemPalette() {
    static const QPalette kPalette = QApplication::palette();
    return kPalette;
}

} // namespace

const Theme& Theme::light() {
    static const Theme kLight = {false, QColor(0xF6, 0xF7, 0xF9), QColor(0xFF, 0xFF, 0xFF),
        QColor(0xE1, 0xE4, 0xE8), QColor(0x1C, 0x21, 0x27), QColor(0x5F, 0x69, 0x79),
        QColor(0x0B, 0x62, 0xC4), QColor(0xE3, 0xEF, 0xFB), QColor(0x8A, 0x5A, 0x00),
        QColor(0x1A, 0x7F, 0x4B), QColor(0x86, 0xB6, 0xE8), QColor(0x0B, 0x4F, 0x9E)};
    return kLight;
}

const Theme& Theme::dark() {
    static const Theme kDark = {true, QColor(0x14, 0x17, 0x1B), QColor(0x1B, 0x1F, 0x24),
        QColor(0x2B, 0x31, 0x38), QColor(0xE4, 0xE8, 0xEC), QColor(0x93, 0xA0, 0xAE),
        QColor(0x6C, 0xB0, 0xFF), QColor(0x1D, 0x33, 0x50), QColor(0xE9, 0xB4, 0x4C),
        QColor(0x5F, 0xCB, 0x94), QColor(0x3F, 0x74, 0xAD), QColor(0xA9, 0xD1, 0xFF)};
    return kDark;
}

const Theme& Theme::print() {
    static const Theme kPrint = [] {
        Theme theme = light();
        theme.ground = theme.card = QColor(Qt::white);
        theme.text = QColor(Qt::black);
        theme.quiet = QColor(0x3A, 0x3F, 0x46);
        theme.line = QColor(0xC8, 0xCC, 0xD2);
        return theme;
    }();
    return kPrint;
}

const Theme& Theme::grey() {
    static const Theme kGrey = [] {
        Theme theme = print();
        theme.isGrey = true;
        theme.quiet = QColor(0x3C, 0x3C, 0x3C);
        theme.line = QColor(0xCC, 0xCC, 0xCC);
        theme.accent = QColor(0x20, 0x20, 0x20);
        theme.accentSoft = QColor(0xEC, 0xEC, 0xEC);
        theme.warning = theme.good = QColor(Qt::black);
        theme.smallScan = QColor(0xB4, 0xB4, 0xB4);
        theme.largeScan = QColor(0x3C, 0x3C, 0x3C);
        return theme;
    }();
    return kGrey;
}

ThemeScope::ThemeScope(const Theme& theme, const QString& family)
    : m_before(current())
    , m_sizeBefore(currentSize())
    , m_familyBefore(currentFamily()) {
    current() = &theme;
    currentSize() = 100;
    currentFamily() = family;
}

ThemeScope::~ThemeScope() {
    current() = m_before;
    currentSize() = m_sizeBefore;
    currentFamily() = m_familyBefore;
}

QColor Theme::of(Tool tool) const {
    if (isGrey)
        return greyOf(tool);
    switch (tool) {
    case Tool::zmap:
        return {0x00, 0x72, 0xB2};
    case Tool::zmap41Like:
        return {0x56, 0xB4, 0xE9};
    case Tool::masscan:
        return {0xE6, 0x9F, 0x00};
    case Tool::mirai:
        return {0xD5, 0x5E, 0x00};
    case Tool::nmap:
        return {0x00, 0x9E, 0x73};
    case Tool::unicornscan:
    case Tool::hping3:
    case Tool::scapy:
    case Tool::mixed:
        return {0xCC, 0x79, 0xA7};
    case Tool::unknown:
        break;
    }
    return {0x9A, 0xA3, 0xAD};
}

QColor Theme::category(std::size_t place) {
    constexpr std::array<QRgb, 8> kColours = {
        0x77AADD, 0xEE8866, 0xEEDD88, 0xFFAABB, 0x44BB99, 0xBBCC33, 0xAAAA00, 0x99DDFF};
    return QColor::fromRgb(kColours[place % kColours.size()]);
}

QPalette Theme::palette() const {
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, ground);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, quiet);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, warning);
    palette.setColor(QPalette::Highlight, accentSoft);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Mid, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, quiet);
    return palette;
}

const Theme& theme() {
    return *current();
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::Text).lightness();
}

void applyColours(Look look) {
    loadPictures();
    const bool wantsDark = look == Look::dark || (look == Look::system && isDark(systemPalette()));
    current() = wantsDark ? &Theme::dark() : &Theme::light();
    QApplication::setStyle(new WindowStyle());
    QApplication::setPalette(theme().palette());
    QApplication::setFont(fontOf(metrics::kText));
}

void applyStyleSheet() {
    qApp->setStyleSheet(styleSheet(theme()));
}

void applyLook(Look look) {
    applyColours(look);
    applyStyleSheet();
}

int textSize() {
    return currentSize();
}

void setTextSize(int percent) {
    currentSize() = *std::min_element(kTextSizes.begin(), kTextSizes.end(),
        [percent](int a, int b) { return std::abs(a - percent) < std::abs(b - percent); });
}

double withText(double pixels) {
    return pixels * currentSize() / 100;
}

QFont fontOf(int pixels, bool isBold) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!currentFamily().isEmpty())
        font.setFamilies({currentFamily()});
    font.setPixelSize(static_cast<int>(std::lround(withText(pixels))));
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace sweepscope
