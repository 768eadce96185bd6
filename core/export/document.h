// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sweepscope {

/// One piece of a written report.
struct Block {
    enum class Kind : std::uint8_t {
        heading,
        paragraph,
        note,   ///< small print
        figure, ///< SVG in `text`, caption in `caption`
        table,  ///< header and rows; caption above
    };

    Kind kind = Kind::paragraph;
    std::string text;
    std::string caption;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< first column text, the others numbers
};

/// A report to be read and printed: the same blocks become a page of HTML here and paper in the
/// window.
struct Document {
    std::string title;
    std::string subtitle;
    std::vector<Block> blocks;

    void heading(std::string text);
    void paragraph(std::string text);
    void note(std::string text);
    void figure(std::string svg, std::string caption);
    void table(std::string caption, std::vector<std::string> header,
        std::vector<std::vector<std::string>> rows);
};

/// A block other than a figure as HTML.
std::string htmlOf(const Block& block);

/// The whole as one HTML file that needs nothing else: style and figures are inside, no script, no
/// link to anywhere.
std::string htmlOf(const Document& document);

} // namespace sweepscope
