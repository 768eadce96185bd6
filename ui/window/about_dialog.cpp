// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/about_dialog.h"

#include "base/data_files.h"
#include "base/version.h"
#include "session/loaded_libraries.h"
#include "window/settings.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QStandardPaths>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sweepscope {

namespace {

QLabel* richLabel(const QString& html) {
    auto* const label = new QLabel(html);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setOpenExternalLinks(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setMargin(12);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

/// "Qt 6.4.2, libpcap 1.10.3, ...": what is loaded now.
QString librariesText() {
    QStringList texts = {QStringLiteral("Qt %1").arg(QLatin1String(qVersion()))};
    for (const LibraryVersion& each : loadedLibraries())
        texts += QString::fromStdString(each.name + " " + each.version);
    return texts.join(QStringLiteral(", "));
}

QString aboutText() {
    return AboutDialog::tr(
        "<h3>%1 %2</h3><p>Shows who sweeps the Internet, from captures of a network "
        "telescope.</p><p>Licence: GPL-3.0-or-later. There is no warranty.</p>"
        "<p>Built with Qt Charts, {fmt}, CLI11, nlohmann-json and toml++. Runs with %3.</p>")
        .arg(QLatin1String(kProgramName), QLatin1String(kProgramVersion), librariesText());
}

QString dataText() {
    return AboutDialog::tr(
        "<p>Countries and networks: the <a href='https://location.ipfire.org'>IPFire Location</a> "
        "database, as packaged by Debian and the Tor Project, under "
        "<a href='https://creativecommons.org/licenses/by-sa/4.0/'>CC BY-SA 4.0</a>; brought into "
        "one "
        "file by this project, which stays under that licence.</p>"
        "<p>Outlines of countries: <a href='https://www.naturalearthdata.com'>Natural Earth</a>, "
        "in "
        "the public domain.</p>");
}

/// Where everything is: answers most questions of those who help others.
QString placesText() {
    const auto row = [](const QString& name, const QString& path) {
        return QStringLiteral("<tr><td style='padding-right: 16px'>%1</td><td>%2</td></tr>")
            .arg(name.toHtmlEscaped(), path.toHtmlEscaped());
    };
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location);
    };
    const auto shipped = [](const char* file) {
        const auto path = findDataFile(file);
        return path ? QString::fromStdString(*path)
                    : AboutDialog::tr("not found beside the program");
    };
    QString text = QStringLiteral("<table cellspacing='4'>");
    text += row(AboutDialog::tr("Program"), QCoreApplication::applicationFilePath());
    text += row(AboutDialog::tr("Settings"), Settings::fileName());
    text += row(AboutDialog::tr("Your data"), place(QStandardPaths::AppDataLocation));
    text += row(AboutDialog::tr("Cache"), place(QStandardPaths::CacheLocation));
    text += row(AboutDialog::tr("Shipped database"), shipped("sweepscope-geo.mmdb"));
    const QStringList chosen = Settings::geoDatabases();
    for (const QString& path : chosen)
        text += row(AboutDialog::tr("Database of your own"), path);
    text += row(AboutDialog::tr("Sample"), shipped("telescope-day.pcap.gz"));
    return text + QStringLiteral("</table>");
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent, Page page)
    : QDialog(parent) {
    setWindowTitle(tr("About %1").arg(QLatin1String(kProgramName)));
    setMinimumSize(480, 320);
    auto* const tabs = new QTabWidget();
    tabs->addTab(richLabel(aboutText()), tr("About"));
    tabs->addTab(richLabel(dataText()), tr("Data"));
    tabs->addTab(richLabel(placesText()), tr("Folders"));
    tabs->setCurrentIndex(static_cast<int>(page));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
}

} // namespace sweepscope
