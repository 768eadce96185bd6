// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds/own_profile_menu.h"

#include "format/display_sentence.h"
#include "format/display_text.h"
#include "style/role.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <utility>

namespace sweepscope {

OwnProfileMenu::OwnProfileMenu(QWidget* parent)
    : QToolButton(parent) {
    setText(QStringLiteral("…"));
    setRole(*this, "small");
    setToolTip(tr("Profiles of your own"));
    setAccessibleName(tr("Profiles of your own"));
    setPopupMode(QToolButton::InstantPopup);
    auto* const menu = new QMenu(this);
    m_save = menu->addAction(
        tr("&Save These Thresholds as a Profile…"), this, &OwnProfileMenu::askForProfile);
    m_delete = menu->addAction(tr("&Delete This Profile"), this, [this] { remove(m_present); });
    setMenu(menu);
    setPresent({}, {});
}

void OwnProfileMenu::setFile(const QString& path) {
    m_path = path;
    m_profiles.clear();
    m_isBad = false;
    if (QFileInfo::exists(path)) {
        auto read = readOwnProfiles(path.toStdString());
        m_isBad = !read.ok();
        if (read.ok())
            m_profiles = std::move(read).value();
        else
            emit failed(displaySentence(read.error().sentence));
    }
    setPresent(m_present, m_thresholds);
    emit changed();
}

const OwnProfile* OwnProfileMenu::find(const QString& name) const {
    return findOwnProfile(m_profiles, name.toStdString());
}

void OwnProfileMenu::setPresent(const QString& profile, const Thresholds& thresholds) {
    m_present = profile;
    m_thresholds = thresholds;
    m_save->setEnabled(!m_path.isEmpty());
    m_delete->setEnabled(find(profile) != nullptr);
}

bool OwnProfileMenu::save(const QString& title, const QString& origin) {
    OwnProfile fresh;
    fresh.title = title.trimmed().toStdString();
    fresh.name = profileNameOf(fresh.title);
    fresh.origin = origin.trimmed().isEmpty() ? "own choice" : origin.trimmed().toStdString();
    fresh.thresholds = m_thresholds;
    if (fresh.name.empty() || isShippedProfile(fresh.name)) {
        emit failed(tr("“%1” cannot be the name of a profile of your own").arg(title));
        return false;
    }
    std::vector<OwnProfile> profiles = m_profiles;
    std::erase_if(profiles, [&](const OwnProfile& each) { return each.name == fresh.name; });
    profiles.push_back(fresh);
    if (!keep(std::move(profiles)))
        return false;
    emit saved(fromCore(fresh.name));
    return true;
}

bool OwnProfileMenu::remove(const QString& name) {
    std::vector<OwnProfile> profiles = m_profiles;
    const std::string wanted = name.toStdString();
    if (std::erase_if(profiles, [&](const OwnProfile& each) { return each.name == wanted; }) == 0)
        return false;
    return keep(std::move(profiles));
}

bool OwnProfileMenu::keep(std::vector<OwnProfile> profiles) {
    if (m_isBad) {
        // Read again: perhaps the user has mended it meanwhile.
        setFile(m_path);
        return false;
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const Status written = writeOwnProfiles(m_path.toStdString(), profiles);
    if (!written.ok()) {
        emit failed(displaySentence(written.error().sentence));
        return false;
    }
    m_profiles = std::move(profiles);
    setPresent(m_present, m_thresholds);
    emit changed();
    return true;
}

void OwnProfileMenu::askForProfile() {
    QDialog dialog(window());
    dialog.setWindowTitle(tr("Save as a profile"));
    auto* const title = new QLineEdit();
    auto* const origin = new QLineEdit();
    origin->setPlaceholderText(tr("a paper, an operator, own choice …"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton* const save = buttons->button(QDialogButtonBox::Save);
    save->setEnabled(false);
    connect(title, &QLineEdit::textChanged, save, [save](const QString& text) {
        const std::string name = profileNameOf(text.toStdString());
        save->setEnabled(!name.empty() && !isShippedProfile(name));
    });
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* const layout = new QFormLayout(&dialog);
    layout->addRow(tr("Name"), title);
    layout->addRow(tr("Where its numbers come from"), origin);
    layout->addRow(buttons);
    if (dialog.exec() == QDialog::Accepted)
        this->save(title->text(), origin->text());
}

} // namespace sweepscope
