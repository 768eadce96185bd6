// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference/open_known_scanners.h"

#include "base/data_files.h"

#include <utility>

namespace sweepscope {

Result<KnownScanners> openKnownScanners(const std::vector<std::string>& paths) {
    std::vector<ScannerList> lists;
    if (const auto shipped = findDataFile(kShippedScannerList)) {
        Result<ScannerList> list = readScannerList(*shipped);
        if (!list.ok())
            return list.error();
        list.value().isShipped = true;
        lists.push_back(std::move(list).value());
    }
    for (const std::string& path : paths) {
        Result<ScannerList> list = readScannerList(path);
        if (!list.ok())
            return list.error();
        lists.push_back(std::move(list).value());
    }
    return KnownScanners(std::move(lists));
}

} // namespace sweepscope
