// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldown/packets_panel.h"

#include "drilldown/packet_words.h"
#include "drilldown/packets_dialog.h"
#include "export/packet_filters.h"
#include "format/display_sentence.h"
#include "format/display_text.h"
#include "style/role.h"
#include "style/theme.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <array>
#include <set>

namespace sweepscope {

namespace {

/// Captures up to this size are read again without asking: that takes less than a second.
constexpr std::uint64_t kReadAtOnce = 256U << 20;

struct LookUp {
    const char* name;
    const char* pattern;
};

/// Public pages about an address. Nothing is sent to them until one is clicked.
constexpr std::array<LookUp, 5> kLookUps = {{
    {"RIPEstat", "https://stat.ripe.net/resource/%1"},
    {"GreyNoise", "https://viz.greynoise.io/ip/%1"},
    {"AbuseIPDB", "https://www.abuseipdb.com/check/%1"},
    {"Shodan", "https://www.shodan.io/host/%1"},
    {"Censys", "https://search.censys.io/hosts/%1"},
}};

/// The packets of a source in the index that are looked at: its probes, or whatever it sends where
/// it sends none, as the victim of an attack.
struct SourceFacts {
    TimeRange time;
    std::uint64_t packets = 0;
    bool isProbesOnly = false;
};

SourceFacts factsOf(const BurstIndex& index, SourceId source) {
    const IndexSegment& segment = index.segments[source.segment];
    const auto [begin, end] = segment.burstsOf(source.place);
    SourceFacts facts;
    for (std::size_t i = begin; i < end; ++i)
        facts.isProbesOnly |= isProbe(segment.bursts[i].kind);
    for (std::size_t i = begin; i < end; ++i) {
        const Burst& burst = segment.bursts[i];
        if (facts.isProbesOnly && !isProbe(burst.kind))
            continue;
        facts.time.include(burst.time);
        facts.packets += burst.packets;
    }
    return facts;
}

std::uint64_t bytesOf(const CaptureReport& captures) {
    std::uint64_t bytes = 0;
    for (const FileReport& file : captures.files)
        bytes += file.bytes;
    return bytes;
}

/// Gaps between neighbours in time, by powers of ten.
BarRows gapBars(const FoundPackets& found) {
    constexpr std::array kBorders = {0.001, 0.01, 0.1, 1.0, 10.0, 60.0};
    std::array<std::uint64_t, kBorders.size() + 1> counts{};
    for (std::size_t i = 1; i < found.packets.size(); ++i) {
        const double gap = (found.packets[i].time - found.packets[i - 1].time).inSeconds();
        const auto* const above = std::upper_bound(kBorders.begin(), kBorders.end(), gap);
        ++counts[static_cast<std::size_t>(above - kBorders.begin())];
    }
    const std::array<QString, counts.size()> names = {PacketsPanel::tr("below 1 ms"),
        PacketsPanel::tr("to 10 ms"), PacketsPanel::tr("to 100 ms"), PacketsPanel::tr("to 1 s"),
        PacketsPanel::tr("to 10 s"), PacketsPanel::tr("to 60 s"), PacketsPanel::tr("longer")};
    BarRows bars;
    bars.title = PacketsPanel::tr("Time between packets");
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != 0)
            bars.rows.push_back({names[i], {},
                {{PacketsPanel::tr("gaps"), theme().smallScan, static_cast<double>(counts[i]), {}}},
                {}});
    }
    return bars;
}

} // namespace

PacketsPanel::PacketsPanel(QWidget* parent)
    : QWidget(parent) {
    build();
    connect(&m_finder, &PacketFinder::found, this, &PacketsPanel::take);
    connect(&m_finder, &PacketFinder::failed, this,
        [this](const QString& message) { showState(message, false); });
    connect(&m_finder, &PacketFinder::progressed, m_progress,
        [this](double share) { m_progress->setValue(static_cast<int>(1000 * share)); });
}

PacketsPanel::~PacketsPanel() = default;

