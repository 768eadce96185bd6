// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/index_captures.h"
#include "analysis/make_snapshot.h"
#include "geo/source_origins.h"
#include "session/saved_index.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace sweepscope {

using Databases = std::shared_ptr<const GeoDatabases>;
using ScannerLists = std::shared_ptr<const KnownScanners>;

/// What sources are looked up in. Lists may be read when a reading first asks for them, on its
/// thread; none where there are none to wait for.
struct LookUps {
    Databases databases = std::make_shared<const GeoDatabases>();
    std::shared_future<ScannerLists> known;

    [[nodiscard]] ScannerLists knownScanners() const {
        return known.valid() ? known.get() : std::make_shared<const KnownScanners>();
    }
};

/// What questions can be asked about, and the index or session file that it came out of (null:
/// captures).
struct Loaded {
    Material material;
    std::shared_ptr<const SavedIndex> opened;
};

/// Reads captures, or opens an index in their place, on a thread of its own, one set at a time, and
/// looks the sources up.
class CaptureLoader {
public:
    using Done = std::function<void(Result<Loaded>)>;
    using Grown = std::function<void(Material)>;

    /// Starts reading. A reading still under way is told to stop, and its result is dropped.
    /// `grown` is called with what was read so far as often as `pace` allows, without its health;
    /// `done` at the end. Both are called on the reading thread.
    void start(std::vector<std::string> paths, ReadOptions options, LookUps lookUps,
        std::shared_ptr<SnapshotPace> pace, Grown grown, Done done);

    /// Looks the sources of a material up anew, in other databases and lists.
    void lookUpAgain(Loaded loaded, LookUps lookUps, Done done);

    /// Ends the reading early; what was read is kept and comes as usual.
    void stop();

    /// Of the reading that was started last.
    [[nodiscard]] const Progress& progress() const { return *m_progress; }

private:
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
    std::jthread m_thread;
};

} // namespace sweepscope
