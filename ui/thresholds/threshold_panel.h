// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/snapshot.h"
#include "thresholds/reading_facts.h"
#include "thresholds/telescope_field.h"
#include "thresholds/threshold_row.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>

#include <memory>
#include <optional>

namespace sweepscope {

/// "What is a scan?": every threshold with slider and field, the profiles, the telescope, and what
/// the last move changed. Holds the question that the window asks; who listens gets it by
/// `question`.
class ThresholdPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ThresholdPanel(QWidget* parent = nullptr);

    /// Captures were read: what a telescope of that size makes of the thresholds is told anew, and
    /// the automatic profile chooses again.
    void setMaterial(const Material& material);
    void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);

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

signals:
    void questionChanged();
    /// Other prefixes: what is inside the telescope must be read anew.
    void telescopePrefixesChanged();
    void healthRequested();

private:
    void build();
    QWidget* makeThresholds();
    QWidget* makeEffect();
    QWidget* makeTelescope();
    void fillProfiles();
    void takeProfile(int place);
    void takeRow();
    void takeTelescope();
    void showThresholds();
    void explain();
    void explainExpiry();
    void explainTargets();
    void explainRate();
    [[nodiscard]] Telescope telescope() const;

    Thresholds m_thresholds;
    QString m_profile;
    bool m_isChanged = false; ///< a threshold differs from the profile's
    PrefixSet m_prefixes;
    std::optional<Material> m_material;
    std::shared_ptr<const Snapshot> m_snapshot;

    QComboBox* m_profiles = nullptr;
    ThresholdRow* m_expiry = nullptr;
    ThresholdRow* m_targets = nullptr;
    ThresholdRow* m_rate = nullptr;
    ThresholdRow* m_large = nullptr;
    QComboBox* m_scope = nullptr;
    QComboBox* m_by = nullptr;
    TelescopeField* m_telescope = nullptr;
    ReadingFacts* m_facts = nullptr;
    QLabel* m_scans = nullptr;
    QLabel* m_difference = nullptr;
    QLabel* m_parts = nullptr;
    QLabel* m_hitValue = nullptr;
};

} // namespace sweepscope
