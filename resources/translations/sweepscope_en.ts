<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>sweepscope</name>
    <message numerus="yes">
        <source>%1 targets: too few steps to tell an order</source>
        <translation>
            <numerusform>%1 target: too few steps to tell an order</numerusform>
            <numerusform>%1 targets: too few steps to tell an order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in ascending order: one after another</source>
        <translation>
            <numerusform>%1 target in ascending order</numerusform>
            <numerusform>%1 targets in ascending order: one after another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in descending order: one after another</source>
        <translation>
            <numerusform>%1 target in descending order</numerusform>
            <numerusform>%1 targets in descending order: one after another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in no order: drawn at random, or from a permutation</source>
        <translation>
            <numerusform>%1 target in no order</numerusform>
            <numerusform>%1 targets in no order: drawn at random, or from a permutation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans</source>
        <translation>
            <numerusform>%1 scan</numerusform>
            <numerusform>%1 scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets</source>
        <translation>
            <numerusform>%1 target</numerusform>
            <numerusform>%1 targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 addresses</source>
        <translation>
            <numerusform>%1 of %2 address</numerusform>
            <numerusform>%1 of %2 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses</source>
        <translation>
            <numerusform>%1 address</numerusform>
            <numerusform>%1 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses, until captures say how many</source>
        <translation>
            <numerusform>%1 address, until captures say how many</numerusform>
            <numerusform>%1 addresses, until captures say how many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses, inferred from the targets of probes</source>
        <translation>
            <numerusform>%1 address, inferred from the targets of probes</numerusform>
            <numerusform>%1 addresses, inferred from the targets of probes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::AccountsChart</name>
    <message numerus="yes">
        <source>%1: %2 frames, %3
%4</source>
        <translation>
            <numerusform>%1: %2 frame, %3
%4</numerusform>
            <numerusform>%1: %2 frames, %3
