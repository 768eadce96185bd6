// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_row.h"

#include "style/role.h"
#include "style/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <utility>

namespace sweepscope {

ThresholdRow::ThresholdRow(
    const QString& name, const ThresholdScale& scale, Notation notation, QWidget* parent)
    : QWidget(parent)
    , m_scale(scale)
    , m_notation(std::move(notation))
    , m_name(name)
    , m_field(new QLineEdit())
    , m_slider(new QSlider(Qt::Horizontal))
    , m_note(new QLabel()) {
    auto* const label = new QLabel(name);
    label->setBuddy(m_field);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFixedWidth(86);
    m_field->setAccessibleName(name);
    m_slider->setRange(0, ThresholdScale::kSteps);
    m_slider->setPageStep(ThresholdScale::kSteps / 20);
    m_slider->setAccessibleName(name);
    m_note->setWordWrap(true);
    setRole(*m_note, "note");

    auto* const layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::kGrid);
    layout->setVerticalSpacing(metrics::kGrid / 2);
    layout->addWidget(label, 0, 0);
    layout->addWidget(m_field, 0, 1);
    layout->addWidget(m_slider, 1, 0, 1, 2);
    layout->addWidget(m_note, 2, 0, 1, 2);
    layout->setColumnStretch(0, 1);

    m_field->installEventFilter(this);
    connect(m_slider, &QSlider::valueChanged, this, &ThresholdRow::takeSlider);
    connect(m_slider, &QSlider::actionTriggered, this, &ThresholdRow::stepFurther);
    connect(m_field, &QLineEdit::editingFinished, this, &ThresholdRow::takeField);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        setStyled(*m_field, "wrong", !m_notation.fromText(text).has_value());
    });
}

/// Undo and redo are the field's own only while something is typed in it; after that they are those
/// of the thresholds.
bool ThresholdRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::ShortcutOverride && !m_field->isModified()) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ThresholdRow::setValue(double value) {
    m_value = value;
    const QSignalBlocker silent(m_slider);
    m_slider->setValue(m_scale.placeOf(m_notation.onScale(value)));
    m_field->setText(m_notation.toText(value));
    setStyled(*m_field, "wrong", false);
}

void ThresholdRow::setScale(const ThresholdScale& scale) {
    m_scale = scale;
    setValue(m_value);
}

void ThresholdRow::setNote(const QString& text, bool isWarning) {
    m_note->setText(text);
    setRole(*m_note, isWarning ? "warning" : "note");
}

/// An arrow key leads to the next value, whatever number of places away that is: many places share
/// one of two digits.
void ThresholdRow::stepFurther(int action) {
    const bool isUp = action == QAbstractSlider::SliderSingleStepAdd;
    if (!isUp && action != QAbstractSlider::SliderSingleStepSub)
        return;
    int place = m_slider->sliderPosition();
    const auto isPassed = [&] {
        const double value = m_scale.valueAt(place);
        return isUp ? value > m_value : value < m_value;
    };
    while (!isPassed() && place > m_slider->minimum() && place < m_slider->maximum())
        place += isUp ? 1 : -1;
    m_slider->setSliderPosition(place);
}

/// Places that share a value are one.
void ThresholdRow::takeSlider(int place) {
    const double before = std::exchange(m_value, m_scale.valueAt(place));
    if (m_value == before)
        return;
    m_isTyped = false;
    m_field->setText(m_notation.toText(m_value));
    setStyled(*m_field, "wrong", false);
    emit valueChanged(m_value);
}

/// Nonsense is taken back: the field shows the value that holds.
void ThresholdRow::takeField() {
    const std::optional<double> typed = m_notation.fromText(m_field->text());
    const double before = m_value;
    m_isTyped = true;
    setValue(typed.value_or(before));
    if (m_value != before)
        emit valueChanged(m_value);
}

} // namespace sweepscope
