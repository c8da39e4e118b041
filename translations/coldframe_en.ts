<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FixtureReportText</name>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixtures: %1</source>
        <translation>
            <numerusform>%n fixture: %1</numerusform>
            <numerusform>%n fixtures: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invocations in %1; cold starts: %2.</source>
        <translation>
            <numerusform>%n invocation in %1; cold starts: %2.</numerusform>
            <numerusform>%n invocations in %1; cold starts: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixtureText</name>
    <message numerus="yes">
        <source>%1 %n more like this are not listed.</source>
        <translation>
            <numerusform>%1 %n more like this is not listed.</numerusform>
            <numerusform>%1 %n more like this are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::EventStatus</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::FindSession</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::FixtureDetail</name>
    <message numerus="yes">
        <source>%n run(s), at most %1</source>
        <translation>
            <numerusform>%n run, at most %1</numerusform>
            <numerusform>%n runs, at most %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cold, init %1</source>
        <translation>
            <numerusform>%n cold, init %1</numerusform>
            <numerusform>%n cold, init %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::FixturesPanel</name>
    <message numerus="yes">
        <source>%n event(s) made of %1, each wrong or extreme in one place. They pass unless the function ends in an unhandled exception.</source>
        <translation>
            <numerusform>%n event made of %1, wrong or extreme in one place. It passes unless the function ends in an unhandled exception.</numerusform>
            <numerusform>%n events made of %1, each wrong or extreme in one place. They pass unless the function ends in an unhandled exception.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixture(s)</source>
        <translation>
            <numerusform>%n fixture</numerusform>
            <numerusform>%n fixtures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::LogDetail</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::LogToolBar</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::ParameterForm</name>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>%n more field</numerusform>
            <numerusform>%n more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::SaveFlow</name>
    <message numerus="yes">
        <source>Save the changes to %n files?</source>
        <translation>
            <numerusform>Save the changes to %n file?</numerusform>
            <numerusform>Save the changes to %n files?</numerusform>
        </translation>
    </message>
</context>
</TS>
