// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/json_table.h"

#include <nlohmann/json.hpp>

#include <numeric>

namespace sweepscope {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json jsonOf(const Cell& cell) {
    if (const auto* const text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto* const count = std::get_if<std::uint64_t>(&cell))
        return *count;
    if (const auto* const number = std::get_if<double>(&cell))
        return *number; // what is not finite becomes null
    if (const auto* const time = std::get_if<Timestamp>(&cell))
        return toIso8601(*time);
    return nullptr;
}

Json provenanceJson(const std::vector<std::string>& lines) {
    Json json = Json::object();
    for (const std::string& line : lines) {
        const std::size_t colon = line.find(": ");
        const std::string key = line.substr(0, colon);
        const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
        if (!json.contains(key))
            json[key] = value;
        else if (json[key].is_array())
            json[key].push_back(value);
        else
            json[key] = Json::array({json[key], value});
    }
    return json;
}

} // namespace

void writeJsonTable(const Table& table, const RowOrder& rows,
    const std::vector<std::size_t>& columns, const std::vector<std::string>& provenance,
    const TextSink& sink) {
    sink("{\n  \"format\": \"sweepscope-table/1\",\n  \"table\": " + dump(table.name()) +
         ",\n  \"provenance\": " + dump(provenanceJson(provenance)) + ",\n  \"rows\": [");
    bool isFirst = true;
    for (const std::uint32_t row : rows) {
        Json json = Json::object();
        for (const std::size_t column : columns)
            json[std::string(table.columns()[column].name)] = jsonOf(table.cell(row, column));
        sink((isFirst ? "\n    " : ",\n    ") + dump(json));
        isFirst = false;
    }
    sink(isFirst ? "]\n}\n" : "\n  ]\n}\n");
}

void writeJsonTable(
    const Table& table, const std::vector<std::string>& provenance, const TextSink& sink) {
    std::vector<std::size_t> columns(table.columns().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    writeJsonTable(table, allRows(table), columns, provenance, sink);
}

} // namespace sweepscope
