// SPDX-License-Identifier: GPL-3.0-or-later
// A telescope's prefixes from any text: what was read can be written and read again.
#include "base/prefix_file.h"
#include "fuzz.h"
#include "support/memory_file.h"

using namespace sweepscope;
using namespace sweepscope::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const tests::MemoryFile file({bytes, size});
    const Result<PrefixSet> read = readPrefixFile(file.path());
    if (!read.ok()) {
        require(read.error().message().starts_with(file.path()));
        return 0;
    }
    std::string text;
    for (const Prefix& prefix : read.value().prefixes())
        text += toText(prefix) + "\n";
    const Result<PrefixSet> again = parsePrefixes(text);
    require(again.ok() && again.value().prefixes() == read.value().prefixes());
    require(again.value().size() == read.value().size());
    return 0;
}
