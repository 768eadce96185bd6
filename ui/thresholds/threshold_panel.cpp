// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/threshold_panel.h"

#include "analysis/make_snapshot.h"
#include "format/display_text.h"
#include "style/elided_box.h"
#include "style/role.h"
#include "style/theme.h"
#include "thresholds/notations.h"
#include "thresholds/threshold_notes.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

constexpr double kWeek = 7 * 86'400;
constexpr int kTitleRole = Qt::UserRole + 1; ///< of a profile, whatever the box says of it
constexpr double kFast = 100;    ///< milliseconds of an answer that may be asked at every step
constexpr int kRest = 150;       ///< of the hand, in milliseconds, before a slow question is asked
constexpr int kOneGesture = 900; ///< longest pause between key strokes of one gesture

/// In sources and widgets a threshold's place among its neighbours never changes.
enum RateScopePlace : int { kInternetWide, kAtTelescope };

ThresholdSetting settingAtFirst() {
    return {fromCore(kAutoProfile), findProfile(kAutoProfile, kLeastTelescope).value().thresholds,
        false};
}

} // namespace

ThresholdPanel::ThresholdPanel(QUndoStack& history, QWidget* parent)
    : QScrollArea(parent)
    , m_setting(settingAtFirst())
    , m_history(history) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &ThresholdPanel::questionChanged);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the keyboard, and comes into sight
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(kLeastWidth);
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
    m_effect = new EffectBox();
    layout->addWidget(m_effect);
    layout->addWidget(makeTelescope());
    m_facts = new ReadingFacts();
    connect(m_facts, &ReadingFacts::healthRequested, this, &ThresholdPanel::healthRequested);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    setWidget(content);
    // Once the texts have their fonts: those of some languages are longer.
    QTimer::singleShot(0, this, [this, content] {
        const int wanted =
            content->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
        setMinimumWidth(std::max(minimumWidth(), wanted));
    });
}

