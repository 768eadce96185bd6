// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/about_dialog.h"

#include "base/data_files.h"
#include "base/version.h"
#include "window/settings.h"

#include <QDialogButtonBox>
#include <QLabel>
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

QString aboutText() {
    return AboutDialog::tr(
        "<h3>%1 %2</h3><p>Shows who sweeps the Internet, from captures of a network "
        "telescope.</p><p>Licence: GPL-3.0-or-later. There is no warranty.</p>"
        "<p>Built with Qt %3, Qt Charts, libpcap, libmaxminddb, zlib, {fmt}, CLI11 "
        "and nlohmann-json.</p>")
        .arg(
            QLatin1String(kProgramName), QLatin1String(kProgramVersion), QLatin1String(qVersion()));
}

QString dataText() {
    return AboutDialog::tr(
        "<p>Countries and networks: the <a href='https://location.ipfire.org'>IPFire Location</a> "
        "database, as packaged by Debian and the Tor Project, under "
        "<a href='https://creativecommons.org/licenses/by-sa/4.0/'>CC BY-SA 4.0</a>; brought into "
        "one "
        "file by this project, which stays under that licence.</p>"
        "<p>Outlines of countries: <a href='https://www.naturalearthdata.com'>Natural Earth</a>, in "
        "the public domain.</p>");
}

QString placesText() {
    const auto database = findDataFile("sweepscope-geo.mmdb");
    return AboutDialog::tr("<p>Settings: %1</p><p>Shipped database: %2</p>")
        .arg(Settings::fileName().toHtmlEscaped(),
            database ? QString::fromStdString(*database).toHtmlEscaped()
                     : AboutDialog::tr("not found beside the program"));
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("About %1").arg(QLatin1String(kProgramName)));
    setMinimumSize(480, 320);
    auto* const tabs = new QTabWidget();
    tabs->addTab(richLabel(aboutText()), tr("About"));
    tabs->addTab(richLabel(dataText()), tr("Data"));
    tabs->addTab(richLabel(placesText()), tr("Folders"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
}

} // namespace sweepscope
