// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace sweepscope {

/// A calm line above the pages for what went wrong or is not whole. Hidden while there is nothing
/// to say.
class NoticeStrip : public QFrame {
    Q_OBJECT

public:
    explicit NoticeStrip(QWidget* parent = nullptr);

    /// Empty hides the strip. `hasMore`: offers to show the whole of it elsewhere.
    void say(const QString& text, bool hasMore = false);

    /// What somebody asked for failed. Holds until the strip says something else.
    void sayFailed(const QString& problem);

    [[nodiscard]] bool isFailure() const { return m_isFailure && isVisible(); }

    [[nodiscard]] QString text() const { return m_text->text(); }

signals:
    void moreRequested();

private:
    QLabel* m_text;
    QToolButton* m_more;
    bool m_isFailure = false;
};

} // namespace sweepscope
