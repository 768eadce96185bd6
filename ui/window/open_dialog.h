// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "capture/frame_filter.h"
#include "thresholds/telescope_field.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

#include <memory>
#include <optional>

namespace sweepscope {

/// What captures are opened with.
struct OpenChoice {
    QStringList paths; ///< files and folders
    PrefixSet telescope;
    std::optional<double> telescopeAddresses;
    std::shared_ptr<const FrameFilter> filter; ///< null: all frames
    bool entersTunnels = false;
};

/// Open with options: several files and folders, the telescope, a filter, tunnels. What is typed is
/// checked while it is typed; the filter after a pause and on another thread, since names in it may
/// be looked up.
class OpenDialog : public QDialog {
    Q_OBJECT

public:
    explicit OpenDialog(const OpenChoice& begin, QWidget* parent = nullptr);

    [[nodiscard]] OpenChoice choice() const;

    void addPaths(const QStringList& paths);

private:
    struct CheckedFilter {
        std::shared_ptr<const FrameFilter> filter;
        QString problem;
    };

    static CheckedFilter check(const QString& expression);
    QWidget* makeList();
    QWidget* makeFilter();
    void askForFiles();
    void askForFolder();
    void awaitFilter();
    void checkFilter();
    void takeFilter();
    void allow();

    QListWidget* m_list;
    TelescopeField* m_telescope;
    QLineEdit* m_filter;
    QLabel* m_filterNote;
    QCheckBox* m_tunnels;
    QDialogButtonBox* m_buttons;
    QTimer m_pause;                        ///< running: the text was changed a moment ago
    QFutureWatcher<CheckedFilter> m_check; ///< of the text that stands in the field
    CheckedFilter m_checked;
};

} // namespace sweepscope