%4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::ChangesPage</name>
    <message numerus="yes">
        <source>%n port(s) looked at, nothing stands out</source>
        <translation>
            <numerusform>%n port looked at, nothing stands out</numerusform>
            <numerusform>%n ports looked at, nothing stands out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources are taken for one because of: %1</source>
        <translation>
            <numerusform>%n source is taken for one because of: %1</numerusform>
            <numerusform>%n sources are taken for one because of: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::CountriesPage</name>
    <message numerus="yes">
        <source>%n countries make %1 %</source>
        <translation>
            <numerusform>%n country makes %1 %</numerusform>
            <numerusform>%n countries make %1 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::CountryCdfChart</name>
    <message numerus="yes">
        <source>%n countries make %1</source>
        <translation>
            <numerusform>%n country makes %1</numerusform>
            <numerusform>%n countries make %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %2 countries in all, first is %3</source>
        <translation>
            <numerusform>%1; %2 country in all, first is %3</numerusform>
            <numerusform>%1; %2 countries in all, first is %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::EffectBox</name>
    <message numerus="yes">
        <source>scans</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>scan</numerusform>
            <numerusform>scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 small · %2 large · %3 sources</source>
        <translation>
            <numerusform>%1 small · %2 large · %3 source</numerusform>
            <numerusform>%1 small · %2 large · %3 sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::FigureChart</name>
    <message numerus="yes">
        <source>%n rank(s), before and after</source>
        <translation>
            <numerusform>%n rank, before and after</numerusform>
            <numerusform>%n ranks, before and after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) with intervals</source>
        <translation>
            <numerusform>%n difference with its interval</numerusform>
            <numerusform>%n differences with intervals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::HighlightList</name>
    <message numerus="yes">
        <source>rose to %1 times its usual packets at %2 (%3), from %n sources.</source>
        <translation>
            <numerusform>rose to %1 times its usual packets at %2 (%3), from %n source.</numerusform>
            <numerusform>rose to %1 times its usual packets at %2 (%3), from %n sources.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sends %1 of the packets of scans, from %n sources.</source>
        <translation>
            <numerusform>sends %1 of the packets of scans, from %n source.</numerusform>
            <numerusform>sends %1 of the packets of scans, from %n sources.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::OverviewPage</name>
    <message numerus="yes">
        <source>in %n countries</source>
        <translation>
            <numerusform>in %n country</numerusform>
            <numerusform>in %n countries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketScatterChart</name>
    <message numerus="yes">
        <source>%1 packets</source>
        <translation>
            <numerusform>%1 packet</numerusform>
            <numerusform>%1 packets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsChart</name>
    <message numerus="yes">
        <source>%1 packets in scans; most in the interval from %2: %3</source>
        <translation>
            <numerusform>%1 packet in scans; most in the interval from %2: %3</numerusform>
            <numerusform>%1 packets in scans; most in the interval from %2: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsDialog</name>
    <message numerus="yes">
        <source>%1 packets of %2</source>
        <translation>
            <numerusform>%1 packet of %2</numerusform>
            <numerusform>%1 packets of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsPanel</name>
    <message numerus="yes">
        <source>Its pictures need the packets themselves: %1 in %n captures are read again.</source>
        <translation>
            <numerusform>Its pictures need the packets themselves: %1 in %n capture are read again.</numerusform>
            <numerusform>Its pictures need the packets themselves: %1 in %n captures are read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 packets</source>
        <translation>
            <numerusform>%1 packet</numerusform>
            <numerusform>%1 packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 packets</source>
        <translation>
            <numerusform>The first packet</numerusform>
            <numerusform>The first %1 packets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PortSizesChart</name>
    <message numerus="yes">
        <source>%1 ports; the most scanned is %2/%3 with %4 small and %5 large scans</source>
        <translation>
            <numerusform>%1 port; the most scanned is %2/%3 with %4 small and %5 large scans</numerusform>
            <numerusform>%1 ports; the most scanned is %2/%3 with %4 small and %5 large scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::ReadingFacts</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::Report</name>
    <message numerus="yes">
        <source>%1 and %2 more captures</source>
        <translation>
            <numerusform>%1 and %2 more capture</numerusform>
            <numerusform>%1 and %2 more captures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::SavePacketsRow</name>
    <message numerus="yes">
        <source>%1 packets saved in %2</source>
        <translation>
            <numerusform>%1 packet saved in %2</numerusform>
            <numerusform>%1 packets saved in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::ScannerPanel</name>
    <message numerus="yes">
        <source>%1 of %2 packets</source>
        <translation>
            <numerusform>%1 of %2 packet</numerusform>
            <numerusform>%1 of %2 packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 packets</source>
        <translation>
            <numerusform>%1: %2 of %3 packet</numerusform>
            <numerusform>%1: %2 of %3 packets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::SensitivityChart</name>
    <message numerus="yes">
        <source>%1: %2 scans, %3 of probes</source>
        <translation>
            <numerusform>%1: %2 scan, %3 of probes</numerusform>
            <numerusform>%1: %2 scans, %3 of probes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::StatusLine</name>
    <message numerus="yes">
        <source>%1 frames</source>
        <translation>
            <numerusform>%1 frame</numerusform>
            <numerusform>%1 frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %1 frames, %2 in %3</source>
        <translation>
            <numerusform>Read %1 frame, %2 in %3</numerusform>
            <numerusform>Read %1 frames, %2 in %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans in %2 ms</source>
        <translation>
            <numerusform>%1 scan in %2 ms</numerusform>
            <numerusform>%1 scans in %2 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::TableView</name>
    <message numerus="yes">
        <source>these %n</source>
        <translation>
            <numerusform>these %n</numerusform>
            <numerusform>these %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::TimeActions</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::TimelineChart</name>
    <message numerus="yes">
        <source>%1 intervals of %2; most in the one from %3: %4</source>
        <translation>
            <numerusform>%1 interval of %2; most in the one from %3: %4</numerusform>
            <numerusform>%1 intervals of %2; most in the one from %3: %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::TimelinePage</name>
    <message numerus="yes">
        <source>%1 intervals of %2</source>
        <translation>
            <numerusform>%1 interval of %2</numerusform>
            <numerusform>%1 intervals of %2</numerusform>
        </translation>
    </message>
</context>
</TS>
