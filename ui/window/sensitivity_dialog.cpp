// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sensitivity_dialog.h"

#include "analysis/index_captures.h"
#include "pages/card.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace sweepscope {

SensitivityDialog::SensitivityDialog(Exporter& exporter, QWidget* parent)
    : QDialog(parent)
    , m_threshold(new QComboBox())
    , m_progress(new QProgressBar())
    , m_stop(new QPushButton(tr("Stop")))
    , m_chart(new SensitivityChart())
    , m_table(new TableView())
    , m_sweeping([this](const Request& request, const std::stop_token& stop) {
        sweepOne(request, stop);
    }) {
    setWindowTitle(tr("Sensitivity"));
    resize(860, 680);
    m_table->setAccessibleName(tr("Values of the threshold"));
    auto* const picture = new Card(tr("Along the range of the threshold"));
    picture->setContent(m_chart);
    picture->showLegendOf(m_chart);
    picture->addControl(exporter.buttonFor(m_chart, QStringLiteral("sensitivity")));
    auto* const numbers = new Card(tr("Values"));
    numbers->setContent(m_table);
    numbers->addControl(exporter.buttonFor(m_table, QStringLiteral("sensitivity")));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addLayout(makeHead());
    layout->addWidget(picture, 4);
    layout->addWidget(numbers, 3);
}

QLayout* SensitivityDialog::makeHead() {
    m_threshold->addItems(
        {tr("Expiry"), tr("Least targets"), tr("Least rate"), tr("Large from")}); // SweptThreshold
    m_threshold->setAccessibleName(tr("Threshold to sweep"));
    m_progress->setTextVisible(false);
    m_chart->setEmptyText(tr("Values of the threshold are being tried…"));
    m_table->setMissingText(tr("Values of the threshold are being tried…"));
    m_progress->setAccessibleName(tr("Progress of the sweep"));
    m_stop->setAutoDefault(false);
    connect(m_threshold, &QComboBox::currentIndexChanged, this, &SensitivityDialog::begin);
    connect(m_stop, &QPushButton::clicked, this, &SensitivityDialog::stop);
    auto* const head = new QHBoxLayout();
    head->addWidget(m_threshold);
    head->addWidget(m_progress, 1);
    head->addWidget(m_stop);
    return head;
}

void SensitivityDialog::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    if (isVisible())
        begin();
}

void SensitivityDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    begin();
}

void SensitivityDialog::begin() {
    if (m_snapshot == nullptr)
        return;
    m_progress->setRange(0, 0);
    m_stop->setEnabled(true);
    m_sweeping.cancel();
    m_sweeping.submit(
        {++m_generation, m_snapshot, static_cast<SweptThreshold>(m_threshold->currentIndex())});
}

/// On the sweeping thread.
void SensitivityDialog::sweepOne(const Request& request, const std::stop_token& stop) {
    Team team(threadCount(0));
    const auto done = [&](std::size_t some, std::size_t all) {
        QMetaObject::invokeMethod(this, [=, this, generation = request.generation] {
            if (generation == m_generation) {
                m_progress->setRange(0, static_cast<int>(all));
                m_progress->setValue(static_cast<int>(some));
            }
        });
    };
    auto result = sweep(request.snapshot->material, request.snapshot->question, request.threshold,
        team, done, stop);
    QMetaObject::invokeMethod(
        this, [this, generation = request.generation, result = std::move(result)] {
            takeSweep(generation, result);
        });
}

void SensitivityDialog::stop() {
    m_sweeping.cancel();
    m_stop->setEnabled(false);
    m_chart->setEmptyText(tr("Stopped. Choose a threshold above to try its values."));
    m_table->setMissingText(tr("Stopped. Choose a threshold above to try its values."));
}

void SensitivityDialog::takeSweep(unsigned generation, const std::optional<Sensitivity>& sweep) {
    if (generation != m_generation)
        return;
    m_stop->setEnabled(false);
    m_progress->setRange(0, 1);
    m_progress->setValue(sweep ? 1 : 0);
    if (!sweep)
        return;
    m_chart->setSweep(m_snapshot, *sweep);
    m_table->tableModel().setTable(sensitivityTable(m_snapshot, *sweep));
    m_table->sizeColumns();
    emit swept();
}

} // namespace sweepscope
