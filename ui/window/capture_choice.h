// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"

#include <QMimeData>
#include <QStringList>
#include <QWidget>

namespace sweepscope {

/// Which captures to open, asked in the system's dialogs; empty: none.
QStringList chooseCaptures(QWidget* window);
QString chooseFolder(QWidget* window);

/// Files and folders of this machine that are dragged.
QStringList localPaths(const QMimeData& dragged);

/// "first.pcap and 3 more"; empty where there are none.
QString nameOf(const QStringList& captures);

/// The captures that a material was read from.
QStringList filesOf(const Material& material);

/// Puts files into the list of recent ones.
void noteRecent(const QStringList& paths);

} // namespace sweepscope
