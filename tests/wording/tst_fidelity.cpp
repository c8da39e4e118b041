// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/fidelity.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace coldframe;

namespace {

const FidelityEntry *entryOf(const std::vector<FidelityEntry> &entries, const QString &subject)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto &entry) { return entry.subject == subject; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

class tst_Fidelity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsExplained();
    void nothingThatADeveloperMayExpectIsLeftOut();
    void provenance_data();
    void provenance();
    void limitsInAFewWords_data();
    void limitsInAFewWords();
};

namespace {

constexpr std::array AllMeans{LimitMeans::Kernel, LimitMeans::Watched, LimitMeans::None};

LimitsInForce isolated()
{
    LimitsInForce limits;
    limits.isolation = Isolation::Bubblewrap;
    limits.memory = LimitMeans::Kernel;
    limits.temporaryStorage = LimitMeans::Kernel;
    limits.descriptors = LimitMeans::Kernel;
    limits.processes = LimitMeans::Kernel;
    limits.descendants = LimitMeans::Kernel;
    limits.cpuShare = LimitMeans::Kernel;
    limits.freeze = LimitMeans::Kernel;
    return limits;
}

/// Each combination of means that a computer may have, with all options on or off.
std::vector<LimitsInForce> everyPlace()
{
    std::vector<LimitsInForce> places;
    for (const Isolation isolation : {Isolation::Bubblewrap, Isolation::None}) {
        for (const LimitMeans means : AllMeans) {
            for (const bool on : {false, true}) {
                const EmulationOptions options{
                    on, on, on, on ? CredentialsChoice::PassedThrough : CredentialsChoice::Dummy};
                places.push_back(
                    {isolation, means, means, means, means, means, means, means, options});
            }
        }
    }
    return places;
}

} // namespace

void tst_Fidelity::everyEntryIsExplained()
{
    for (const LimitsInForce &limits : everyPlace()) {
        QSet<QString> subjects;
        for (const FidelityEntry &entry : fidelityEntries(limits)) {
            QVERIFY2(entry.how.endsWith(u'.'), qPrintable(entry.subject));
            QVERIFY2(!subjects.contains(entry.subject), qPrintable(entry.subject));
            subjects.insert(entry.subject);
        }
    }
}

void tst_Fidelity::nothingThatADeveloperMayExpectIsLeftOut()
{
    for (const LimitsInForce &limits : everyPlace()) {
        const std::vector<FidelityEntry> entries = fidelityEntries(limits);
        for (const char *subject : {"Timeout",
                                    "Memory limit",
                                    "/tmp limit",
                                    "Open descriptors",
                                    "Processes and threads",
                                    "Processes that stay behind",
                                    "CPU share",
                                    "Bandwidth of streamed responses",
                                    "Payload sizes",
                                    "Read-only file system, own /tmp",
                                    "Freeze between invocations",
                                    "Shutdown time",
                                    "Layers",
                                    "Extensions",
                                    "Telemetry API and Logs API",
                                    "Network",
                                    "Permissions",
                                    "Processor architecture",
                                    "Sandbox creation and code download",
                                    "SnapStart hooks",
                                    "SnapStart snapshots",
                                    "X-Ray",
                                    "Metadata endpoint",
                                    "Init Duration",
                                    "Duration",
                                    "Billed Duration",
                                    "Max Memory Used",
                                    "Cost"})
            QVERIFY2(entryOf(entries, QString::fromLatin1(subject)) != nullptr, subject);
    }
}

void tst_Fidelity::provenance_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<LimitsInForce>("limits");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const char *subject, const LimitsInForce &limits,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(subject) << limits
                            << QString::fromLatin1(expected);
    };
    const LimitsInForce plain;
    LimitsInForce options = isolated();
    options.emulation = {false, true, true, CredentialsChoice::Dummy};
    LimitsInForce cpuWatched = options;
    cpuWatched.cpuShare = LimitMeans::Watched;
    LimitsInForce stopped = isolated();
    stopped.freeze = LimitMeans::Watched;
    row("duration comes from the clock", "Duration", plain, "measured");
    row("init comes from the clock", "Init Duration", isolated(), "measured");
    row("billing follows a rule", "Billed Duration", plain, "modelled");
    row("memory is read", "Max Memory Used", plain, "measured");
    row("cost follows a price book", "Cost", plain, "modelled");
    row("a control group limits memory", "Memory limit", isolated(), "enforced");
    row("watched memory can be missed", "Memory limit", plain, "modelled");
    row("speed is the computer's own", "CPU share", isolated(), "not emulated");
    row("speed is limited where asked for", "CPU share", options, "enforced");
    row("speed is limited by stops", "CPU share", cpuWatched, "modelled");
    row("/tmp is limited by bubblewrap", "/tmp limit", isolated(), "enforced");
    row("/tmp is not limited without", "/tmp limit", plain, "not emulated");
    row("code is read-only with bubblewrap", "Read-only file system, own /tmp", isolated(),
        "enforced");
    row("code is writable without", "Read-only file system, own /tmp", plain, "not emulated");
    row("descriptors", "Open descriptors", isolated(), "enforced");
    row("freeze by a control group", "Freeze between invocations", isolated(), "enforced");
    row("freeze by stops", "Freeze between invocations", stopped, "enforced");
    row("freeze is switched off", "Freeze between invocations", options, "not emulated");
    row("bandwidth is an option", "Bandwidth of streamed responses", isolated(), "not emulated");
    row("bandwidth is limited where asked for", "Bandwidth of streamed responses", options,
        "enforced");
    row("no segments", "X-Ray", isolated(), "not emulated");
}

void tst_Fidelity::provenance()
{
    QFETCH(QString, subject);
    QFETCH(LimitsInForce, limits);
    QFETCH(QString, expected);

    const std::vector<FidelityEntry> entries = fidelityEntries(limits);
    const FidelityEntry *entry = entryOf(entries, subject);

    QVERIFY(entry != nullptr);
    QCOMPARE(provenanceText(entry->provenance), expected);
}

void tst_Fidelity::limitsInAFewWords_data()
{
    QTest::addColumn<LimitsInForce>("limits");
    QTest::addColumn<QString>("text");

    LimitsInForce cpu = isolated();
    cpu.emulation.limitsCpu = true;
    LimitsInForce watched = isolated();
    watched.memory = LimitMeans::Watched;
    QTest::newRow("all of it") << isolated()
                               << QStringLiteral("bubblewrap · memory and /tmp enforced");
    QTest::newRow("the CPU too") << cpu
                                 << QStringLiteral("bubblewrap · memory, /tmp and CPU enforced");
    QTest::newRow("an ordinary user")
        << watched << QStringLiteral("bubblewrap · /tmp enforced · memory watched");
    QTest::newRow("nothing") << LimitsInForce() << QStringLiteral("no isolation · memory watched");
}

void tst_Fidelity::limitsInAFewWords()
{
    QFETCH(LimitsInForce, limits);
    QFETCH(QString, text);

    QCOMPARE(limitsText(limits), text);
}

COLDFRAME_TEST(tst_Fidelity);

#include "tst_fidelity.moc"
