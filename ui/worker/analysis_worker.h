// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/details.h"
#include "analysis/snapshot.h"
#include "base/latest_only.h"
#include "worker/capture_loader.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace sweepscope {

/// How far a reading has come, as values.
struct ReadingProgress {
    std::uint64_t bytesTotal = 0;
    std::uint64_t bytesDone = 0;
    std::uint64_t frames = 0;
    std::uint32_t filesTotal = 0;
    std::uint32_t filesDone = 0;
    double seconds = 0; ///< since the reading began
};

/// The window's way to the core: reads captures and answers questions, never on the window's
/// thread.
///
/// Lives on the window's thread; all signals come there. Questions may be asked at any rate: one is
/// worked on, one waits, and the newest takes the place of the one that waits.
class AnalysisWorker : public QObject {
    Q_OBJECT

public:
    explicit AnalysisWorker(QObject* parent = nullptr);
    ~AnalysisWorker() override;

    /// Reads captures; the present material stays until the first part of the new one is there.
    /// Until the reading ends, `material` is what was read so far and has no health.
    void open(const QStringList& paths, const ReadOptions& options);
    void stopReading();
    /// Forgets the material; a reading under way is stopped and its result dropped.
    void close();

    [[nodiscard]] bool isReading() const { return m_progressTimer.isActive(); }

    /// Databases to look sources up in, from the next reading on, and anew for the present
    /// material.
    void setDatabases(Databases databases);

    [[nodiscard]] const Databases& databases() const { return m_lookUps.databases; }

    /// Those that the sources of an answer were looked up in; null where that is not known: others
    /// may have been set meanwhile.
    [[nodiscard]] Databases databasesOf(const Snapshot& snapshot) const;

    /// Lists of known scanners, likewise; waited for by what looks sources up, on its thread.
    void setKnownScanners(std::shared_future<ScannerLists> known);

    /// Asks about the present material; answered by `answered`, and, unless another question comes
    /// meanwhile, by `detailed`.
    void ask(const Question& question);

    [[nodiscard]] const std::optional<Material>& material() const { return m_material; }

    /// The index or session file that the material came out of; null: captures.
    [[nodiscard]] const std::shared_ptr<const SavedIndex>& opened() const { return m_opened; }

signals:
    void progressed(const sweepscope::ReadingProgress& progress);
    void materialGrew();    ///< `material` is what was read so far
    void materialChanged(); ///< `material` is another one now, and whole
    void readingFailed(const QString& message);
    void readingEnded(); ///< after materialChanged or readingFailed
    void answered(std::shared_ptr<const sweepscope::Snapshot> snapshot, double milliseconds);

    void detailed(std::shared_ptr<const sweepscope::Details> details);

private:
    struct Request {
        Material material;
        Question question;
        unsigned generation = 0;
        std::shared_ptr<SnapshotPace> pace; ///< of the reading that goes on; may be null
    };

    void takeMaterial(
        unsigned generation, const Result<Loaded>& loaded, const Databases& databases);
    void takeGrown(unsigned generation, const Material& material);
    void reportProgress();
    void answer(const Request& request, const std::stop_token& stop);
    void detail(const std::shared_ptr<const Snapshot>& snapshot, const std::stop_token& stop);
    CaptureLoader::Done whenDone();
    CaptureLoader::Grown whenGrown();
    void lookUpAgain();

    LookUps m_lookUps;
    std::optional<Material> m_material;
    std::shared_ptr<const SavedIndex> m_opened;
    Databases m_asked;         ///< for m_material
    unsigned m_generation = 0; ///< of the reading that counts; older results are dropped
    unsigned m_materialGeneration = 0;
    std::shared_ptr<SnapshotPace> m_pace; ///< of the newest reading
    QTimer m_progressTimer;
    std::chrono::steady_clock::time_point m_readingBegan;
    CaptureLoader m_loader;
    SnapshotMaker m_maker; ///< only the thread of m_answers touches it
    Team m_detailTeam;     ///< only the thread of m_details touches it
    LatestOnly<std::shared_ptr<const Snapshot>> m_details;
    LatestOnly<Request> m_answers; // last: its thread uses the above
};

} // namespace sweepscope
