// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/span_row.h"

#include "style/theme.h"

#include <QGridLayout>
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
    auto* const layout = new QGridLayout(this); // one span below the other: a page may be narrow
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::kGrid);
    layout->setVerticalSpacing(metrics::kGrid / 2);
    const std::array names = {tr("A"), tr("B")};
    for (std::size_t side = 0; side < names.size(); ++side) {
        const int row = static_cast<int>(side);
        m_from[side] = makeField(tr("Begin of %1, UTC").arg(names[side]));
        m_to[side] = makeField(tr("End of %1, UTC").arg(names[side]));
        layout->addWidget(new QLabel(names[side]), row, 0);
        layout->addWidget(m_from[side], row, 1);
        layout->addWidget(new QLabel(tr("to")), row, 2);
        layout->addWidget(m_to[side], row, 3);
        layout->addWidget(new QLabel(tr("UTC")), row, 4);
    }
    auto* const halves = new QPushButton(tr("Halves"));
    halves->setToolTip(tr("The first half of the capture against the second"));
    connect(halves, &QPushButton::clicked, this, &SpanRow::halvesRequested);
    layout->addWidget(halves, 0, 5);
    layout->setColumnStretch(6, 1);
}

QDateTimeEdit* SpanRow::makeField(const QString& name) {
    auto* const field = new QDateTimeEdit();
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    field->setTimeSpec(Qt::UTC);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setAccessibleName(name);
    field->setKeyboardTracking(false);
    connect(field, &QDateTimeEdit::dateTimeChanged, this, &SpanRow::changed);
    return field;
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
