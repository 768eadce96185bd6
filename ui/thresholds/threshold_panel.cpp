// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_panel.h"

#include "analysis/make_snapshot.h"
#include "analysis/warnings.h"
#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"
#include "thresholds/notations.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kWeek = 7 * 86'400;
constexpr double kAcceptedCut = 0.001;
constexpr double kMostCut = 0.01;

/// In sources and widgets a threshold's place among its neighbours never changes.
enum RateScopePlace : int { kInternetWide, kAtTelescope };

} // namespace

ThresholdPanel::ThresholdPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_profile(fromCore(kAutoProfile)) {
    m_thresholds = findProfile(kAutoProfile, kLeastTelescope).value().thresholds;
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(288);
    setAccessibleName(tr("What is a scan?"));
    build();
    fillProfiles();
    showThresholds();
}

void ThresholdPanel::build() {
    auto* const content = new QWidget();
    setRole(*content, "panel");
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(makeThresholds());
    layout->addWidget(makeEffect());
    layout->addWidget(makeTelescope());
    m_facts = new ReadingFacts();
    connect(m_facts, &ReadingFacts::healthRequested, this, &ThresholdPanel::healthRequested);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    setWidget(content);
}

QWidget* ThresholdPanel::makeThresholds() {
    m_profiles = new QComboBox();
    m_profiles->setAccessibleName(tr("Profile"));
    const double base = kBaseGap.inSeconds();
    m_expiry =
        new ThresholdRow(tr("Silence that ends it"), {base, kWeek}, inUnit(tr("s"), base, 1e9));
    m_targets = new ThresholdRow(tr("Targets at least"), {1, 4096},
        targetsNotation([this] { return telescope().addresses; }));
    m_rate = new ThresholdRow(tr("Rate at least"), {0.001, 1e6, true}, inUnit(tr("pps"), 0, 1e12));
    m_large = new ThresholdRow(tr("Large from"), {0.01, 100}, inUnit(QStringLiteral("%"), 0, 100));
    m_expiry->setObjectName(QStringLiteral("expiry"));
    m_targets->setObjectName(QStringLiteral("minTargets"));
    m_rate->setObjectName(QStringLiteral("minRate"));
    m_large->setObjectName(QStringLiteral("large"));
    m_scope = new QComboBox();
    m_scope->addItems({tr("Internet-wide"), tr("at the telescope")});
    m_scope->setAccessibleName(tr("Where the rate is meant"));
    m_by = new QComboBox();
    m_by->addItems({tr("source and port"), tr("source, all ports")});
    m_by->setAccessibleName(tr("What makes one scan"));

    auto* const box = new QWidget();
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(roleLabel(tr("What is a scan?"), "section"));
    layout->addWidget(m_profiles);
    layout->addWidget(m_expiry);
    layout->addWidget(m_targets);
    layout->addWidget(m_rate);
    layout->addWidget(m_large);
    auto* const choices = new QFormLayout();
    choices->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    choices->setHorizontalSpacing(metrics::kGap);
    choices->addRow(tr("Rate is meant"), m_scope);
    choices->addRow(tr("One scan is"), m_by);
    layout->addLayout(choices);

    connect(m_profiles, &QComboBox::activated, this, &ThresholdPanel::takeProfile);
    for (ThresholdRow* const row : {m_expiry, m_targets, m_rate, m_large})
        connect(row, &ThresholdRow::valueChanged, this, &ThresholdPanel::takeRow);
    for (QComboBox* const choice : {m_scope, m_by})
        connect(choice, &QComboBox::activated, this, &ThresholdPanel::takeRow);
    return box;
}

QWidget* ThresholdPanel::makeEffect() {
    auto* const box = new QFrame();
    setRole(*box, "effect");
    m_scans = roleLabel(QStringLiteral("–"), "headline");
    m_difference = roleLabel(QString(), "difference");
    m_parts = roleLabel(tr("Open a capture to see its scans"), "note");
    m_parts->setWordWrap(true);
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, metrics::kGrid, 12, metrics::kGrid);
    layout->setSpacing(2);
    auto* const line = new QHBoxLayout();
    line->addWidget(m_scans);
    line->addWidget(new QLabel(tr("scans")), 1, Qt::AlignBottom);
    line->addWidget(m_difference, 0, Qt::AlignRight | Qt::AlignBottom);
    layout->addLayout(line);
    layout->addWidget(m_parts);
    return box;
}

