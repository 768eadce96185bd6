// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/figure_file.h"

#include "base/version.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <utility>

namespace sweepscope {

namespace {

using Fact = std::pair<QString, QString>;

/// "key: value" lines, those of one key joined.
std::vector<Fact> factsOf(const std::vector<std::string>& provenance) {
    std::vector<Fact> facts;
    for (const std::string& line : provenance) {
        const QString text = QString::fromStdString(line);
        const QString key = text.section(QStringLiteral(": "), 0, 0);
        const QString value = text.section(QStringLiteral(": "), 1);
        if (!facts.empty() && facts.back().first == key)
            facts.back().second += QLatin1Char('\n') + value;
        else
            facts.emplace_back(key, value);
    }
    return facts;
}

/// XML 1.0 has no control characters but tab and line ends.
QString xmlText(QString text) {
    static const QRegularExpression kForbidden(
        QStringLiteral("[\\x{00}-\\x{08}\\x{0b}\\x{0c}\\x{0e}-\\x{1f}\\x{fffe}\\x{ffff}]"));
    text.replace(kForbidden, QString(QChar::ReplacementCharacter));
    return text.toHtmlEscaped();
}

QString svgMetadata(const std::vector<Fact>& facts) {
    QString text =
        QStringLiteral("<metadata><provenance xmlns=\"https://sweepscope.org/provenance/1\">\n");
    for (const auto& [key, value] : facts)
        text += QStringLiteral("<%1>%2</%1>\n").arg(key, xmlText(value));
    return text + QStringLiteral("</provenance></metadata>\n");
}

QByteArray svgOf(const Figure& figure, const std::vector<Fact>& facts) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSizeF size = figure.spec().logical();
    constexpr int kLogicalDpi = 96;
    generator.setResolution(kLogicalDpi); // so that the size in millimetres is the one asked for
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(figure.title());
    generator.setDescription(figure.description());
    QPainter painter(&generator);
    figure.draw(painter);
    painter.end();
    const QByteArray family = Figure::family().toUtf8();
    bytes.replace("font-family=\"" + family + "\"",
        "font-family=\"'" + family + "', 'Liberation Sans', Helvetica, Arial, sans-serif\"");
    const qsizetype place = bytes.indexOf("<defs>");
    if (place < 0)
        return {};
    return bytes.insert(place, svgMetadata(facts).toUtf8());
}

QByteArray xmpOf(const Figure& figure, const std::vector<Fact>& facts) {
    QString description;
    for (const auto& [key, value] : facts)
        description += QStringLiteral("%1: %2\n").arg(key, value);
    return QStringLiteral(
        "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt>"
        "</dc:description>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n")
        .arg(xmlText(figure.title()), xmlText(description))
        .toUtf8();
}

QByteArray pdfOf(const Figure& figure, const std::vector<Fact>& facts) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    constexpr int kDotsPerInch = 1200;
    constexpr double kLogicalDpi = 96;
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(
            figure.spec().millimetres(), QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(kDotsPerInch);
        writer.setTitle(figure.title());
        writer.setCreator(QStringLiteral("%1 %2").arg(
            QLatin1String(kProgramName), QLatin1String(kProgramVersion)));
        writer.setDocumentXmpMetadata(xmpOf(figure, facts));
        QPainter painter(&writer);
        if (!painter.isActive())
            return {};
        painter.scale(kDotsPerInch / kLogicalDpi, kDotsPerInch / kLogicalDpi);
        figure.draw(painter);
    }
    takeClockOut(bytes);
    return bytes;
}

} // namespace

void takeClockOut(QByteArray& pdf) {
    static const QByteArray kMark = "/CreationDate (D:";
    for (qsizetype place = pdf.indexOf(kMark); place >= 0;
         place = pdf.indexOf(kMark, place + kMark.size())) {
        const qsizetype begin = place + kMark.size();
        const qsizetype end = pdf.indexOf(')', begin);
        if (end < 0)
            return;
        constexpr qsizetype kInUtc = 15;
        const QByteArray constant =
            end - begin == kInUtc ? "19700101000000Z" : "19700101000000+00'00'";
        if (constant.size() == end - begin)
            pdf.replace(begin, end - begin, constant);
    }
}

QByteArray figureFile(
    const Figure& figure, FigureFormat format, const std::vector<std::string>& provenance) {
    switch (format) {
    case FigureFormat::svg:
        return svgOf(figure, factsOf(provenance));
    case FigureFormat::pdf:
        return pdfOf(figure, factsOf(provenance));
    case FigureFormat::png:
        break;
    }
    return pngFile(figure.image(), provenance);
}

QByteArray pngFile(QImage picture, const std::vector<std::string>& provenance) {
    for (const auto& [key, value] : factsOf(provenance))
        picture.setText(key, value);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return picture.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace sweepscope
