// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/document_pdf.h"

#include "base/atomic_file.h"
#include "base/version.h"
#include "publish/figure_file.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>

#include <algorithm>
#include <string_view>

namespace sweepscope {

namespace {

constexpr int kDotsPerInch = 300;
constexpr double kMillimetre = kDotsPerInch / 25.4;

constexpr const char* kStyle = "body { color: #222222; }"
                               ".title { font-size: 18pt; font-weight: bold; }"
                               ".heading { font-size: 12pt; font-weight: bold; }"
                               "p { font-size: 9.5pt; }"
                               ".note { font-size: 8pt; color: #555555; }"
                               "td, th { font-size: 8pt; padding-right: 10px; }";

/// Lays blocks out below one another and turns the page where the next does not fit.
class Pages {
public:
    explicit Pages(QPdfWriter& writer)
        : m_writer(writer)
        , m_painter(&writer) {}

    void text(const QString& html) {
        QTextDocument document;
        document.setDocumentMargin(0);
        document.documentLayout()->setPaintDevice(&m_writer);
        document.setDefaultStyleSheet(QLatin1String(kStyle));
        document.setHtml(html);
        document.setTextWidth(width());
        const double height = document.size().height();
        if (height <= pageHeight())
            needRoom(height);
        // What is longer than a page goes on over the next ones, a slice each.
        for (double done = 0; done < height;) {
            const double slice = std::min(height - done, room());
            m_painter.save();
            m_painter.translate(0, m_y - done);
            document.drawContents(&m_painter, QRectF(0, done, width(), slice));
            m_painter.restore();
            done += slice;
            m_y += slice;
            if (done < height)
                turnPage();
        }
        m_y += kGap;
    }

    /// The heading, which may be empty, stays with the figure.
    void figure(const QString& heading, const QByteArray& svg, const QString& caption) {
        QSvgRenderer renderer(svg);
        const QSizeF size = renderer.viewBoxF().size();
        if (!renderer.isValid() || size.isEmpty())
            return;
        const double height = width() * size.height() / size.width();
        needRoom(height + kCaption + (heading.isEmpty() ? 0 : kHeading));
        if (!heading.isEmpty())
            text(heading);
        renderer.render(&m_painter, QRectF(0, m_y, width(), height));
        m_y += height + kGap / 2;
        text(caption);
    }

    void end() {
        footer();
        m_painter.end();
    }

private:
    static constexpr double kGap = 3 * kMillimetre;
    static constexpr double kCaption = 12 * kMillimetre;
    static constexpr double kHeading = 10 * kMillimetre;
    static constexpr double kFooter = 10 * kMillimetre;

    [[nodiscard]] double width() const { return m_writer.width(); }

    [[nodiscard]] double pageHeight() const { return m_writer.height() - kFooter; }

    [[nodiscard]] double room() const { return pageHeight() - m_y; }

    void needRoom(double height) {
        if (height > room() && m_y > 0)
            turnPage();
    }

    void turnPage() {
        footer();
        m_writer.newPage();
        ++m_page;
        m_y = 0;
    }

    void footer() {
        QFont font = m_painter.font();
        font.setPointSizeF(8);
        m_painter.setFont(font);
        m_painter.setPen(QColor(0x66, 0x66, 0x66));
        m_painter.drawText(QRectF(0, pageHeight(), width(), kFooter),
            Qt::AlignRight | Qt::AlignBottom, QString::number(m_page));
    }

    QPdfWriter& m_writer;
    QPainter m_painter;
    double m_y = 0;
    int m_page = 1;
};

/// Qt gives <h1> and its kin a size of their own, whatever the style says.
QString headingHtml(const char* style, const std::string& text) {
    return QStringLiteral("<p class=\"%1\">%2</p>")
        .arg(QLatin1String(style), QString::fromStdString(text).toHtmlEscaped());
}

QString captionHtml(const std::string& caption) {
    Block block;
    block.kind = Block::Kind::note;
    block.text = caption;
    return QString::fromStdString(htmlOf(block));
}

void draw(Pages& pages, const Document& document) {
    Block title;
    title.kind = Block::Kind::note;
    title.text = document.subtitle;
    pages.text(headingHtml("title", document.title) + QString::fromStdString(htmlOf(title)));
    QString heading; // kept with what it stands above
    for (const Block& block : document.blocks) {
        if (block.kind == Block::Kind::heading) {
            heading = headingHtml("heading", block.text);
            continue;
        }
        if (block.kind == Block::Kind::figure) {
            pages.figure(
                heading, QByteArray::fromStdString(block.text), captionHtml(block.caption));
        } else if (block.kind == Block::Kind::table) {
            Block bare = block;
            bare.caption.clear();
            pages.text(heading + captionHtml(block.caption) + QString::fromStdString(htmlOf(bare)));
        } else {
            pages.text(heading + QString::fromStdString(htmlOf(block)));
        }
        heading.clear();
    }
    pages.end();
}

} // namespace

Status writeDocumentPdf(const Document& document, const QString& path) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        constexpr double kMargin = 18;
        writer.setPageMargins(
            QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
        writer.setTitle(QString::fromStdString(document.title));
        writer.setCreator(QLatin1String(kProgramName));
        Pages pages(writer);
        draw(pages, document);
    }
    takeClockOut(pdf);
    return writeFileAtomically(path.toStdString(),
        std::string_view(pdf.constData(), static_cast<std::size_t>(pdf.size())));
}

} // namespace sweepscope
