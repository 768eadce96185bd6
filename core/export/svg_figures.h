// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sweepscope {

/// Horizontal bars, each made of parts one after another.
struct StackedBars {
    std::string title;
    std::string unit; ///< under the axis: "scans"
    std::vector<std::string> parts;

    struct Row {
        std::string name;
        std::vector<double> values; ///< of each part
    };

    std::vector<Row> rows;
    bool isShare = false; ///< values are shares, shown in percent
    bool hasRest = false; ///< the last part is all that the others are not
};

/// Curves over one axis. y runs from 0 up.
struct Curves {
    struct Curve {
        std::string name;
        std::vector<std::pair<double, double>> points;
        bool isDots = false;  ///< single values, not joined
        bool isSteps = false; ///< two points to an interval: its begin and its end
        bool isQuiet = false; ///< what others are held against
    };

    struct Mark {
        double x = 0;
        std::string name;
    };

    std::string title;
    std::string xTitle;
    std::string yTitle;
    std::vector<Curve> curves;
    std::vector<Mark> marks; ///< upright lines
    std::vector<std::pair<double, std::string>> xTicks;
    bool isLogarithmic = false; ///< x; every x above 0
    bool isShare = false;       ///< y, shown in percent; up to 1
};

/// Two columns of ranks, joined: what rose and what fell.
struct Slopes {
    struct Slope {
        std::string name;
        std::optional<std::size_t> before; ///< rank from 1; nothing: not among the ranked
        std::optional<std::size_t> after;
        bool isWeak = false; ///< greyed
    };

    std::string title;
    std::string before;
    std::string after;
    std::vector<Slope> slopes;
};

/// Differences around 0 with their intervals.
struct DifferenceBars {
    struct Bar {
        std::string name;
        double value = 0;
        double low = 0;
        double high = 0;
        bool isWeak = false;
    };

    std::string title;
    std::string unit;
    std::vector<Bar> bars;
};

/// SVG of a figure, drawn for print: light, in colours that the colour-blind can tell apart.
std::string drawFigure(const StackedBars& figure);
std::string drawFigure(const Curves& figure);
std::string drawFigure(const Slopes& figure);
std::string drawFigure(const DifferenceBars& figure);

} // namespace sweepscope
