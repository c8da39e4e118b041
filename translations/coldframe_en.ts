<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>SPAN %n more; --output json has all</source>
        <translation>
            <numerusform>SPAN %n more; --output json has all</numerusform>
            <numerusform>SPAN %n more; --output json has all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SPAN %n more, and perhaps others: a record keeps %1 at most; --output json has those</source>
        <translation>
            <numerusform>SPAN %n more, and perhaps others: a record keeps %1 at most; --output json has those</numerusform>
            <numerusform>SPAN %n more, and perhaps others: a record keeps %1 at most; --output json has those</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonText</name>
    <message numerus="yes">
        <source>%1 to %2, %n run(s)</source>
        <translation>
            <numerusform>%1 to %2, %n run</numerusform>
            <numerusform>%1 to %2, %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too few runs to tell: %n of each are needed</source>
        <translation>
            <numerusform>too few runs to tell: %n of each is needed</numerusform>
            <numerusform>too few runs to tell: %n of each are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ. Identifiers and times do not count.</source>
        <translation>
            <numerusform>%n place differs. Identifiers and times do not count.</numerusform>
            <numerusform>%n places differ. Identifiers and times do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n place(s) differ.</source>
        <translation>
            <numerusform>More than %n place differs.</numerusform>
            <numerusform>More than %n places differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ. Identifiers and times do not count.</source>
        <translation>
            <numerusform>%n line differs. Identifiers and times do not count.</numerusform>
            <numerusform>%n lines differ. Identifiers and times do not count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n runs, %2 to %3</source>
        <translation>
            <numerusform>%1, %n run, %2 to %3</numerusform>
            <numerusform>%1, %n runs, %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cold</source>
        <translation>
            <numerusform>%n cold</numerusform>
            <numerusform>%n cold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not succeed</source>
        <translation>
            <numerusform>%n did not succeed</numerusform>
            <numerusform>%n did not succeed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are on both sides.</source>
        <translation>
            <numerusform>%n run is on both sides.</numerusform>
            <numerusform>%n runs are on both sides.</numerusform>
        </translation>
    </message>
</context>
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
    <name>RunReport</name>
    <message numerus="yes">
        <source>%n more took less time.</source>
        <translation>
            <numerusform>%n more took less time.</numerusform>
            <numerusform>%n more took less time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TuningText</name>
    <message numerus="yes">
        <source>Predicted from %n cold start(s) without a limit of CPU time.</source>
        <translation>
            <numerusform>Predicted from %n cold start without a limit of CPU time.</numerusform>
            <numerusform>Predicted from %n cold starts without a limit of CPU time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Predicted from %n warm run(s) without a limit of CPU time.</source>
        <translation>
            <numerusform>Predicted from %n warm run without a limit of CPU time.</numerusform>
            <numerusform>Predicted from %n warm runs without a limit of CPU time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n run(s) a size under the kernel&apos;s quota of 20 ms periods, sizes in turn; mean and 95 % interval.</source>
        <translation>
            <numerusform>Measured: %n run a size under the kernel&apos;s quota of 20 ms periods, sizes in turn; mean and 95 % interval.</numerusform>
            <numerusform>Measured: %n runs a size under the kernel&apos;s quota of 20 ms periods, sizes in turn; mean and 95 % interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n run(s) a size, sizes in turn, held near to the quota of 20 ms periods by stopping the processes, because no control group can be had here; mean and 95 % interval.</source>
        <translation>
            <numerusform>Measured: %n run a size, sizes in turn, held near to the quota of 20 ms periods by stopping the processes, because no control group can be had here; mean and 95 % interval.</numerusform>
            <numerusform>Measured: %n runs a size, sizes in turn, held near to the quota of 20 ms periods by stopping the processes, because no control group can be had here; mean and 95 % interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n processor(s).</source>
        <translation>
            <numerusform>%1, %n processor.</numerusform>
            <numerusform>%1, %n processors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The function %1 %n time(s) without a limit, so there is nothing to tune.</source>
        <translation>
            <numerusform>The function %1 %n time without a limit, so there is nothing to tune.</numerusform>
            <numerusform>The function %1 %n times without a limit, so there is nothing to tune.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calibrated by %n REPORT line(s): Lambda needs %1 times the CPU time.</source>
        <translation>
            <numerusform>Calibrated by %n REPORT line: Lambda needs %1 times the CPU time.</numerusform>
            <numerusform>Calibrated by %n REPORT lines: Lambda needs %1 times the CPU time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) without a limit did not count: the function %1.</source>
        <translation>
            <numerusform>%n run without a limit did not count: the function %1.</numerusform>
            <numerusform>%n runs without a limit did not count: the function %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) with %1 did not count: the function %2.</source>
        <translation>
            <numerusform>%n run with %1 did not count: the function %2.</numerusform>
            <numerusform>%n runs with %1 did not count: the function %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaterfallPicture</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
<context>
    <name>coldframe::TimelinePanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::TuningTable</name>
    <message numerus="yes">
        <source>%n run(s), the shortest %1, the longest %2; 95 % interval of the mean: %3 to %4</source>
        <translation>
            <numerusform>%n run, the shortest %1, the longest %2; 95 % interval of the mean: %3 to %4</numerusform>
            <numerusform>%n runs, the shortest %1, the longest %2; 95 % interval of the mean: %3 to %4</numerusform>
        </translation>
    </message>
</context>
</TS>
