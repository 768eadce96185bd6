// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/session_saver.h"

#include "session/capture_hash.h"

namespace sweepscope {

namespace {

Status saveSession(const std::string& path, const Snapshot& snapshot, const SavedIndex* opened,
    std::optional<double> telescopeAddresses) {
    const Material& material = snapshot.material;
    std::vector<std::string> hashes;
    SessionFacts session{snapshot.question, {}};
    if (opened != nullptr) {
        hashes = opened->facts.hashes;
        session.notes = opened->session ? opened->session->notes : UserNotes();
    } else {
        std::vector<std::string> paths;
        for (const FileReport& file : material.captures->files)
            paths.push_back(file.path);
        hashes = hashesOfFiles(paths, 1);
    }
    IndexFacts facts = factsOf(*material.index, *material.captures, material.telescopePrefixes,
        telescopeAddresses, std::move(hashes));
    facts.isAnonymised = opened != nullptr && opened->facts.isAnonymised;
    return saveIndex(path, *material.index, facts, &session,
        {true, {}, 1, facts.isAnonymised ? material.origins.get() : nullptr});
}

} // namespace

SessionSaver::SessionSaver(QObject* parent)
    : QObject(parent) {}

void SessionSaver::save(const QString& path, std::shared_ptr<const Snapshot> snapshot,
    std::shared_ptr<const SavedIndex> opened, std::optional<double> telescopeAddresses) {
    m_isSaving = true;
    std::jthread before = std::move(m_thread);
    m_thread = std::jthread([this, path, snapshot = std::move(snapshot), opened = std::move(opened),
                                telescopeAddresses, before = std::move(before)]() mutable {
        if (before.joinable())
            before.join();
        const Status status =
            saveSession(path.toStdString(), *snapshot, opened.get(), telescopeAddresses);
        QMetaObject::invokeMethod(
            this, [this, path, status] { finish(path, status); }, Qt::QueuedConnection);
    });
}

void SessionSaver::finish(const QString& path, const Status& status) {
    m_isSaving = false;
    if (status.ok())
        emit saved(path);
    else
        emit failed(QString::fromStdString(status.error().message));
}

} // namespace sweepscope
