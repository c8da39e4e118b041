// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/fidelity.h"

#include <QSet>
#include <QTest>

#include <algorithm>

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
    void provenance_data();
    void provenance();
};

void tst_Fidelity::everyEntryIsExplained()
{
    for (const Isolation isolation : {Isolation::Bubblewrap, Isolation::None}) {
        QSet<QString> subjects;
        for (const FidelityEntry &entry : fidelityEntries(isolation)) {
            QVERIFY2(entry.how.endsWith(u'.'), qPrintable(entry.subject));
            QVERIFY2(!subjects.contains(entry.subject), qPrintable(entry.subject));
            subjects.insert(entry.subject);
        }
        QVERIFY(subjects.size() > 10);
    }
}

void tst_Fidelity::provenance_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QString>("expected");

    const auto row
        = [](const char *name, const char *subject, Isolation isolation, const char *expected) {
              QTest::newRow(name) << QString::fromLatin1(subject) << isolation
                                  << QString::fromLatin1(expected);
          };
    row("duration comes from the clock", "Duration", Isolation::None, "measured");
    row("init comes from the clock", "Init Duration", Isolation::Bubblewrap, "measured");
    row("billing follows a rule", "Billed Duration", Isolation::None, "modelled");
    row("memory is read", "Max Memory Used", Isolation::None, "measured");
    row("cost follows a price book", "Cost", Isolation::None, "modelled");
    row("speed is the computer's own", "CPU share", Isolation::Bubblewrap, "not emulated");
    row("/tmp is limited by bubblewrap", "/tmp limit", Isolation::Bubblewrap, "modelled");
    row("/tmp is not limited without", "/tmp limit", Isolation::None, "not emulated");
    row("no freeze", "Time between invocations", Isolation::Bubblewrap, "not emulated");
}

void tst_Fidelity::provenance()
{
    QFETCH(QString, subject);
    QFETCH(Isolation, isolation);
    QFETCH(QString, expected);

    const std::vector<FidelityEntry> entries = fidelityEntries(isolation);
    const FidelityEntry *entry = entryOf(entries, subject);

    QVERIFY(entry != nullptr);
    QCOMPARE(provenanceText(entry->provenance), expected);
}

COLDFRAME_TEST(tst_Fidelity);

#include "tst_fidelity.moc"
