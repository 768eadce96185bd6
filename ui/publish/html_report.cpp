// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/html_report.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "format/tr.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace sweepscope {

namespace {

constexpr const char* kPageStyle = R"(
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "DejaVu Sans", "Liberation Sans", Arial, sans-serif; color: #1C2127;
  background: #F6F7F9; margin: 0; }
main { max-width: 1040px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 26px; margin: 8px 0 16px; }
h2 { font-size: 18px; margin: 32px 0 8px; }
section, figure, .fact { background: #fff; border: 1px solid #E1E4E8; border-radius: 6px; }
figure { margin: 16px 0; padding: 8px; }
figure svg { width: 100%; height: auto; display: block; }
.facts { display: flex; flex-wrap: wrap; gap: 16px; margin: 0; padding: 0; }
.fact { padding: 12px 16px; flex: 1 1 140px; }
.fact dt { color: #5F6979; font-size: 13px; }
.fact dd { margin: 0; font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; }
.warning { border-left: 4px solid #8A5A00; background: #FFF7E6; padding: 8px 12px; margin: 8px 0; }
.notes { padding: 4px 16px; }
.notes p { margin: 8px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #5F6979; padding: 8px 12px; }
th, td { padding: 5px 12px; text-align: left; border-top: 1px solid #E1E4E8; white-space: nowrap; }
th { color: #5F6979; font-weight: 500; border-top: none; }
.n { text-align: right; }
footer { margin-top: 40px; color: #5F6979; font-size: 12px; }
footer dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; }
footer dd { margin: 0; overflow-wrap: anywhere; }
@media print {
  body { background: #fff; }
  main { padding: 0; }
  h2 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  .table { overflow: visible; border: none; }
  table { font-size: 8.5px; }
  th, td { padding: 3px 4px; white-space: normal; vertical-align: top; }
  td.n { white-space: nowrap; }
}
)";

class Writer {
public:
    explicit Writer(const TextSink& sink)
        : m_sink(sink) {}

    void raw(const QString& text) { m_sink(text.toStdString()); }

    void bytes(const QByteArray& text) {
        m_sink(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    }

    /// An element around a text of any kind.
    void element(const QString& tag, const QString& text, const QString& attributes = {}) {
        raw(QStringLiteral("<%1%2>%3</%1>\n")
                .arg(tag, attributes.isEmpty() ? QString() : QLatin1Char(' ') + attributes,
                    text.toHtmlEscaped()));
    }

private:
    const TextSink& m_sink;
};

/// From its first tag on, with ids of its own, since several pictures stand in one page.
QByteArray inlineSvg(const QByteArray& svg, int number) {
    QByteArray text = svg.mid(std::max<qsizetype>(svg.indexOf("<svg"), 0));
    const QByteArray prefix = "f" + QByteArray::number(number) + "-";
    text.replace(" id=\"", " id=\"" + prefix);
    text.replace("url(#", "url(#" + prefix);
    text.replace("href=\"#", "href=\"#" + prefix);
    return text;
}

void writeFigure(Writer& out, const HtmlFigure& figure, int number) {
    out.raw(QStringLiteral("<figure role=\"img\" aria-label=\"%1: %2\">\n")
                .arg(figure.title.toHtmlEscaped(), figure.description.toHtmlEscaped()));
    out.bytes(inlineSvg(figure.svg, number));
    out.raw(QStringLiteral("</figure>\n"));
}

void writeTable(Writer& out, const HtmlTable& each) {
    const Table& table = *each.table;
    const std::size_t shown = std::min(table.rows(), each.mostRows);
    out.element(QStringLiteral("h2"), each.title);
    out.raw(QStringLiteral("<section class=\"table\"><table>\n"));
    out.element(QStringLiteral("caption"),
        shown == table.rows()
            ? tr("%1 rows", nullptr, pluralOf(shown)).arg(displayCount(shown))
            : tr("The first %1 of %2 rows").arg(displayCount(shown), displayCount(table.rows())));
    out.raw(QStringLiteral("<thead><tr>"));
    for (const Column& column : table.columns())
        out.element(QStringLiteral("th"), columnTitle(column),
            isNumeric(column.format) ? QStringLiteral("scope=\"col\" class=\"n\"")
                                     : QStringLiteral("scope=\"col\""));
    out.raw(QStringLiteral("</tr></thead>\n<tbody>\n"));
    for (std::size_t row = 0; row < shown; ++row) {
        out.raw(QStringLiteral("<tr>"));
        for (std::size_t column = 0; column < table.columns().size(); ++column) {
            const Format format = table.columns()[column].format;
            out.element(QStringLiteral("td"), displayCell(table.cell(row, column), format),
                isNumeric(format) ? QStringLiteral("class=\"n\"") : QString());
        }
        out.raw(QStringLiteral("</tr>\n"));
    }
    out.raw(QStringLiteral("</tbody></table></section>\n"));
}

void writeNotes(Writer& out, const std::vector<std::pair<QString, QString>>& notes) {
    if (notes.empty())
        return;
    out.element(QStringLiteral("h2"), tr("Notes"));
    out.raw(QStringLiteral("<section class=\"notes\">\n"));
    for (const auto& [what, text] : notes)
        out.raw(QStringLiteral("<p>%1%2</p>\n")
                    .arg(what.isEmpty() ? QString()
                                        : QStringLiteral("<b>%1</b> ").arg(what.toHtmlEscaped()),
                        text.toHtmlEscaped()));
    out.raw(QStringLiteral("</section>\n"));
}

void writeFooter(Writer& out, const std::vector<std::string>& provenance) {
    out.raw(QStringLiteral("<footer>\n"));
    out.element(QStringLiteral("h2"), tr("Origin"));
    out.raw(QStringLiteral("<dl>\n"));
    for (const std::string& line : provenance) {
        const QString text = QString::fromStdString(line);
        out.element(QStringLiteral("dt"), text.section(QStringLiteral(": "), 0, 0));
        out.element(QStringLiteral("dd"), text.section(QStringLiteral(": "), 1));
    }
    out.raw(QStringLiteral("</dl>\n</footer>\n"));
}

} // namespace

QString columnTitle(const Column& column) {
    const QString title = QCoreApplication::translate("columns", std::string(column.title).c_str());
    return isTime(column.format) ? QStringLiteral("%1 (%2)").arg(title, zoneName()) : title;
}

void writeHtml(const HtmlReport& report, const TextSink& sink) {
    const ZoneScope utc(DisplayZone::utc);
    Writer out(sink);
    out.raw(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" "
                           "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .arg(QLocale().bcp47Name()));
    out.element(QStringLiteral("title"), report.title);
    out.raw(QStringLiteral("<style>%1</style>\n</head>\n<body>\n<main>\n")
                .arg(QString::fromLatin1(kPageStyle)));
    out.element(QStringLiteral("h1"), report.title);
    out.raw(QStringLiteral("<dl class=\"facts\">\n"));
    for (const auto& [name, figure] : report.facts) {
        out.raw(QStringLiteral("<div class=\"fact\">"));
        out.element(QStringLiteral("dt"), name);
        out.element(QStringLiteral("dd"), figure);
        out.raw(QStringLiteral("</div>\n"));
    }
    out.raw(QStringLiteral("</dl>\n"));
    for (const QString& warning : report.warnings)
        out.element(QStringLiteral("p"), warning, QStringLiteral("class=\"warning\""));
    writeNotes(out, report.notes);
    int number = 0;
    for (const HtmlFigure& figure : report.figures)
        writeFigure(out, figure, ++number);
    for (const HtmlTable& table : report.tables)
        writeTable(out, table);
    writeFooter(out, report.provenance);
    out.raw(QStringLiteral("</main>\n</body>\n</html>\n"));
}

} // namespace sweepscope
