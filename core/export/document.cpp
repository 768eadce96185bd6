// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/document.h"

#include "export/svg_canvas.h"

#include <fmt/format.h>

#include <utility>

namespace sweepscope {

namespace {

constexpr const char* kStyle = R"(
  :root { color-scheme: light; }
  body { font: 15px/1.5 Georgia, 'Liberation Serif', serif; color: #222; background: #fff;
         max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
  h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem; border-top: 1px solid #ccc; padding-top: 1rem; }
  .subtitle, .note, figcaption, caption { font-family: Helvetica, Arial, sans-serif; }
  .subtitle { color: #666; margin: 0 0 1.5rem; }
  .note { color: #555; font-size: .85rem; }
  figure { margin: 1rem 0; break-inside: avoid; }
  figure svg { width: 100%; height: auto; }
  figcaption, caption { font-size: .85rem; color: #444; text-align: left; }
  caption { padding-bottom: .4rem; }
  table { border-collapse: collapse; font: 13px/1.4 Helvetica, Arial, sans-serif; margin: 1rem 0;
          break-inside: avoid; }
  th, td { padding: .15rem .8rem .15rem 0; text-align: right; font-variant-numeric: tabular-nums; }
  th:first-child, td:first-child { text-align: left; }
  thead th { border-bottom: 1px solid #888; }
  @media print { body { margin: 0; max-width: none; } }
)";

std::string rowHtml(const std::vector<std::string>& cells, const std::string& tag) {
    std::string html = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string align = i == 0 ? " align=\"left\"" : " align=\"right\"";
        html += fmt::format("<{0}{1}>{2}</{0}>", tag, align, escapeMarkup(cells[i]));
    }
    return html + "</tr>\n";
}

std::string tableHtml(const Block& block) {
    std::string html = "<table>\n<caption>" + escapeMarkup(block.caption) + "</caption>\n<thead>";
    html += rowHtml(block.header, "th") + "</thead>\n<tbody>\n";
    for (const auto& row : block.rows)
        html += rowHtml(row, "td");
    return html + "</tbody>\n</table>\n";
}

} // namespace

void Document::heading(std::string text) {
    blocks.push_back({Block::Kind::heading, std::move(text), {}, {}, {}});
}

void Document::paragraph(std::string text) {
    blocks.push_back({Block::Kind::paragraph, std::move(text), {}, {}, {}});
}

void Document::note(std::string text) {
    blocks.push_back({Block::Kind::note, std::move(text), {}, {}, {}});
}

void Document::figure(std::string svg, std::string caption) {
    blocks.push_back({Block::Kind::figure, std::move(svg), std::move(caption), {}, {}});
}

void Document::table(std::string caption, std::vector<std::string> header,
    std::vector<std::vector<std::string>> rows) {
    blocks.push_back(
        {Block::Kind::table, {}, std::move(caption), std::move(header), std::move(rows)});
}

std::string htmlOf(const Block& block) {
    switch (block.kind) {
    case Block::Kind::heading:
        return "<h2>" + escapeMarkup(block.text) + "</h2>\n";
    case Block::Kind::paragraph:
        return "<p>" + escapeMarkup(block.text) + "</p>\n";
    case Block::Kind::note:
        return "<p class=\"note\">" + escapeMarkup(block.text) + "</p>\n";
    case Block::Kind::figure:
        return "<figure>\n" + block.text + "<figcaption>" + escapeMarkup(block.caption) +
               "</figcaption>\n</figure>\n";
    case Block::Kind::table:
        break;
    }
    return tableHtml(block);
}

std::string htmlOf(const Document& document) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    html += escapeMarkup(document.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n";
    html += "<body>\n<h1>" + escapeMarkup(document.title) + "</h1>\n<p class=\"subtitle\">" +
            escapeMarkup(document.subtitle) + "</p>\n";
    for (const Block& block : document.blocks)
        html += htmlOf(block);
    return html + "</body>\n</html>\n";
}

} // namespace sweepscope
