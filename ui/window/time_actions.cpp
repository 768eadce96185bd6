// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/time_actions.h"

#include "analysis/live_reading.h"
#include "format/display_sentence.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace sweepscope {

namespace {

QString nameOf(const QStringList& paths) {
    const QString first = QFileInfo(paths.first()).fileName();
    const int more = static_cast<int>(paths.size()) - 1;
    return more == 0 ? first : TimeActions::tr("%1 and %n more", nullptr, more).arg(first);
}

/// The one that watched what was read; a session says it itself.
Telescope telescopeOf(const Loaded& loaded, const OpenChoice& choice) {
    const SavedIndex* const opened = loaded.opened.get();
    if (opened == nullptr)
        return telescopeOf(*loaded.material.index, choice.telescope, choice.telescopeAddresses);
    if (opened->session)
        return opened->session->question.telescope;
    return telescopeOf(
        *loaded.material.index, opened->telescope(), opened->facts.telescopeAddresses);
}

} // namespace

TimeActions::TimeActions(MainWindow& window)
    : QObject(&window)
    , m_window(window) {}

void TimeActions::connectPage(Page* page) {
    if (const auto* const compare = qobject_cast<ComparePage*>(page)) {
        connect(compare, &ComparePage::otherRequested, this, &TimeActions::askForOther);
    } else if (const auto* const events = qobject_cast<EventsPage*>(page)) {
        connect(events, &EventsPage::ownEventsRequested, this, &TimeActions::askForEvents);
        connect(events, &EventsPage::shippedEventsRequested, this, &TimeActions::forgetEvents);
    }
}

void TimeActions::askForOther() {
    OpenDialog dialog({{}, m_window.thresholds().telescopePrefixes(),
                          m_window.thresholds().telescopeAddresses(), nullptr, false},
        &m_window);
    dialog.setWindowTitle(tr("Compare with another capture or session"));
    if (dialog.exec() == QDialog::Accepted && !dialog.choice().paths.isEmpty())
        readOther(dialog.choice());
}

void TimeActions::readOther(const OpenChoice& choice) {
    ReadOptions options;
    options.telescope = choice.telescope;
    options.filter = choice.filter;
    options.entersTunnels = choice.entersTunnels;
    options.memoryCeiling = Settings::memoryCeiling();
    std::vector<std::string> paths;
    for (const QString& path : choice.paths)
        paths.push_back(path.toStdString());
    m_window.tabs().compare().sayOfOther(tr("Reading %1…").arg(nameOf(choice.paths)));
    LookUps lookUps; // who they are known as does not enter a comparison
    lookUps.databases = m_window.worker().databases();
    const unsigned generation = ++m_generation;
    m_loader.start(
        std::move(paths), options, lookUps, std::make_shared<SnapshotPace>(steadyNow()),
        [](const Material&) {},
        [this, generation, choice](const Result<Loaded>& loaded) {
            QMetaObject::invokeMethod(
                this, [=, this] { takeOther(generation, choice, loaded); }, Qt::QueuedConnection);
        });
}

void TimeActions::takeOther(
    unsigned generation, const OpenChoice& choice, const Result<Loaded>& loaded) {
    if (generation != m_generation)
        return;
    ComparePage& compare = m_window.tabs().compare();
    if (!loaded.ok()) {
        compare.setOther(nullptr);
        return emit failed(displaySentence(loaded.error().sentence));
    }
    const Material& material = loaded.value().material;
    compare.setOther(std::make_shared<const OtherCaptures>(
        OtherCaptures{nameOf(choice.paths), material, telescopeOf(loaded.value(), choice)}));
}

void TimeActions::askForEvents() {
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Own events"),
        Settings::lastFolder(), tr("CSV files (*.csv);;All files (*)"));
    if (!path.isEmpty())
        readEventsFrom(path);
}

void TimeActions::readRememberedEvents() {
    if (const QString path = Settings::ownEvents(); !path.isEmpty())
        readEventsFrom(path);
}

void TimeActions::readEventsFrom(const QString& path) {
    const Result<std::vector<Event>> own = readEvents(path.toStdString());
    if (!own.ok())
        return emit failed(displaySentence(own.error().sentence));
    m_window.tabs().setEvents(std::make_shared<const EventList>(
        EventList{mergeEvents(shippedEventList(), own.value()), path.toStdString()}));
    Settings::setOwnEvents(path);
}

void TimeActions::forgetEvents() {
    Settings::setOwnEvents({});
    m_window.tabs().setEvents(knownEvents());
}

} // namespace sweepscope
