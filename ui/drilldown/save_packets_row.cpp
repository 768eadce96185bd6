// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/save_packets_row.h"

#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QFileInfo>
#include <QGridLayout>

namespace sweepscope {

namespace {
constexpr int kSteps = 1000;
} // namespace

SavePacketsRow::SavePacketsRow(QWidget* parent)
    : QWidget(parent)
    , m_text(roleLabel(QString(), "note"))
    , m_progress(new QProgressBar())
    , m_stop(new QPushButton(tr("Stop"))) {
    m_text->setWordWrap(true);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Saving packets"));
    m_stop->setToolTip(tr("End the saving; no file is left"));
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::kGrid);
    grid->addWidget(m_text, 0, 0, 1, 2);
    grid->addWidget(m_progress, 1, 0);
    grid->addWidget(m_stop, 1, 1);
    connect(m_stop, &QPushButton::clicked, this, &SavePacketsRow::stop);
    connect(&m_saver, &PacketSaver::progressed, m_progress,
        [this](double share) { m_progress->setValue(static_cast<int>(kSteps * share)); });
    connect(&m_saver, &PacketSaver::saved, this,
        [this](const QString& path, quint64 packets, const QString& problem) {
            QString text = tr("%1 packets saved in %2", nullptr, pluralOf(packets))
                               .arg(displayCount(packets), QFileInfo(path).fileName());
            if (!problem.isEmpty())
                text += QStringLiteral("; ") + problem;
            end(text);
            emit saved(path);
        });
    connect(&m_saver, &PacketSaver::stopped, this,
        [this] { end(tr("The saving was stopped; no file was written")); });
    connect(&m_saver, &PacketSaver::failed, this, [this](const QString& message) {
        end(message);
        emit failed(message);
    });
    hide();
}

void SavePacketsRow::save(const std::shared_ptr<const Snapshot>& snapshot, const Address& source,
    bool isProbesOnly, const QString& path) {
    if (isSaving())
        return;
    PacketChoice choice;
    choice.sources = PrefixSet({Prefix::around(source, source.isV4() ? 32 : 128)});
    for (std::size_t i = 0; i < kKindCount && isProbesOnly; ++i) {
        if (isProbe(static_cast<Kind>(i)))
            choice.kinds.push_back(static_cast<Kind>(i));
    }
    m_text->setText(tr("Saving the packets of %1 in %2…")
                        .arg(QString::fromStdString(toText(source)), QFileInfo(path).fileName()));
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    show();
    m_saver.save(snapshot, choice, path);
    emit changed();
}

void SavePacketsRow::end(const QString& text) {
    m_text->setText(text);
    m_progress->hide();
    m_stop->hide();
    emit changed();
}

} // namespace sweepscope
