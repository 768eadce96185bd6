// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/svg_canvas.h"

#include <fmt/format.h>

namespace sweepscope {

namespace {

constexpr std::string_view kFont = "Helvetica, Arial, 'Liberation Sans', sans-serif";
constexpr double kFontSize = 11;

std::string tipOf(std::string_view tip) {
    return tip.empty() ? std::string() : "<title>" + escapeMarkup(tip) + "</title>";
}

std::string_view nameOf(Anchor anchor) {
    switch (anchor) {
    case Anchor::start:
        return "start";
    case Anchor::middle:
        return "middle";
    case Anchor::end:
        break;
    }
    return "end";
}

} // namespace

std::string escapeMarkup(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= ' ')
                safe += c;
        }
    }
    return safe;
}

void SvgCanvas::box(
    double x, double y, double width, double height, std::string_view fill, std::string_view tip) {
    element(fmt::format(
        R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" fill="{}">{}</rect>)", x, y,
        width, height, fill, tipOf(tip)));
}

void SvgCanvas::line(Point from, Point to, std::string_view stroke, double width, bool isDashed) {
    element(fmt::format(
        R"(<line x1="{:.2f}" y1="{:.2f}" x2="{:.2f}" y2="{:.2f}" stroke="{}" stroke-width="{}"{}/>)",
        from.x, from.y, to.x, to.y, stroke, width, isDashed ? R"( stroke-dasharray="4 3")" : ""));
}

void SvgCanvas::path(const std::vector<Point>& points, std::string_view stroke, double width) {
    std::string places;
    for (const Point& point : points)
        places += fmt::format("{}{:.2f},{:.2f}", places.empty() ? "" : " ", point.x, point.y);
    element(fmt::format(
        R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
        places, stroke, width));
}

void SvgCanvas::dot(Point center, double radius, std::string_view fill, std::string_view tip) {
    element(fmt::format(R"(<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}" fill="{}">{}</circle>)",
        center.x, center.y, radius, fill, tipOf(tip)));
}

void SvgCanvas::text(
    Point at, std::string_view text, Anchor anchor, std::string_view fill, bool isBold) {
    element(fmt::format(
        R"(<text x="{:.2f}" y="{:.2f}" text-anchor="{}" fill="{}" font-size="{}"{}>{}</text>)",
        at.x, at.y, nameOf(anchor), fill, kFontSize, isBold ? R"( font-weight="bold")" : "",
        escapeMarkup(text)));
}

std::string SvgCanvas::finish(std::string_view title) const {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
                       "width=\"{0:.0f}\" height=\"{1:.0f}\" font-family=\"{2}\" role=\"img\">\n"
                       "<title>{3}</title>\n{4}</svg>\n",
        m_width, m_height, kFont, escapeMarkup(title), m_body);
}

} // namespace sweepscope
