// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/whole_answer.h"

#include "analysis/aggressive_scanners.h"
#include "tables/aggressive_table.h"
#include "tables/statistics_tables.h"
#include "tables/user_rule_table.h"

namespace sweepscope {

std::vector<std::shared_ptr<const Table>> tablesOfAnswer(const SnapshotPointer& snapshot) {
    return {portTable(snapshot), countryTable(snapshot, Weight::scans), toolTable(snapshot),
        sourceTable(snapshot), packetSeriesTable(snapshot), captureTable(snapshot),
        findingTable(snapshot), accountTable(snapshot), attackTable(snapshot),
        attackedServiceTable(snapshot), aggressiveTable(snapshot, aggressiveScanners(*snapshot)),
        userRuleTable(snapshot), dependentPortTable(snapshot), organisationTable(snapshot)};
}

} // namespace sweepscope
