// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/user_notes.h"

#include <QObject>
#include <QString>

namespace sweepscope {

/// The user's notes on what is open. Several fields write into it and follow it, so that a note is
/// the same wherever it is seen.
class NotesBook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const UserNotes& notes() const { return m_notes; }

    [[nodiscard]] QString text() const { return QString::fromStdString(m_notes.text); }

    [[nodiscard]] QString noteOf(const Address& source) const;

    void setText(const QString& text);
    void setNoteOf(const Address& source, const QString& note);

    /// Other captures or another session are open now.
    void replace(const UserNotes& notes);

    /// These are in a file.
    void setSaved(const UserNotes& notes) { m_saved = notes; }

    /// Something was written that no file has.
    [[nodiscard]] bool isUnsaved() const { return m_notes != m_saved; }

signals:
    void changed();

private:
    void set(const UserNotes& notes);

    UserNotes m_notes;
    UserNotes m_saved;
};

} // namespace sweepscope
