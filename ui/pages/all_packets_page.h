// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latest_only.h"
#include "charts/accounts_chart.h"
#include "pages/page.h"

namespace sweepscope {

/// Where every frame of the captures ended up: one bar, the bins that add up to all frames, and the
/// sources of the bin that is chosen.
class AllPacketsPage : public Page {
    Q_OBJECT

public:
    explicit AllPacketsPage(Exporter& exporter, QWidget* parent = nullptr);

    void setSnapshot(SnapshotPointer snapshot) override;
    [[nodiscard]] std::vector<NamedChart> charts() const override;

    /// Lists the sources of a bin; they are gathered on a thread of their own.
    void choose(Account account);

    [[nodiscard]] TableView& bins() { return *m_bins; }

    [[nodiscard]] TableView& sources() { return *m_sources; }

signals:
    void sourcesShown(); ///< of the bin chosen last

private:
    struct Request {
        SnapshotPointer snapshot;
        Account account;
    };

    void gather(const Request& request);
    void show(const Request& request, std::shared_ptr<const Table> table);
    void openSource(std::uint32_t row);

    SnapshotPointer m_snapshot;
    Account m_account = Account::fewTargets;
    AccountsChart* m_chart;
    TableView* m_bins;
    TableView* m_sources;
    Card* m_sourcesCard;
    LatestOnly<Request> m_gathering; // last: its thread uses the above
};

} // namespace sweepscope
