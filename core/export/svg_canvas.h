// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sweepscope {

/// Text with what XML and HTML would read as markup made harmless; control characters are dropped.
std::string escapeMarkup(std::string_view text);

enum class Anchor { start, middle, end };

struct Point {
    double x = 0;
    double y = 0;
};

/// Draws shapes and real text into an SVG picture, in the order of the calls; x to the right, y
/// down. Only attributes that SVG Tiny 1.2 knows, so that browsers, Qt and printers agree.
class SvgCanvas {
public:
    SvgCanvas(double width, double height)
        : m_width(width)
        , m_height(height) {}

    void box(double x, double y, double width, double height, std::string_view fill,
        std::string_view tip = {});
    void line(Point from, Point to, std::string_view stroke, double width, bool isDashed = false);
    void path(const std::vector<Point>& points, std::string_view stroke, double width);
    void dot(Point center, double radius, std::string_view fill, std::string_view tip = {});
    void text(Point at, std::string_view text, Anchor anchor = Anchor::start,
        std::string_view fill = "#222222", bool isBold = false);

    /// The picture as an element to stand in a page or a file; `title` is read out by screen
    /// readers.
    [[nodiscard]] std::string finish(std::string_view title) const;

private:
    void element(const std::string& text) { m_body += text + "\n"; }

    double m_width;
    double m_height;
    std::string m_body;
};

} // namespace sweepscope
