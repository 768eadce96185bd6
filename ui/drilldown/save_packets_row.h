// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/packet_saver.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

namespace sweepscope {

/// A line that is in sight while packets are saved: what is written where, how far it is, and Stop;
/// afterwards it says how it went. All packets of the source are saved, also those that the
/// pictures leave out.
class SavePacketsRow : public QWidget {
    Q_OBJECT

public:
    explicit SavePacketsRow(QWidget* parent = nullptr);

    /// The probes of a source, or all that it sends. Does nothing while others are being saved.
    void save(const std::shared_ptr<const Snapshot>& snapshot, const Address& source,
        bool isProbesOnly, const QString& path);

    void stop() { m_saver.stop(); }

    [[nodiscard]] bool isSaving() const { return m_saver.isSaving(); }

    [[nodiscard]] QString text() const { return m_text->text(); }

signals:
    void changed(); ///< saving began or ended
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void end(const QString& text);

    PacketSaver m_saver;
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_stop;
};

} // namespace sweepscope
