// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/session_saver.h"

#include "session/capture_hash.h"

#include <utility>

namespace sweepscope {

namespace {

std::vector<std::string> hashesFor(const SessionToSave& session) {
    if (session.opened != nullptr)
        return session.opened->facts.hashes;
    std::vector<std::string> paths;
    for (const FileReport& file : session.snapshot->material.captures->files)
        paths.push_back(file.path);
    return hashesOfFiles(paths, 1);
}

Status saveSession(const std::string& path, const SessionToSave& session) {
    const Material& material = session.snapshot->material;
    IndexFacts facts = factsOf(*material.index, *material.captures, material.telescopePrefixes,
        session.telescopeAddresses, hashesFor(session));
    facts.isAnonymised = session.opened != nullptr && session.opened->facts.isAnonymised;
    const SessionFacts added{session.snapshot->question, session.notes};
    return saveIndex(path, *material.index, facts, &added,
        {true, {}, 1, facts.isAnonymised ? material.origins.get() : nullptr});
}

} // namespace

SessionSaver::SessionSaver(QObject* parent)
    : QObject(parent) {}

void SessionSaver::save(const QString& path, SessionToSave session) {
    m_isSaving = true;
    std::jthread before = std::move(m_thread);
    m_thread = std::jthread(
        [this, path, session = std::move(session), before = std::move(before)]() mutable {
            if (before.joinable())
                before.join();
            const Status status = saveSession(path.toStdString(), session);
            QMetaObject::invokeMethod(
                this, [this, path, status] { finish(path, status); }, Qt::QueuedConnection);
        });
}

void SessionSaver::finish(const QString& path, const Status& status) {
    m_isSaving = false;
    if (!status.ok())
        emit failed(QString::fromStdString(status.error().message));
    else
        emit saved(path);
}

} // namespace sweepscope