void PacketsPanel::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(roleLabel(tr("Packets"), "section"));
    m_state = roleLabel(QString(), "note");
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    m_progress = new QProgressBar();
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading packets"));
    m_read = new QPushButton(tr("Read Its Packets"));
    m_stop = new QPushButton(tr("Stop"));
    auto* const line = new QHBoxLayout();
    line->addWidget(m_read);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    layout->addLayout(line);
    layout->addWidget(makeActions());
    m_saving = new SavePacketsRow();
    layout->addWidget(m_saving);
    connect(m_saving, &SavePacketsRow::changed, this, &PacketsPanel::showButtons);
    connect(m_saving, &SavePacketsRow::saved, this, &PacketsPanel::takeSaved);
    connect(m_saving, &SavePacketsRow::failed, this, &PacketsPanel::saveFailed);
    connect(m_read, &QPushButton::clicked, this, &PacketsPanel::read);
    connect(m_stop, &QPushButton::clicked, &m_finder, &PacketFinder::stop);

    m_pictures = new QWidget();
    auto* const pictures = new QVBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(metrics::kGrid);
    auto* const choice = new QHBoxLayout();
    choice->setSpacing(2);
    auto* const group = new QButtonGroup(this);
    const QStringList names = {tr("Targets"), tr("TTL"), tr("Source port")};
    for (int i = 0; i < names.size(); ++i) {
        auto* const button = new QToolButton();
        button->setText(names[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        group->addButton(button, i);
        choice->addWidget(button);
    }
    choice->addStretch(1);
    pictures->addLayout(choice);
    m_picture = new PacketScatterChart();
    pictures->addWidget(m_picture);
    connect(group, &QButtonGroup::idClicked, m_picture,
        [this](int id) { m_picture->setQuantity(static_cast<PacketScatterChart::Quantity>(id)); });
    m_words = roleLabel(QString(), "note");
    m_words->setWordWrap(true);
    pictures->addWidget(m_words);
    pictures->addWidget(roleLabel(tr("Time between packets"), "section"));
    m_gaps = new BarRowsChart();
    m_gaps->setFixedHeight(240);
    pictures->addWidget(m_gaps);
    layout->addWidget(m_pictures);
    clear();
}

QWidget* PacketsPanel::makeActions() {
    m_actions = new QWidget();
    auto* const grid = new QGridLayout(m_actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::kGrid);
    m_table = new QPushButton(tr("Packets…"));
    m_save = new QPushButton(tr("Save pcap…"));
    m_wireshark = new QPushButton(tr("Wireshark"));
    m_wireshark->setToolTip(tr("Open these packets in Wireshark"));
    auto* const filter = new QPushButton(tr("Copy filter"));
    auto* const filters = new QMenu(filter);
    filters->addAction(tr("For Wireshark"), this, [this] { copyFilter(true); });
    filters->addAction(tr("For tcpdump (BPF)"), this, [this] { copyFilter(false); });
    filter->setMenu(filters);
    auto* const lookUp = new QPushButton(tr("Look up"));
    lookUp->setToolTip(tr("Public pages about this address, in the web browser"));
    auto* const pages = new QMenu(lookUp);
    lookUp->setMenu(pages);
    fillLookUps(*pages);
    grid->addWidget(m_table, 0, 0);
    grid->addWidget(m_save, 0, 1);
    grid->addWidget(m_wireshark, 0, 2);
    grid->addWidget(filter, 1, 0);
    grid->addWidget(lookUp, 1, 1);
    connect(m_table, &QPushButton::clicked, this, [this] { showTable(); });
    connect(m_save, &QPushButton::clicked, this, &PacketsPanel::askAndSave);
    connect(m_wireshark, &QPushButton::clicked, this, &PacketsPanel::openInWireshark);
    return m_actions;
}

void PacketsPanel::fillLookUps(QMenu& menu) {
    for (const LookUp& each : kLookUps)
        menu.addAction(QLatin1String(each.name), this, [this, each] {
            QDesktopServices::openUrl(QUrl(
                QString::fromLatin1(each.pattern).arg(QString::fromStdString(toText(m_address)))));
        });
}

void PacketsPanel::setSource(const SnapshotPointer& snapshot, SourceId source) {
    const Address address = snapshot->view().addressOf(source);
    const bool isSame =
        m_source && address == m_address && m_snapshot->material.index == snapshot->material.index;
    m_snapshot = snapshot;
    m_source = source;
    m_address = address;
    if (isSame)
        return;
    m_finder.drop();
    m_found.reset();
    const CaptureReport& captures = *snapshot->material.captures;
    const std::uint64_t bytes = bytesOf(captures);
    showState(tr("Its pictures need the packets themselves: %1 in %n captures are read again.",
                  nullptr, static_cast<int>(captures.files.size()))
                  .arg(displayBytes(bytes)),
        false);
    if (bytes <= kReadAtOnce)
        read();
}

void PacketsPanel::clear() {
    m_finder.drop();
    m_source.reset();
    m_snapshot.reset();
    m_found.reset();
    showState(QString(), false);
}

void PacketsPanel::read() {
    if (!m_source)
        return;
    const SourceFacts facts = factsOf(*m_snapshot->material.index, *m_source);
    WantedPackets choice;
    choice.sources = PrefixSet({Prefix::around(m_address, m_address.isV4() ? 32 : 128)});
    choice.time = facts.time;
    choice.isProbesOnly = facts.isProbesOnly;
    PacketLimits limits;
    limits.expected = facts.packets;
    showState(tr("Reading the captures again…"), true);
    m_finder.find(
        m_snapshot->material.captures, m_snapshot->material.telescopePrefixes, choice, limits);
}

void PacketsPanel::take(const FoundPacketsPointer& found) {
    m_found = found;
    const std::size_t count = found->packets.size();
    QString text = tr("%1 packets", nullptr, pluralOf(count)).arg(displayCount(count));
    if (found->isCutOff)
        text = tr("The first %1 packets", nullptr, pluralOf(count)).arg(displayCount(count));
    if (found->isStopped)
        text += tr("; the reading was stopped");
    for (const Sentence& problem : found->problems)
        text += QStringLiteral("; ") + displaySentence(problem);
    showState(text, false);
    const auto scans = scansOf(*m_snapshot, *m_source);
    m_picture->setPackets(found, theme().of(scans.empty() ? Tool::unknown : scans.front().tool));
    m_words->setText(behaviourWords(behaviourOf(found->packets)).join(QLatin1Char('\n')));
    m_gaps->show([found] { return gapBars(*found); }, packetTable(found));
    if (m_dialog != nullptr && m_dialog->isVisible())
        m_dialog->setPackets(found, QString::fromStdString(toText(m_address)));
    emit packetsShown();
}

void PacketsPanel::showState(const QString& text, bool isReading) {
    m_state->setText(text);
    m_progress->setVisible(isReading);
    m_progress->setValue(0);
    m_stop->setVisible(isReading);
    showButtons();
}

void PacketsPanel::showButtons() {
    const bool hasPackets = m_found != nullptr && !m_found->packets.empty();
    static const QString kWireshark = QStandardPaths::findExecutable(QStringLiteral("wireshark"));
    m_pictures->setVisible(hasPackets);
    m_read->setVisible(
        m_source && m_found == nullptr && !m_finder.isSearching() && !m_stop->isVisibleTo(this));
    m_table->setEnabled(hasPackets);
    m_save->setEnabled(canSave());
    m_wireshark->setVisible(!kWireshark.isEmpty());
    m_wireshark->setEnabled(canSave());
}

PacketsDialog* PacketsPanel::showTable() {
    if (m_found == nullptr)
        return nullptr;
    if (m_dialog == nullptr)
        m_dialog = new PacketsDialog(this);
    m_dialog->setPackets(m_found, QString::fromStdString(toText(m_address)));
    m_dialog->show();
    m_dialog->raise();
    return m_dialog;
}

void PacketsPanel::save(const QString& path) {
    m_fileForWireshark.clear();
    if (m_source) {
        const SourceFacts facts = factsOf(*m_snapshot->material.index, *m_source);
        m_saving->save(m_snapshot, m_address, facts.isProbesOnly, path);
    }
}

void PacketsPanel::askAndSave() {
    const QString proposal =
        QString::fromStdString(toText(m_address)).replace(QLatin1Char(':'), QLatin1Char('-'));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save packets"),
        proposal + QStringLiteral(".pcap"), tr("Captures (*.pcap *.pcapng)"));
    if (!path.isEmpty())
        save(path);
}