QWidget* ThresholdPanel::makeThresholds() {
    m_profiles = new ElidedBox();
    m_profiles->setAccessibleName(tr("Profile"));
    const double base = kBaseGap.inSeconds();
    m_expiry =
        new ThresholdRow(tr("Silence that ends it"), {base, kWeek}, inUnit(tr("s"), base, 1e9));
    m_targets = new ThresholdRow(tr("Targets at least"), ThresholdScale::ofWholes(1, 4096),
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
    auto* const head = new QHBoxLayout();
    head->addWidget(roleLabel(tr("What is a scan?"), "section"), 1);
    m_reset = new QToolButton();
    m_reset->setText(tr("Reset"));
    setRole(*m_reset, "small");
    m_reset->setToolTip(tr("The thresholds of the profile again"));
    connect(m_reset, &QToolButton::clicked, this, &ThresholdPanel::reset);
    head->addWidget(m_reset);
    layout->addLayout(head);
    m_own = new OwnProfileMenu();
    auto* const choice = new QHBoxLayout();
    choice->addWidget(m_profiles, 1);
    choice->addWidget(m_own);
    layout->addLayout(choice);
    layout->addWidget(m_expiry);
    layout->addWidget(m_targets);
    layout->addWidget(m_rate);
    layout->addWidget(m_large);
    auto* const choices = new QFormLayout();
    choices->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    choices->setHorizontalSpacing(metrics::kGap);
    choices->addRow(tr("Rate is meant"), m_scope);
    choices->addRow(tr("One scan is"), m_by);
    layout->addLayout(choices);

    connectThresholds();
    return box;
}

void ThresholdPanel::connectThresholds() {
    connect(m_profiles, &QComboBox::activated, this, &ThresholdPanel::takeProfile);
    connect(m_own, &OwnProfileMenu::changed, this, &ThresholdPanel::takeOwnProfiles);
    connect(m_own, &OwnProfileMenu::saved, this, &ThresholdPanel::chooseProfile);
    for (ThresholdRow* const row : {m_expiry, m_targets, m_rate, m_large}) {
        connect(row, &ThresholdRow::valueChanged, this, [this, row] { takeRow(row); });
        connect(&row->slider(), &QSlider::sliderPressed, this, [this] { m_moved = nullptr; });
        connect(&row->slider(), &QSlider::sliderReleased, this, [this] {
            if (!m_rest.isActive())
                return;
            m_rest.stop();
            emit questionChanged();
        });
    }
    for (QComboBox* const choice : {m_scope, m_by})
        connect(choice, &QComboBox::activated, this, [this, choice] { takeRow(choice); });
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
    const auto add = [this](const QString& title, const QString& name, const QString& origin) {
        m_profiles->addItem(title, name);
        m_profiles->setItemData(m_profiles->count() - 1, title, kTitleRole);
        m_profiles->setItemData(m_profiles->count() - 1, origin, Qt::ToolTipRole);
    };
    m_profiles->clear();
    add(tr("Automatic"), fromCore(kAutoProfile), {});
    for (const Profile& profile : profiles())
        add(coreText(profile.title), fromCore(profile.name), coreText(profile.origin));
    for (const OwnProfile& profile : m_own->profiles())
        add(fromCore(profile.title), fromCore(profile.name), fromCore(profile.origin));
}

/// A profile that is gone leaves its thresholds, as changed ones of the automatic profile.
void ThresholdPanel::takeOwnProfiles() {
    const QSignalBlocker silentProfiles(m_profiles);
    fillProfiles();
    if (m_profiles->findData(m_setting.profile) < 0)
        m_setting = {fromCore(kAutoProfile), m_setting.thresholds, true};
    showThresholds();
}

std::optional<Thresholds> ThresholdPanel::thresholdsOf(const QString& profile) const {
    if (const OwnProfile* const own = m_own->find(profile))
        return own->thresholds;
    const auto shipped = findProfile(profile.toStdString(), telescope().addresses);
    return shipped.ok() ? std::optional(shipped.value().thresholds) : std::nullopt;
}

Telescope ThresholdPanel::telescope() const {
    const std::optional<double>& addresses = m_telescope->addresses();
    if (m_material)
        return telescopeOf(*m_material->index, m_material->telescopePrefixes, addresses);
    return {addresses.value_or(kLeastTelescope), !addresses.has_value()};
}

Question ThresholdPanel::question() const {
    return {m_setting.profile.toStdString(), m_setting.thresholds, telescope(), false, {}};
}

void ThresholdPanel::setTelescope(const PrefixSet& prefixes, std::optional<double> addresses) {
    m_prefixes = prefixes;
    m_telescope->set(prefixes, addresses);
    explain();
}

void ThresholdPanel::chooseProfile(const QString& name) {
    const auto thresholds = thresholdsOf(name);
    if (!thresholds)
        return;
    m_moved = nullptr;
    ++m_gesture;
    move(tr("Profile"), {name, *thresholds, false}, false);
}

void ThresholdPanel::setThresholds(const QString& profile, const Thresholds& thresholds) {
    const auto known = thresholdsOf(profile);
    const bool isChanged = !known || !(*known == thresholds);
    m_setting = {known ? profile : fromCore(kAutoProfile), thresholds, isChanged};
    showThresholds();
}

void ThresholdPanel::takeProfile(int place) {
    chooseProfile(m_profiles->itemData(place).toString());
}

ThresholdSetting ThresholdPanel::typedSetting() const {
    ThresholdSetting setting = m_setting;
    Thresholds& thresholds = setting.thresholds;
    thresholds.expiry = Duration::fromSeconds(m_expiry->value());
    const double targets = m_targets->value();
    thresholds.minTargets.isPercent = targets < 0;
    thresholds.minTargets.value = std::abs(targets);
    if (!thresholds.minTargets.isPercent)
        thresholds.minTargets.floor = 1;
    thresholds.minRate = m_rate->value();
    thresholds.largeCoverage = m_large->value() / 100;
    thresholds.rateScope =
        m_scope->currentIndex() == kInternetWide ? RateScope::internet : RateScope::telescope;
    thresholds.by = m_by->currentIndex() == 0 ? Grouping::sourcePort : Grouping::source;
    setting.isChanged = true;
    return setting;
}

/// A drag is one gesture, and so are key strokes that follow one another.
bool ThresholdPanel::goesOnWith(const QObject* which) const {
    if (which != m_moved)
        return false;
    const auto* const row = qobject_cast<const ThresholdRow*>(which);
    if (row == nullptr || row->isTyped())
        return false;
    return row->isDragged() || m_sinceMove.elapsed() < kOneGesture;
}

void ThresholdPanel::takeRow(QObject* which) {
    if (!goesOnWith(which))
        ++m_gesture;
    m_moved = which;
    m_sinceMove.start();
    const auto* const row = qobject_cast<const ThresholdRow*>(which);
    move(row != nullptr ? row->name() : tr("What one scan is"), typedSetting(), true);
}

void ThresholdPanel::move(const QString& name, const ThresholdSetting& after, bool isDone) {
    const int count = m_history.index();
    const ThresholdSetting before = m_setting;
    if (isDone)
        m_setting = after;
    if (before == after)
        return apply(after);
    m_history.push(new ThresholdMove(name, before, after, m_gesture, isDone,
        [this](const ThresholdSetting& setting) { apply(setting); }));
    if (m_history.index() != count || !isDone)
        m_before = m_snapshot;
    if (!isDone)
        return;
    explain();
    askWhenFast();
}

/// Undone, done again, or by a profile: all at once.
void ThresholdPanel::apply(const ThresholdSetting& setting) {
    m_before = m_snapshot;
    m_moved = nullptr;
    m_setting = setting;
    showThresholds();
    m_rest.stop();
    emit questionChanged();
}

void ThresholdPanel::askWhenFast() {
    const auto* const row = qobject_cast<const ThresholdRow*>(m_moved);
    if (row != nullptr && row->isDragged() && m_answerTime > kFast)
        return m_rest.start();
    m_rest.stop();
    emit questionChanged();
}

void ThresholdPanel::takeTelescope() {
    const bool hasOtherPrefixes = !(m_telescope->prefixes() == m_prefixes);
    m_prefixes = m_telescope->prefixes();
    if (hasOtherPrefixes && m_material)
        return emit telescopePrefixesChanged();
    if (m_setting.profile == fromCore(kAutoProfile) && !m_setting.isChanged)
        return chooseProfile(m_setting.profile);
    explain();
    emit questionChanged();
}

void ThresholdPanel::setMaterial(const Material& material) {
    m_material = material;
    takeAddresses();
    m_facts->setMaterial(material);
}

/// Of the telescope that other captures are of; answers before are about another.
void ThresholdPanel::takeAddresses() {
    m_snapshot.reset();
    m_before.reset();
    const double most = std::max(telescope().addresses, 2.0);
    m_targets->setScale(ThresholdScale::ofWholes(1, most));
    if (m_setting.profile == fromCore(kAutoProfile) && !m_setting.isChanged)
        m_setting.thresholds = findProfile(kAutoProfile, most).value().thresholds;
    showThresholds();
}

void ThresholdPanel::setSnapshot(
    const std::shared_ptr<const Snapshot>& snapshot, double milliseconds) {
    m_answerTime = milliseconds;
    m_snapshot = snapshot;
    m_effect->show(*snapshot, before());
}

std::shared_ptr<const Snapshot> ThresholdPanel::before() const {
    const bool isComparable = m_before != nullptr && m_snapshot != nullptr &&
                              m_before->material.index == m_snapshot->material.index &&
                              m_before->question.narrowing == m_snapshot->question.narrowing &&
                              !(m_before->question == m_snapshot->question);
    return isComparable ? m_before : nullptr;
}

void ThresholdPanel::showThresholds() {
    const QSignalBlocker silentProfiles(m_profiles);
    m_profiles->setCurrentIndex(std::max(m_profiles->findData(m_setting.profile), 0));
    m_expiry->setValue(m_setting.thresholds.expiry.inSeconds());
    const MinTargets& targets = m_setting.thresholds.minTargets;
    m_targets->setValue(targets.isPercent ? -targets.value : targets.value);
    m_rate->setValue(m_setting.thresholds.minRate);
    m_large->setValue(m_setting.thresholds.largeCoverage * 100);
    m_scope->setCurrentIndex(
        m_setting.thresholds.rateScope == RateScope::internet ? kInternetWide : kAtTelescope);
    m_by->setCurrentIndex(m_setting.thresholds.by == Grouping::sourcePort ? 0 : 1);
    explain();
}

/// What each value means on this telescope, in words; in the warning colour where it cannot work.
void ThresholdPanel::explain() {
    const int place = std::max(m_profiles->findData(m_setting.profile), 0);
    for (int i = 0; i < m_profiles->count(); ++i) {
        QString title = m_profiles->itemData(i, kTitleRole).toString();
        const bool isChanged = i == place && m_setting.isChanged;
        if (i == 0)
            title = isChanged
                        ? tr("Auto")
                        : tr("Auto (%1)").arg(fromCore(autoProfileFor(telescope().addresses)));
        m_profiles->setItemText(i, isChanged ? tr("%1, changed").arg(title) : title);
    }
    m_reset->setEnabled(m_setting.isChanged);
    m_own->setPresent(m_setting.profile, m_setting.thresholds);
    const Telescope watched = telescope();
    const auto show = [&](ThresholdRow* row, const ThresholdNote& note) {
        row->setNote(note.text, note.isWarning);
    };
    show(m_expiry, expiryNote(m_setting.thresholds, watched));
    show(m_targets, targetsNote(m_setting.thresholds, watched));
    show(m_rate, rateNote(m_setting.thresholds, watched));
    show(m_large, largeNote(m_setting.thresholds, watched));
    m_telescope->setNote(telescopeNote(watched, m_material.has_value()));
    m_hitValue->setText(
        watched.addresses > 0
            ? tr("%1 hosts")
                  .arg(displayNumber(m_setting.thresholds.internetSize / watched.addresses))
            : QStringLiteral("–"));
}

} // namespace sweepscope
