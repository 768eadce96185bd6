// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "thresholds/effect_box.h"
#include "thresholds/own_profile_menu.h"
#include "thresholds/reading_facts.h"
#include "thresholds/telescope_field.h"
#include "thresholds/threshold_move.h"
#include "thresholds/threshold_row.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

class QToolButton;

namespace sweepscope {

/// "What is a scan?": every threshold with slider and field, the profiles, the telescope, and what
/// the last move changed. Holds the question that the window asks; who listens gets it by
/// `question`.
///
/// While a slider is dragged every step is asked, as long as answers come fast enough; else when
/// the hand rests or lets go. A drag is one move to undo.
class ThresholdPanel : public QScrollArea {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 288;

    /// Moves of thresholds, to be undone, are put into `history`, which lives longer.
    explicit ThresholdPanel(QUndoStack& history, QWidget* parent = nullptr);

    /// Captures were read: what a telescope of that size makes of the thresholds is told anew, and
    /// the automatic profile chooses again.
    void setMaterial(const Material& material);

    /// They were closed.
    void forgetMaterial() {
        m_material.reset();
        takeAddresses();
        m_facts->clear();
        m_effect->clear();
    }

    /// `milliseconds`: that this answer took.
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot, double milliseconds = 0);

    /// The answer that the last move began from; null where there is none to compare with.
    [[nodiscard]] std::shared_ptr<const Snapshot> before() const;

    [[nodiscard]] Question question() const;

    /// Prefixes typed by the user, which the captures must be read with; may be empty.
    [[nodiscard]] const PrefixSet& telescopePrefixes() const { return m_prefixes; }

    /// A number of addresses typed in place of prefixes.
    [[nodiscard]] const std::optional<double>& telescopeAddresses() const {
        return m_telescope->addresses();
    }

    /// Before captures are read: prefixes or a number, as if typed into the field.
    void setTelescope(const PrefixSet& prefixes, std::optional<double> addresses);
    void chooseProfile(const QString& name);
    /// Thresholds that were saved with this profile's name.
    void setThresholds(const QString& profile, const Thresholds& thresholds);

    /// Profiles of the user's own, offered behind the shipped ones.
    [[nodiscard]] OwnProfileMenu& ownProfiles() { return *m_own; }

    /// The profile's thresholds again.
    void reset() { chooseProfile(m_setting.profile); }

signals:
    void questionChanged();
    /// Other prefixes: what is inside the telescope must be read anew.
    void telescopePrefixesChanged();
    void healthRequested();

private:
    void build();
    QWidget* makeThresholds();
    QWidget* makeTelescope();
    void fillProfiles();
    void takeOwnProfiles();
    [[nodiscard]] std::optional<Thresholds> thresholdsOf(const QString& profile) const;
    void connectThresholds();
    void takeProfile(int place);
    void takeRow(QObject* which);
    [[nodiscard]] ThresholdSetting typedSetting() const;
    [[nodiscard]] bool goesOnWith(const QObject* which) const;
    void move(const QString& name, const ThresholdSetting& after, bool isDone);
    void apply(const ThresholdSetting& setting);
    void askWhenFast();
    void takeTelescope();
    void takeAddresses();
    void showThresholds();
    void explain();
    [[nodiscard]] Telescope telescope() const;

    ThresholdSetting m_setting;
    PrefixSet m_prefixes;
    std::optional<Material> m_material;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Snapshot> m_before; ///< that the last move began from
    double m_answerTime = 0;                  ///< of the last answer, in milliseconds
    QUndoStack& m_history;
    int m_gesture = 0;                ///< counts them
    const QObject* m_moved = nullptr; ///< by the last gesture
    QElapsedTimer m_sinceMove;
    QTimer m_rest; ///< after which a slow question is asked

    QComboBox* m_profiles = nullptr;
    OwnProfileMenu* m_own = nullptr;
    QToolButton* m_reset = nullptr;
    ThresholdRow* m_expiry = nullptr;
    ThresholdRow* m_targets = nullptr;
    ThresholdRow* m_rate = nullptr;
    ThresholdRow* m_large = nullptr;
    QComboBox* m_scope = nullptr;
    QComboBox* m_by = nullptr;
    TelescopeField* m_telescope = nullptr;
    ReadingFacts* m_facts = nullptr;
    EffectBox* m_effect = nullptr;
    QLabel* m_hitValue = nullptr;
};

} // namespace sweepscope
