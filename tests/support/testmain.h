// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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

/// Put after a test class: makes the binary run it.
#define COLDFRAME_TEST(TestClass)                                                                  \
    static const coldframe::test::Registration<TestClass> registrationOf##TestClass
