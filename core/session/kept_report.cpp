// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kept_report.h"

#include "session/json_reading.h"

namespace sweepscope {

using Json = JsonReading::Json;

std::string toJson(const KeptReport& report) {
    const auto& [basis, json, summary, warnings] = report;
    const Json all = {
        {"basis", basis}, {"report", json}, {"summary", summary}, {"warnings", warnings}};
    // Names of files need not be UTF-8, but JSON is.
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<KeptReport> parseKeptReport(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return Error{say("its report makes no sense")};
    JsonReading reading;
    KeptReport report;
    reading.read(json, "basis", report.basis);
    reading.read(json, "report", report.json);
    reading.read(json, "summary", report.summary);
    for (const Json& each : JsonReading::member(json, "warnings")) {
        if (each.is_string())
            report.warnings.push_back(each.get<std::string>());
        else
            reading.complain("warnings");
    }
    if (!reading.wrong().empty())
        return Error{say("its report makes no sense")};
    return report;
}

} // namespace sweepscope
