// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/session_saver.h"

#include "format/display_sentence.h"
#include "session/anonymiser.h"
#include "session/capture_hash.h"

#include <optional>
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

SavedIndex contentOf(const SessionToSave& session) {
    const Material& material = session.snapshot->material;
    SavedIndex content;
    content.captures = {material.index, *material.captures};
    content.facts = factsOf(*material.index, *material.captures, material.telescopePrefixes,
        session.telescopeAddresses, hashesFor(session));
    content.facts.isAnonymised = session.opened != nullptr && session.opened->facts.isAnonymised;
    if (content.facts.isAnonymised)
        content.origins = material.origins;
    content.session = SessionFacts{session.snapshot->question, session.notes};
    return content;
}

std::optional<KeptReport> reportOf(const SessionToSave& session, const SavedIndex& content) {
    if (session.databases == nullptr || content.facts.isAnonymised)
        return std::nullopt;
    return reportToKeep(*session.snapshot, session.notes, *session.databases);
}

Status write(const std::string& path, const SavedIndex& content,
    const std::optional<KeptReport>& report = std::nullopt) {
    return saveIndex(path, *content.captures.index, content.facts, &*content.session,
        {true, {}, 1, content.origins.get(), report ? &*report : nullptr});
}

Status saveSession(const std::string& path, const SessionToSave& session) {
    if (session.keyFile.isEmpty()) {
        const SavedIndex content = contentOf(session);
        return write(path, content, reportOf(session, content));
    }
    const Result<Anonymiser> anonymiser = Anonymiser::withKeyFrom(session.keyFile.toStdString());
    if (!anonymiser.ok())
        return anonymiser.error();
    const SavedIndex content = contentOf(session);
    if (content.facts.isAnonymised)
        return Error{path + ": the addresses are anonymised already"};
    return write(path, anonymise(content, *session.snapshot->material.origins, anonymiser.value()));
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
            const bool isAnonymised = !session.keyFile.isEmpty();
            QMetaObject::invokeMethod(
                this, [this, path, isAnonymised, status] { finish(path, isAnonymised, status); },
                Qt::QueuedConnection);
        });
}

void SessionSaver::finish(const QString& path, bool isAnonymised, const Status& status) {
    m_isSaving = false;
    if (!status.ok())
        emit failed(displaySentence(status.error().sentence));
    else if (isAnonymised)
        emit savedAnonymised(path);
    else
        emit saved(path);
}

} // namespace sweepscope