QWidget* ThresholdPanel::makeTelescope() {
    auto* const box = new QWidget();
    auto* const layout = new QFormLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::kGap);
    layout->setVerticalSpacing(6);
    m_telescope = new TelescopeField();
    m_hitValue = roleLabel(QStringLiteral("–"), "value");
    m_hitValue->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hitValue->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addRow(roleLabel(tr("Telescope"), "section"));
    layout->addRow(m_telescope);
    layout->addRow(roleLabel(tr("One hit stands for"), "quiet"), m_hitValue);
    connect(m_telescope, &TelescopeField::changed, this, &ThresholdPanel::takeTelescope);
    return box;
}

void ThresholdPanel::fillProfiles() {
    m_profiles->addItem(tr("Automatic"), fromCore(kAutoProfile));
    for (const Profile& profile : profiles()) {
        m_profiles->addItem(fromCore(profile.title), fromCore(profile.name));
        m_profiles->setItemData(m_profiles->count() - 1, fromCore(profile.origin), Qt::ToolTipRole);
    }
}

Telescope ThresholdPanel::telescope() const {
    const std::optional<double>& addresses = m_telescope->addresses();
    if (m_material)
        return telescopeOf(*m_material->index, m_material->telescopePrefixes, addresses);
    return {addresses.value_or(kLeastTelescope), !addresses.has_value()};
}

Question ThresholdPanel::question() const {
    return {m_profile.toStdString(), m_thresholds, telescope()};
}

void ThresholdPanel::setTelescope(const PrefixSet& prefixes, std::optional<double> addresses) {
    m_prefixes = prefixes;
    m_telescope->set(prefixes, addresses);
    explain();
}

void ThresholdPanel::chooseProfile(const QString& name) {
    const auto profile = findProfile(name.toStdString(), telescope().addresses);
    if (!profile.ok())
        return;
    m_profile = name;
    m_thresholds = profile.value().thresholds;
    m_isChanged = false;
    showThresholds();
    emit questionChanged();
}

void ThresholdPanel::takeProfile(int place) {
    chooseProfile(m_profiles->itemData(place).toString());
}

void ThresholdPanel::takeRow() {
    m_thresholds.expiry = Duration::fromSeconds(m_expiry->value());
    const double targets = m_targets->value();
    m_thresholds.minTargets.isPercent = targets < 0;
    m_thresholds.minTargets.value = std::abs(targets);
    if (!m_thresholds.minTargets.isPercent)
        m_thresholds.minTargets.floor = 1;
    m_thresholds.minRate = m_rate->value();
    m_thresholds.largeCoverage = m_large->value() / 100;
    m_thresholds.rateScope =
        m_scope->currentIndex() == kInternetWide ? RateScope::internet : RateScope::telescope;
    m_thresholds.by = m_by->currentIndex() == 0 ? Grouping::sourcePort : Grouping::source;
    m_isChanged = true;
    explain();
    emit questionChanged();
}

void ThresholdPanel::takeTelescope() {
    const bool hasOtherPrefixes = !(m_telescope->prefixes() == m_prefixes);
    m_prefixes = m_telescope->prefixes();
    if (hasOtherPrefixes && m_material)
        return emit telescopePrefixesChanged();
    if (m_profile == fromCore(kAutoProfile) && !m_isChanged)
        return chooseProfile(m_profile);
    explain();
    emit questionChanged();
}

void ThresholdPanel::setMaterial(const Material& material) {
    m_material = material;
    m_snapshot.reset();
    const double most = std::max(telescope().addresses, 2.0);
    m_targets->setScale({1, most});
    if (m_profile == fromCore(kAutoProfile) && !m_isChanged)
        m_thresholds = findProfile(kAutoProfile, most).value().thresholds;
    showThresholds();
    m_facts->setMaterial(material);
}

void ThresholdPanel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
    const Totals& totals = snapshot->totals;
    m_scans->setText(displayCount(totals.scans));
    m_parts->setText(tr("%1 small · %2 large · %3 sources")
                         .arg(displayCount(totals.small), displayCount(totals.large),
                             displayCount(totals.scanSources)));
    QString difference;
    if (m_snapshot != nullptr && !(m_snapshot->question == snapshot->question)) {
        const auto change = static_cast<std::int64_t>(totals.scans) -
                            static_cast<std::int64_t>(m_snapshot->totals.scans);
        difference = (change < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
                     displayCount(static_cast<std::uint64_t>(std::abs(change)));
    }
    m_difference->setText(difference);
    m_snapshot = snapshot;
}