/// Through a file in the folder for temporary files, which Wireshark keeps open.
void PacketsPanel::openInWireshark() {
    const QString path = QDir::temp().filePath(
        QStringLiteral("sweepscope-%1.pcap").arg(QCoreApplication::applicationPid()));
    save(path);
    m_fileForWireshark = path;
}

void PacketsPanel::takeSaved(const QString& path) {
    if (path != m_fileForWireshark)
        return emit saved(path);
    if (!QProcess::startDetached(QStringLiteral("wireshark"), {path}))
        emit saveFailed(tr("Wireshark could not be started"));
}

/// The ports of its scans: with few of them the filter says which.
std::vector<PortTerm> PacketsPanel::ports() const {
    constexpr std::size_t kMost = 8;
    std::set<std::pair<Protocol, std::uint16_t>> ports;
    for (const Scan& scan : scansOf(*m_snapshot, *m_source)) {
        for (const std::uint16_t port :
            portsOf(*m_snapshot->material.index, *m_snapshot->chains, scan))
            ports.emplace(protocolOf(scan.kind), port);
    }
    std::vector<PortTerm> terms;
    if (ports.size() <= kMost) {
        for (const auto& [protocol, port] : ports)
            terms.push_back({protocol, port});
    }
    return terms;
}

void PacketsPanel::copyFilter(bool isForWireshark) {
    if (m_source)
        QApplication::clipboard()->setText(
            QString::fromStdString(isForWireshark ? displayFilterFor(m_address, ports())
                                                  : captureFilterFor(m_address, ports())));
}

} // namespace sweepscope
