// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/billing/money.h"
#include "core/lambda/functionconfig.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>

namespace coldframe {

/// Reads members of a book of prices and remembers the first one that is missing, of another kind
/// or not known, with its path.
class BookReader
{
public:
    std::optional<QString> wrongKey;

    QString text(const OrderedJson &object, const char *key, const QString &path);
    std::int64_t count(const OrderedJson &object, const char *key, const QString &path);
    std::int64_t optionalCount(const OrderedJson &object, const char *key, const QString &path);
    UnitPrice price(const OrderedJson &object, const char *key, const QString &path);
    std::optional<UnitPrice> optionalPrice(const OrderedJson &object, const char *key,
                                           const QString &path);
    bool flag(const OrderedJson &object, const char *key, const QString &path);
    bool optionalFlag(const OrderedJson &object, const char *key, const QString &path);

    /// The member of that kind, or an empty one.
    const OrderedJson &container(const OrderedJson &object, const char *key, const QString &path,
                                 OrderedJson::value_t kind);

    /// Any other key may be a misspelt one; "note" is free text.
    void checkKeys(const OrderedJson &object, std::initializer_list<const char *> known,
                   const QString &path);

    void note(const QString &path, const char *key);

private:
    const OrderedJson m_noMembers = OrderedJson::object();
    const OrderedJson m_noItems = OrderedJson::array();
};

/// The architecture that Lambda calls so.
std::optional<Architecture> architectureNamed(const std::string &name);

/// NotFound or Unreadable.
Result<QByteArray> readBookFile(const QString &path);

/// The last one by name of the folder's files that match; NotFound without any.
Result<QString> newestBookFile(const QString &directory, const QString &pattern);

} // namespace coldframe