void ThresholdPanel::showThresholds() {
    const QSignalBlocker silentProfiles(m_profiles);
    m_profiles->setCurrentIndex(std::max(m_profiles->findData(m_profile), 0));
    m_expiry->setValue(m_thresholds.expiry.inSeconds());
    const MinTargets& targets = m_thresholds.minTargets;
    m_targets->setValue(targets.isPercent ? -targets.value : targets.value);
    m_rate->setValue(m_thresholds.minRate);
    m_large->setValue(m_thresholds.largeCoverage * 100);
    m_scope->setCurrentIndex(
        m_thresholds.rateScope == RateScope::internet ? kInternetWide : kAtTelescope);
    m_by->setCurrentIndex(m_thresholds.by == Grouping::sourcePort ? 0 : 1);
    explain();
}

/// What each value means on this telescope, in words; in the warning colour where it cannot work.
void ThresholdPanel::explain() {
    const int place = std::max(m_profiles->findData(m_profile), 0);
    for (int i = 0; i < m_profiles->count(); ++i) {
        QString title =
            i == 0 ? tr("Automatic") : fromCore(profiles()[static_cast<std::size_t>(i - 1)].title);
        if (i == 0)
            title = tr("Automatic (%1)").arg(fromCore(autoProfileFor(telescope().addresses)));
        m_profiles->setItemText(
            i, i == place && m_isChanged ? tr("%1, changed").arg(title) : title);
    }
    explainExpiry();
    explainTargets();
    explainRate();
    const Telescope watched = telescope();
    m_large->setNote(tr("%1 of %2 addresses")
                         .arg(displayCount(static_cast<std::uint64_t>(std::ceil(
                                  m_thresholds.largeCoverage * watched.addresses - 1e-9))),
                             displayCount(static_cast<std::uint64_t>(watched.addresses))),
        false);
    m_telescope->setNote(
        watched.isInferred
            ? tr("%1 addresses, inferred from the targets of probes")
                  .arg(displayCount(static_cast<std::uint64_t>(watched.addresses)))
            : tr("%1 addresses").arg(displayCount(static_cast<std::uint64_t>(watched.addresses))));
    m_hitValue->setText(
        watched.addresses > 0
            ? tr("%1 hosts").arg(displayNumber(m_thresholds.internetSize / watched.addresses))
            : QStringLiteral("–"));
}

void ThresholdPanel::explainExpiry() {
    const auto cut = cutProbability(m_thresholds, telescope());
    const auto better = expiryFor(m_thresholds, telescope(), kAcceptedCut);
    if (!cut || !better)
        return m_expiry->setNote(tr("no least rate: any silence may be a slow scan"), false);
    const QString cuts = tr("cuts %1 of the gaps of the slowest scans").arg(displayShare(*cut));
    if (*cut <= kMostCut)
        return m_expiry->setNote(cuts, false);
    m_expiry->setNote(tr("%1 · %2 keeps them").arg(cuts, displayDuration(*better)), true);
}

void ThresholdPanel::explainTargets() {
    const double addresses = telescope().addresses;
    const std::uint64_t targets = m_thresholds.minTargets.on(addresses);
    const bool isImpossible = static_cast<double>(targets) > addresses;
    if (m_thresholds.minTargets.isPercent)
        return m_targets->setNote(tr("%1 targets").arg(displayCount(targets)), isImpossible);
    const QString share =
        addresses > 0 ? displayShare(static_cast<double>(targets) / addresses) : QString();
    m_targets->setNote(
        isImpossible ? tr("more than the telescope has") : tr("%1 of the telescope").arg(share),
        isImpossible);
}

void ThresholdPanel::explainRate() {
    const double addresses = telescope().addresses;
    if (m_thresholds.minRate <= 0)
        return m_rate->setNote(tr("any rate"), false);
    const double share = addresses / m_thresholds.internetSize;
    if (m_thresholds.rateScope == RateScope::telescope)
        return m_rate->setNote(
            tr("here · %1 pps Internet-wide").arg(displayNumber(m_thresholds.minRate / share)),
            false);
    const bool isTooSmall = addresses < kLeastTelescope;
    const QString here = displayNumber(m_thresholds.minRate * share);
    m_rate->setNote(isTooSmall ? tr("too few addresses for Internet-wide rates")
                               : tr("Internet-wide · %1 pps here").arg(here),
        isTooSmall);
}

} // namespace sweepscope
