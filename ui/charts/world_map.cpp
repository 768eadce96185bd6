// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/world_map.h"

#include "format/display_text.h"
#include "style/theme.h"

#include <QFile>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

/// The pictures of a static library are only linked in when somebody asks for them by name; the
/// macro wants to stand outside of any namespace.
static void loadOutlines() {
    Q_INIT_RESOURCE(map);
}

namespace sweepscope {

namespace {

struct Outline {
    CountryId country; ///< may be none, for areas without a code
    QPainterPath path; ///< in tenths of a degree, north up
};

/// The part of the world that has countries on it, without the empty south.
const QRectF kWorld(-1800, -840, 3600, 1410);

/// From these shares up a country has the next colour.
constexpr std::array kSteps = {0.0, 0.005, 0.02, 0.05, 0.15};

QPainterPath pathOf(const QString& rings) {
    QPainterPath path;
    for (const QString& ring : rings.split(QLatin1Char('/'))) {
        const QStringList numbers = ring.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QPolygonF polygon;
        for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
            polygon << QPointF(numbers[i].toDouble(), -numbers[i + 1].toDouble());
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

/// Read once: the same for every map.
const std::vector<Outline>& outlines() {
    static const std::vector<Outline> kOutlines = [] {
        loadOutlines();
        std::vector<Outline> all;
        QFile file(QStringLiteral(":/map/outlines.txt"));
        if (!file.open(QIODevice::ReadOnly))
            return all;
        const QStringList lines =
            QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& line : lines)
            all.push_back({CountryId::fromCode(line.left(2).toStdString()), pathOf(line.mid(3))});
        return all;
    }();
    return kOutlines;
}

std::size_t stepOf(double share) {
    return static_cast<std::size_t>(
        std::upper_bound(kSteps.begin(), kSteps.end(), share) - kSteps.begin() - 1);
}

/// From the lightest to the strongest; on dark ground the strongest is the lightest.
QColor colourOfStep(std::size_t step) {
    const double strength = 0.2 + 0.8 * static_cast<double>(step) / (kSteps.size() - 1);
    const QColor from = theme().card;
    const QColor to = theme().largeScan;
    const auto mixed = [&](int a, int b) { return static_cast<int>(a + (b - a) * strength); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()),
        mixed(from.blue(), to.blue())};
}

} // namespace

WorldMap::WorldMap(QWidget* parent)
    : ChartWidget(parent) {
    setMinimumHeight(160);
}

void WorldMap::setSnapshot(SnapshotPointer snapshot) {
    m_snapshot = std::move(snapshot);
    rebuild();
    emit legendChanged();
}

void WorldMap::setWeight(Weight weight) {
    m_weight = weight;
    rebuild();
}

void WorldMap::rebuild() {
    m_shares.assign(CountryId::kCount, 0);
    m_ranked.clear();
    if (m_snapshot != nullptr)
        m_ranked = rankCountries(m_snapshot->countries, m_weight);
    for (const CountryShare& each : m_ranked)
        m_shares[each.count.country.number()] = each.share;
    setAccessibleName(tr("World map"));
    setAccessibleDescription(description());
    viewport()->update();
}

/// As large as fits, in the middle.
QTransform WorldMap::toWidget() const {
    const double scale =
        std::min(viewport()->width() / kWorld.width(), viewport()->height() / kWorld.height());
    QTransform transform;
    transform.translate((viewport()->width() - kWorld.width() * scale) / 2,
        (viewport()->height() - kWorld.height() * scale) / 2);
    transform.scale(scale, scale);
    transform.translate(-kWorld.left(), -kWorld.top());
    return transform;
}

QColor WorldMap::colourOf(CountryId country) const {
    const double share = country.isKnown() ? m_shares[country.number()] : 0;
    return share > 0 ? colourOfStep(stepOf(share)) : theme().ground;
}

void WorldMap::drawForeground(QPainter* painter, const QRectF& rect) {
    painter->save();
    painter->setTransform(toWidget(), true);
    painter->setClipRect(kWorld, Qt::IntersectClip);
    QPen border(theme().isDark ? theme().line : theme().line.darker(112), 1);
    border.setCosmetic(true);
    painter->setPen(border);
    for (const Outline& outline : outlines()) {
        painter->setBrush(colourOf(outline.country));
        painter->drawPath(outline.path);
    }
    painter->restore();
    ChartWidget::drawForeground(painter, rect);
}

std::optional<CountryId> WorldMap::countryAt(const QPointF& position) const {
    const QPointF place = toWidget().inverted().map(position);
    if (!kWorld.contains(place))
        return std::nullopt;
    for (const Outline& outline : outlines()) {
        if (outline.country.isKnown() && outline.path.contains(place))
            return outline.country;
    }
    return std::nullopt;
}

std::optional<QPointF> WorldMap::pointIn(CountryId country) const {
    for (const Outline& outline : outlines()) {
        if (outline.country != country)
            continue;
        // The middle of a country may lie outside of it: a grid over it finds the inside.
        const QRectF box = outline.path.boundingRect();
        constexpr int kPlaces = 20;
        for (int i = 1; i < kPlaces * kPlaces; ++i) {
            const int row = i / kPlaces;
            const int column = i % kPlaces;
            const QPointF at(box.left() + box.width() * column / kPlaces,
                box.top() + box.height() * row / kPlaces);
            if (kWorld.contains(at) && outline.path.contains(at))
                return toWidget().map(at);
        }
    }
    return std::nullopt;
}

std::vector<Term> WorldMap::termsIn(const QRectF& area) const {
    const auto country = countryAt(area.topLeft());
    const bool hasScans = country && !m_shares.empty() && m_shares[country->number()] > 0;
    return hasScans ? std::vector<Term>{*country} : std::vector<Term>();
}

/// Of each country that has scans and is on the map, in the order of their shares, a place in it.
std::vector<QRectF> WorldMap::spots() const {
    constexpr double kSize = 14;
    std::vector<QRectF> spots;
    for (const CountryShare& each : m_ranked) {
        if (!each.count.country.isKnown())
            continue;
        if (const auto place = pointIn(each.count.country))
            spots.emplace_back(place->x() - kSize / 2, place->y() - kSize / 2, kSize, kSize);
    }
    return spots;
}

QString WorldMap::textAt(const QPointF& place) const {
    const auto country = countryAt(place);
    if (!country || m_shares.empty())
        return {};
    return tr("%1: %2").arg(coreText(nameOf(*country)), displayShare(m_shares[country->number()]));
}

std::shared_ptr<const Table> WorldMap::numbers() const {
    return m_snapshot == nullptr ? nullptr : countryTable(m_snapshot, m_weight);
}

std::vector<LegendEntry> WorldMap::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (std::size_t step = 0; step < kSteps.size(); ++step) {
        const QString from = QLocale().toString(kSteps[step] * 100);
        entries.push_back({step + 1 == kSteps.size()
                               ? tr("from %1 %").arg(from)
                               : tr("to %1 %").arg(QLocale().toString(kSteps[step + 1] * 100)),
            colourOfStep(step)});
    }
    return entries;
}

QString WorldMap::description() const {
    QStringList parts;
    for (const CountryShare& each : m_ranked) {
        if (each.count.country.isKnown() && parts.size() < 5)
            parts << QStringLiteral("%1 %2").arg(
                coreText(nameOf(each.count.country)), displayShare(each.share));
    }
    return parts.isEmpty() ? tr("No country is known") : parts.join(QStringLiteral(", "));
}

std::unique_ptr<ChartWidget> WorldMap::copy() const {
    auto map = std::make_unique<WorldMap>();
    map->m_weight = m_weight;
    map->setSnapshot(m_snapshot);
    return map;
}

} // namespace sweepscope
