<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>QObject</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
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
</context>
<context>
    <name>sweepscope::MainWindow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
    <name>sweepscope::ReadingFacts</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
</TS>
