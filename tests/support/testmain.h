// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFloat16> // QTest compares it and leaves it incomplete, which JSON's traits refuse
#include <QObject>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace coldframe::test {

using Maker = std::function<std::unique_ptr<QObject>()>;

/// The test classes of one binary, in the order of their registration.
std::vector<Maker> &makers();

/// Adds a test class to its binary's main.
template<typename TestClass>
struct Registration
{
    Registration()
    {
        makers().push_back([] { return std::make_unique<TestClass>(); });
    }
};

} // namespace coldframe::test

// Whatever a test waits for comes; how soon depends on the computer. Qt's own patience is 5 s, which
// a busy one needs for a single start of an interpreter.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60'000)

/// Put after a test class: makes the binary run it.
#define COLDFRAME_TEST(TestClass)                                                                  \
    static const coldframe::test::Registration<TestClass> registrationOf##TestClass
