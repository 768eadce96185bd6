// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/analysis_worker.h"

#include "format/display_sentence.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace sweepscope {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

} // namespace

AnalysisWorker::AnalysisWorker(QObject* parent)
    : QObject(parent)
    , m_maker(threadCount(0))
    , m_detailTeam(threadCount(0))
    , m_details([this](const std::shared_ptr<const Snapshot>& snapshot,
                    const std::stop_token& stop) { detail(snapshot, stop); })
    , m_answers(
          [this](const Request& request, const std::stop_token& stop) { answer(request, stop); }) {
    constexpr int kBetweenLooks = 100;
    m_progressTimer.setInterval(kBetweenLooks);
    connect(&m_progressTimer, &QTimer::timeout, this, &AnalysisWorker::reportProgress);
}

AnalysisWorker::~AnalysisWorker() = default;

void AnalysisWorker::open(const QStringList& paths, const ReadOptions& options) {
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    m_readingBegan = Clock::now();
    m_pace = std::make_shared<SnapshotPace>(steadyNow());
    auto done = whenDone(); // before whenGrown: it begins a generation
    m_loader.start(std::move(names), options, m_lookUps, m_pace, whenGrown(), std::move(done));
    m_progressTimer.start();
    reportProgress();
}

/// What the loader calls on its thread: brings the result over to this one.
CaptureLoader::Done AnalysisWorker::whenDone() {
    const unsigned generation = ++m_generation;
    return [this, generation, databases = m_lookUps.databases](Result<Loaded> loaded) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, databases, loaded = std::move(loaded)] {
                takeMaterial(generation, loaded, databases);
            },
            Qt::QueuedConnection);
    };
}

CaptureLoader::Grown AnalysisWorker::whenGrown() {
    return [this, generation = m_generation](Material material) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, material = std::move(material)] { takeGrown(generation, material); },
            Qt::QueuedConnection);
    };
}

void AnalysisWorker::takeGrown(unsigned generation, const Material& material) {
    if (generation != m_generation || !isReading())
        return;
    m_material = material;
    m_opened.reset();
    m_materialGeneration = generation;
    emit materialGrew();
}

void AnalysisWorker::close() {
    ++m_generation;
    m_materialGeneration = m_generation; // what is answered late is about what was closed
    m_loader.stop();
    m_progressTimer.stop();
    m_answers.cancel();
    m_details.cancel();
    m_material.reset();
    m_opened.reset();
}

void AnalysisWorker::stopReading() {
    m_loader.stop();
}

void AnalysisWorker::setDatabases(Databases databases) {
    m_lookUps.databases = std::move(databases);
    lookUpAgain();
}

void AnalysisWorker::setKnownScanners(std::shared_future<ScannerLists> known) {
    m_lookUps.known = std::move(known);
    lookUpAgain();
}

void AnalysisWorker::lookUpAgain() {
    if (m_material && !isReading())
        m_loader.lookUpAgain({*m_material, m_opened}, m_lookUps, whenDone());
}

Databases AnalysisWorker::databasesOf(const Snapshot& snapshot) const {
    const bool isOfMaterial =
        m_material && m_material->origins == snapshot.material.origins && m_asked != nullptr;
    return isOfMaterial ? m_asked : nullptr;
}

void AnalysisWorker::takeMaterial(
    unsigned generation, const Result<Loaded>& loaded, const Databases& databases) {
    if (generation != m_generation)
        return;
    if (isReading())
        reportProgress();
    m_progressTimer.stop();
    if (loaded.ok()) {
        m_material = loaded.value().material;
        m_opened = loaded.value().opened;
        m_asked = databases;
        m_materialGeneration = generation;
        emit materialChanged();
    } else {
        emit readingFailed(displaySentence(loaded.error().sentence));
    }
    emit readingEnded();
}

void AnalysisWorker::reportProgress() {
    const Progress& progress = m_loader.progress();
    emit progressed({progress.bytesTotal, progress.bytesDone, progress.frames, progress.filesTotal,
        progress.filesDone, millisecondsSince(m_readingBegan) / 1000});
}

void AnalysisWorker::ask(const Question& question) {
    if (!m_material)
        return;
    m_details.cancel(); // nobody wants them of the answer before
    m_answers.submit({*m_material, question, m_materialGeneration, isReading() ? m_pace : nullptr});
}

void AnalysisWorker::detail(
    const std::shared_ptr<const Snapshot>& snapshot, const std::stop_token& stop) {
    std::shared_ptr<const Details> details = makeDetails(snapshot, m_detailTeam, stop);
    if (details == nullptr)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, details = std::move(details)] {
            if (m_material && m_material->index == details->snapshot->material.index)
                emit detailed(details);
        },
        Qt::QueuedConnection);
}

void AnalysisWorker::answer(const Request& request, const std::stop_token& stop) {
    const auto begin = Clock::now();
    std::shared_ptr<const Snapshot> snapshot =
        m_maker.make(request.material, request.question, stop);
    if (snapshot == nullptr)
        return;
    const double milliseconds = millisecondsSince(begin);
    if (request.pace != nullptr)
        request.pace->spent(std::llround(milliseconds * 1e6));
    QMetaObject::invokeMethod(
        this,
        [this, snapshot = std::move(snapshot), milliseconds, generation = request.generation,
            pace = request.pace] {
            // One about captures that were replaced meanwhile is not wanted any more; one about
            // captures that have grown is.
            if (generation != m_materialGeneration)
                return;
            if (pace == nullptr)
                m_details.submit(snapshot); // they would take from the reading what it needs
            const std::int64_t shownFrom = steadyNow();
            emit answered(snapshot, milliseconds);
            if (pace != nullptr)
                pace->spent(steadyNow() - shownFrom); // pages show it at once
        },
        Qt::QueuedConnection);
}

} // namespace sweepscope
