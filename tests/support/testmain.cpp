// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every test class of a binary: all of them, or only the class named by the first argument
// (for example `tst_core_billing tst_PriceBook priceOfOneCall`).
#include "tests/support/testmain.h"

#ifdef COLDFRAME_TEST_WIDGETS
#include <QApplication>
using TestApplication = QApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif
#include <QStandardPaths>
#include <QTest>

#include <cstdio>

namespace coldframe::test {

std::vector<Maker> &makers()
{
    static std::vector<Maker> all;
    return all;
}

} // namespace coldframe::test

int main(int argc, char **argv)
{
    TestApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QStringList arguments = TestApplication::arguments();
    QString only;
    if (arguments.size() > 1 && arguments.at(1).startsWith(QStringLiteral("tst_")))
        only = arguments.takeAt(1);

    int failures = 0;
    int classes = 0;
    for (const auto &make : coldframe::test::makers()) {
        const auto test = make();
        if (!only.isEmpty() && only != QLatin1String(test->metaObject()->className()))
            continue;
        ++classes;
        failures += QTest::qExec(test.get(), arguments);
    }
    if (classes == 0) {
        std::fprintf(stderr, "no test class was run\n");
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
