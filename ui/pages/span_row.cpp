// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/span_row.h"

#include "style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace sweepscope {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

QDateTime toQt(Timestamp time) {
    std::int64_t seconds = time.nanoseconds / kSecond;
    if (time.nanoseconds % kSecond < 0)
        --seconds;
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

Timestamp fromQt(const QDateTime& time) {
    return {time.toSecsSinceEpoch() * kSecond};
}

} // namespace

SpanRow::SpanRow(QWidget* parent)
    : QWidget(parent) {
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    const auto addField = [&](const QString& name) {
        auto* const field = new QDateTimeEdit();
        field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        field->setTimeSpec(Qt::UTC);
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field->setAccessibleName(name);
        field->setKeyboardTracking(false);
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &SpanRow::changed);
        layout->addWidget(field);
        return field;
    };
    const std::array names = {tr("A"), tr("B")};
    for (std::size_t side = 0; side < names.size(); ++side) {
        if (side > 0)
            layout->addSpacing(metrics::kGap);
        layout->addWidget(new QLabel(names[side]));
        m_from[side] = addField(tr("Begin of %1, UTC").arg(names[side]));
        layout->addWidget(new QLabel(tr("to")));
        m_to[side] = addField(tr("End of %1, UTC").arg(names[side]));
    }
    layout->addWidget(new QLabel(tr("UTC")));
    auto* const halves = new QPushButton(tr("Halves"));
    halves->setToolTip(tr("The first half of the capture against the second"));
    connect(halves, &QPushButton::clicked, this, &SpanRow::halvesRequested);
    layout->addWidget(halves);
    layout->addStretch(1);
}

void SpanRow::set(const TimeRange& a, const TimeRange& b) {
    const std::array spans = {a, b};
    for (std::size_t side = 0; side < spans.size(); ++side) {
        const QSignalBlocker from(m_from[side]);
        const QSignalBlocker to(m_to[side]);
        m_from[side]->setDateTime(toQt(spans[side].first));
        // Whole seconds, and the last moment must lie before the end.
        m_to[side]->setDateTime(toQt(spans[side].last + Duration{kSecond}));
    }
}

TimeRange SpanRow::span(std::size_t side) const {
    return {fromQt(m_from[side]->dateTime()), fromQt(m_to[side]->dateTime()) + Duration{-1}};
}

} // namespace sweepscope
