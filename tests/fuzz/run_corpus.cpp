// SPDX-License-Identifier: GPL-3.0-or-later
// A plain main for one fuzz target: runs it over the files of some folders, as the ordinary tests
// do. Usage: corpus_NAME FOLDER...
#include "fuzz.h"
#include "support/test_files.h"

#include <cstdio>
#include <filesystem>

namespace fs = std::filesystem;

namespace {

std::size_t runFolder(const fs::path& folder) {
    std::size_t count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        std::printf("%s\n", entry.path().c_str());
        std::fflush(stdout); // the last line names what crashed
        const auto bytes = sweepscope::tests::readBytes(entry.path().string());
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        ++count;
    }
    return count;
}

} // namespace

int main(int argc, char** argv) {
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        if (fs::is_directory(argv[i]))
            count += runFolder(argv[i]);
    }
    std::printf("%zu inputs\n", count);
    return count != 0 ? 0 : 1;
}
