// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/help_window.h"

#include "base/data_files.h"
#include "window/help_text.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QTextDocument>

#include <array>

namespace sweepscope {

namespace {

struct HelpPage {
    const char* file;
    const char* title;
};

/// In the order in which somebody new would read them.
constexpr std::array<HelpPage, 7> kPages = {{
    {"tutorial.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "First steps")},
    {"definitions.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "What counts as what")},
    {"tools.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "How tools are recognised")},
    {"studies.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "The 2014 and 2018 studies")},
    {"formats.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "File formats")},
    {"headless.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "Without a display")},
    {"errors.md", QT_TRANSLATE_NOOP("sweepscope::HelpWindow", "Messages and questions")},
}};

constexpr int kWidth = 960;
constexpr int kHeight = 680;
constexpr int kContentsWidth = 220;
constexpr int kMargin = 16;

QString pathOf(const QString& name) {
    const auto path = findDataFile("docs/" + name.toStdString());
    return path ? QString::fromStdString(*path) : QString();
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_contents(new QListWidget)
    , m_text(new HelpText) {
    setWindowTitle(tr("Help"));
    setObjectName(QStringLiteral("helpWindow"));
    resize(kWidth, kHeight);
    m_contents->setAccessibleName(tr("Pages of the help"));
    m_text->setAccessibleName(tr("Help text"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(kMargin);
    for (const HelpPage& page : kPages) {
        auto* const item = new QListWidgetItem(tr(page.title), m_contents);
        item->setData(Qt::UserRole, QLatin1String(page.file));
    }
    auto* const splitter = new QSplitter;
    splitter->addWidget(m_contents);
    splitter->addWidget(m_text);
    splitter->setSizes({kContentsWidth, kWidth - kContentsWidth});
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            load(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    new QShortcut(QKeySequence::Cancel, this, this, &QWidget::close);
    m_contents->setCurrentRow(0);
}

void HelpWindow::showPage(const QString& name) {
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(Qt::UserRole).toString() == name)
            m_contents->setCurrentRow(row);
    }
}

void HelpWindow::load(const QString& name) {
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        m_text->setPlainText(tr("The page %1 is not beside the program.").arg(name));
        return;
    }
    m_text->document()->setBaseUrl(QUrl::fromLocalFile(file.fileName()));
    m_text->setSearchPaths({QFileInfo(file.fileName()).absolutePath()});
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
}

void HelpWindow::follow(const QUrl& link) {
    const QString file = QFileInfo(link.path()).fileName();
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(Qt::UserRole).toString() != file)
            continue;
        m_contents->setCurrentRow(row);
        if (link.hasFragment())
            m_text->scrollToAnchor(link.fragment());
        return;
    }
    if (link.scheme() == QLatin1String("https"))
        QDesktopServices::openUrl(link);
}

} // namespace sweepscope
