// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sweepscope::sample {

struct Scene;

// Each plants one population of the day. They share nothing but the pool of sources.
void plantZmap(Scene& scene);
void plantZmapNew(Scene& scene);
void plantMasscan(Scene& scene);
void plantMirai(Scene& scene);
void plantNmap(Scene& scene);
void plantConnecting(Scene& scene);
void plantHandmade(Scene& scene);
void plantFloodVictims(Scene& scene);
void plantReflection(Scene& scene);
void plantNoise(Scene& scene);
void plantOddities(Scene& scene);
void plantTargetPorts(Scene& scene);
void plantCampaigns(Scene& scene);
void plantKnownScanners(Scene& scene);

} // namespace sweepscope::sample
