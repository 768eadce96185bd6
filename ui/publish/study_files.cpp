// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/study_files.h"

#include "analysis/study_report.h"
#include "base/atomic_file.h"
#include "export/json_study.h"
#include "export/study_document.h"
#include "publish/document_pdf.h"

#include <QDir>
#include <QFileInfo>

namespace sweepscope {

Status writeStudyFiles(
    const Snapshot& snapshot, const Provenance& provenance, const QString& htmlPath) {
    const QFileInfo place(htmlPath);
    const QString stem = place.dir().filePath(place.completeBaseName());
    const StudyReport report = makeStudyReport(snapshot);
    const Document document = studyDocument(report, snapshot, provenance);
    Status status = writeFileAtomically(htmlPath.toStdString(), htmlOf(document));
    if (status.ok())
        status = writeDocumentPdf(document, stem + QStringLiteral(".pdf"));
    if (status.ok())
        status = writeFileAtomically((stem + QStringLiteral(".json")).toStdString(),
            [&](const TextSink& sink) { writeJsonStudy(report, snapshot, provenance, sink); });
    return status;
}

} // namespace sweepscope
