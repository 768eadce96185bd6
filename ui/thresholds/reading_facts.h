// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace sweepscope {

/// What was read, in a few lines: captures, frames, and how healthy the reading was.
class ReadingFacts : public QWidget {
    Q_OBJECT

public:
    explicit ReadingFacts(QWidget* parent = nullptr);

    void setMaterial(const Material& material);
    void clear();

signals:
    void healthRequested(); ///< somebody wants to know more

private:
    QLabel* m_files;
    QLabel* m_frames;
    QPushButton* m_health;
};

} // namespace sweepscope
