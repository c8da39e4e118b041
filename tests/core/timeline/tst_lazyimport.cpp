// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lazyimport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

using Indexes = std::vector<std::size_t>;
Q_DECLARE_METATYPE(Indexes)

/// What a cold start would save with lazy imports.
class tst_LazyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savings_data();
    void savings();
};

namespace {

/// app ( boto3 ( botocore ( json ) , s3 ) , orders )
std::vector<ImportSpan> imports()
{
    const auto import = [](const char *name, int depth, std::chrono::nanoseconds begin,
                           std::chrono::nanoseconds duration, std::chrono::nanoseconds self) {
        ImportSpan span;
        span.module = QLatin1String(name);
        span.depth = depth;
        span.begin = begin;
        span.duration = duration;
        span.self = self;
        return span;
    };
    return {import("app", 0, 0ms, 100ms, 5ms),       import("boto3", 1, 5ms, 80ms, 10ms),
            import("botocore", 2, 10ms, 50ms, 30ms), import("json", 3, 12ms, 20ms, 20ms),
            import("s3", 2, 60ms, 20ms, 20ms),       import("orders", 1, 85ms, 15ms, 15ms)};
}

} // namespace

void tst_LazyImport::savings_data()
{
    QTest::addColumn<Indexes>("lazy");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<Indexes>("modules");

    QTest::newRow("nothing") << Indexes{} << 0 << Indexes{};
    QTest::newRow("a module without imports") << Indexes{5} << 15 << Indexes{5};
    QTest::newRow("everything below goes with it") << Indexes{2} << 50 << Indexes{2, 3};
    QTest::newRow("a whole tree") << Indexes{1} << 80 << Indexes{1, 2, 3, 4};
    QTest::newRow("two beside each other") << Indexes{5, 4} << 35 << Indexes{4, 5};
    QTest::newRow("one below another counts once") << Indexes{3, 1} << 80 << Indexes{1, 2, 3, 4};
    QTest::newRow("the same one twice") << Indexes{4, 4} << 20 << Indexes{4};
    QTest::newRow("the handler's own module") << Indexes{0} << 0 << Indexes{};
    QTest::newRow("one that does not exist") << Indexes{6, 1000} << 0 << Indexes{};
}

void tst_LazyImport::savings()
{
    QFETCH(const Indexes, lazy);
    QFETCH(const int, milliseconds);
    QFETCH(const Indexes, modules);

    const LazySaving saving = whatIfLazy(imports(), lazy);

    QVERIFY(saving.time == std::chrono::milliseconds(milliseconds));
    QCOMPARE(saving.modules, modules);
    if (lazy.size() == 1)
        QVERIFY(whatIfLazy(imports(), lazy.front()) == saving);
}

COLDFRAME_TEST(tst_LazyImport);

#include "tst_lazyimport.moc"
