// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/table_file.h"

#include "export/csv_writer.h"
#include "export/json_table.h"

#include <numeric>
#include <utility>

namespace sweepscope {

namespace {

bool isJson(const std::string& path) {
    constexpr std::string_view kSuffix = ".json";
    return path.size() >= kSuffix.size() &&
           path.compare(path.size() - kSuffix.size(), kSuffix.size(), kSuffix) == 0;
}

Status writeSidecar(const std::vector<std::string>& provenance, const std::string& path) {
    return writeFileAtomically(path + ".provenance.txt", [&](const TextSink& sink) {
        for (const std::string& line : provenance)
            sink(line + "\n");
    });
}

} // namespace

TablePart TablePart::whole(std::shared_ptr<const Table> table) {
    TablePart part;
    part.rows = allRows(*table);
    part.columns.resize(table->columns().size());
    std::iota(part.columns.begin(), part.columns.end(), std::size_t{0});
    part.table = std::move(table);
    return part;
}

Status writeTableFile(
    const TablePart& part, const std::vector<std::string>& provenance, const std::string& path) {
    if (isJson(path)) {
        return writeFileAtomically(path, [&](const TextSink& sink) {
            writeJsonTable(*part.table, part.rows, part.columns, provenance, sink);
        });
    }
    // The table takes its place only when its sidecar lies beside it.
    return replaceFileAtomically(path, [&](const std::string& temporary) {
        Status written = writeFileAtomically(temporary,
            [&](const TextSink& sink) { writeCsv(*part.table, part.rows, part.columns, sink); });
        return written.ok() ? writeSidecar(provenance, path) : written;
    });
}

} // namespace sweepscope
