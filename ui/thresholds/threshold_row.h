// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thresholds/threshold_scale.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QWidget>

#include <functional>
#include <optional>

namespace sweepscope {

/// One threshold: its name, an exact field, a slider, and below what the value means here.
///
/// Field and slider are tied both ways. The slider tells of each move; the field only when typing
/// has ended, so that no half-typed number is ever applied.
class ThresholdRow : public QWidget {
    Q_OBJECT

public:
    /// How a value is typed and read: `toText` with its unit; `fromText` gives nothing for
    /// nonsense; `onScale` is the number that the slider shows for it, where that is another one.
    struct Notation {
        std::function<QString(double)> toText;
        std::function<std::optional<double>(const QString&)> fromText;
        std::function<double(double)> onScale = [](double value) { return value; };
    };

    ThresholdRow(const QString& name, const ThresholdScale& scale, Notation notation,
        QWidget* parent = nullptr);

    [[nodiscard]] double value() const { return m_value; }

    [[nodiscard]] const QString& name() const { return m_name; }

    [[nodiscard]] bool isDragged() const { return m_slider->isSliderDown(); }

    /// The value in force was typed.
    [[nodiscard]] bool isTyped() const { return m_isTyped; }

    /// Without telling: for values that come from elsewhere.
    void setValue(double value);
    void setScale(const ThresholdScale& scale);
    void setNote(const QString& text, bool isWarning);

    [[nodiscard]] QSlider& slider() { return *m_slider; }

    [[nodiscard]] QLineEdit& field() { return *m_field; }

    [[nodiscard]] QString noteText() const { return m_note->text(); }

signals:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void stepFurther(int action);
    void takeSlider(int place);
    void takeField();

    ThresholdScale m_scale;
    Notation m_notation;
    QString m_name;
    double m_value = 0;
    bool m_isTyped = false;
    QLineEdit* m_field;
    QSlider* m_slider;
    QLabel* m_note;
};

} // namespace sweepscope
