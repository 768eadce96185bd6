// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/status_line.h"

#include "format/display_text.h"
#include "format/display_zone.h"
#include "style/theme.h"

#include <algorithm>

namespace sweepscope {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_message(new QLabel())
    , m_answer(new QLabel())
    , m_progress(new QProgressBar())
    , m_stop(new QToolButton())
    , m_databases(new QLabel())
    , m_zone(new QLabel()) {
    setSizeGripEnabled(false);
    setContentsMargins(metrics::kGap - 4, 0, metrics::kGap - 4, 0);
    m_answer->setContentsMargins(metrics::kGap, 0, 0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(180);
    m_progress->setAccessibleName(tr("Progress of reading"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End the reading; what was read is kept"));
    addWidget(m_progress);
    addWidget(m_stop);
    addWidget(m_message);
    addWidget(m_answer);
    addPermanentWidget(m_databases);
    addPermanentWidget(m_zone);
    m_zone->setToolTip(tr("The zone of all times shown; files are in UTC"));
    showZone();
    connect(m_stop, &QToolButton::clicked, this, &StatusLine::stopRequested);
    endProgress();
}

void StatusLine::showProgress(const ReadingProgress& progress) {
    m_progress->show();
    m_stop->show();
    m_answer->hide();
    // Without a known size the bar only shows that something moves.
    constexpr int kSteps = 1000;
    const bool isKnown = progress.bytesTotal > 0;
    m_progress->setRange(0, isKnown ? kSteps : 0);
    const double share = isKnown ? std::min(1.0, static_cast<double>(progress.bytesDone) /
                                                     static_cast<double>(progress.bytesTotal))
                                 : 0;
    m_progress->setValue(static_cast<int>(share * kSteps));
    m_message->setText(progressText(progress, share));
}

QString StatusLine::progressText(const ReadingProgress& progress, double share) {
    const QString done = displayBytes(progress.bytesDone);
    QString text = progress.bytesTotal > 0
                       ? tr("%1 of %2").arg(done, displayBytes(progress.bytesTotal))
                       : done;
    constexpr double kSteady = 0.2; // seconds, before which a rate says little
    if (progress.seconds > kSteady)
        text += tr(" · %1/s").arg(displayBytes(static_cast<std::uint64_t>(
            static_cast<double>(progress.bytesDone) / progress.seconds)));
    text += QStringLiteral(" · ") +
            tr("%1 frames", nullptr, pluralOf(progress.frames)).arg(displayShort(progress.frames));
    if (share > 0.02)
        text += tr(" · %1 left")
                    .arg(displayDuration(
                        Duration::fromSeconds(progress.seconds / share * (1 - share))));
    if (progress.filesTotal > 1)
        text += tr(" · file %1 of %2")
                    .arg(std::min(progress.filesDone + 1, progress.filesTotal))
                    .arg(progress.filesTotal);
    return text;
}

void StatusLine::endProgress() {
    m_progress->hide();
    m_stop->hide();
    m_answer->show();
}

void StatusLine::showReading(const Material& material, double seconds) {
    std::uint64_t bytes = 0;
    for (const FileReport& file : material.captures->files)
        bytes += file.bytes;
    m_message->setText(
        tr("Read %1 frames, %2 in %3", nullptr, pluralOf(material.index->counts.frames))
            .arg(displayShort(material.index->counts.frames), displayBytes(bytes),
                displayDuration(Duration::fromSeconds(seconds))));
}

void StatusLine::showAnswer(const Snapshot& snapshot, double milliseconds) {
    m_answer->setText(tr("%1 scans in %2 ms", nullptr, pluralOf(snapshot.totals.scans))
                          .arg(displayCount(snapshot.totals.scans), displayNumber(milliseconds)));
}

void StatusLine::showDatabases(const GeoDatabases& databases) {
    QStringList names;
    for (const GeoDatabase& database : databases.databases()) {
        const Timestamp built{database.buildTime() * 1'000'000'000};
        names << QStringLiteral("%1 %2").arg(
            QString::fromStdString(database.type()), displayTime(built).left(10));
    }
    m_databases->setText(
        names.isEmpty() ? tr("no country database") : names.join(QStringLiteral(", ")));
}

void StatusLine::clearAnswers() {
    m_message->clear();
    m_answer->clear();
}

void StatusLine::showZone() {
    m_zone->setText(zoneName());
}

void StatusLine::say(const QString& text) {
    m_message->setText(text);
}

} // namespace sweepscope
