// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/details_tables.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace sweepscope {

/// What stands out, a sentence each; its beginning is a link that narrows to what it speaks of.
class HighlightList : public QWidget {
    Q_OBJECT

public:
    explicit HighlightList(QWidget* parent = nullptr);

    void setDetails(DetailsPointer details);

    /// While captures are being read nothing is known, and nothing of others before them stays.
    void showReading();

    /// The sentences without markup.
    [[nodiscard]] QStringList sentences() const { return m_sentences; }

    /// As a click on the link would.
    void follow(std::size_t place);

signals:
    void narrowRequested(const sweepscope::Narrowing& step);

private:
    void clear();
    void say(const QString& text);

    DetailsPointer m_details;
    QStringList m_sentences;
    QVBoxLayout* m_layout;
    bool m_isReading = false;
};

} // namespace sweepscope
