// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/baseline_marks.h"

#include "analysis/beside_studies.h"
#include "format/display_sentence.h"
#include "style/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace sweepscope {

std::vector<Baseline> baselinesFor(
    const Snapshot& snapshot, Metric metric, const std::string& key) {
    if (!canStandBesideStudies(snapshot))
        return {};
    std::vector<Baseline> baselines = Baselines::shipped().of(metric);
    std::erase_if(baselines, [&](const Baseline& each) { return each.key != key; });
    return baselines;
}

void paintBaseline(QPainter& painter, const QPointF& place, const Baseline& baseline) {
    constexpr double kSize = 5;
    const bool isContaminated = !baseline.study.contaminated.empty();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().text, 1.5, isContaminated ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(theme().card);
    painter.drawPolygon(QPolygonF({place + QPointF(0, -kSize), place + QPointF(kSize, 0),
        place + QPointF(0, kSize), place + QPointF(-kSize, 0)}));
    painter.restore();
}

QString baselineText(const Baseline& baseline) {
    QStringList cares;
    for (const Sentence& each : caresOf(baseline))
        cares << displaySentence(each);
    return displaySentence(inShort(baseline)) + QLatin1Char('\n') + cares.join(QLatin1Char(' '));
}

} // namespace sweepscope
