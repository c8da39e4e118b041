// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>

namespace coldframe {

enum class JsonKind { Text, Number, Boolean, Null, Object, List };

/// A JSON value inside a line, not yet decoded.
struct JsonPiece
{
    JsonKind kind = JsonKind::Null;
    QByteArrayView raw; ///< a text's bytes without the quotes, still escaped

    /// A text decoded, everything else as it is written.
    QString text() const;

    /// A number, also one that is written as a text.
    std::optional<double> number() const;
};

/// Walks over the members of a JSON object without building a tree:
/// `for (JsonMembers each(object); each.next();)`.
class JsonMembers
{
public:
    explicit JsonMembers(QByteArrayView object);

    bool next();

    QByteArrayView rawKey() const { return m_key; }
    QString key() const;
    const JsonPiece &value() const { return m_value; }

    /// Whether the object came to its end without a fault, after next() was false.
    bool isComplete() const { return m_complete; }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArrayView m_key;
    JsonPiece m_value;
    bool m_begun = false;
    bool m_complete = false;
};

/// Walks over the items of a JSON list in the same way.
class JsonItems
{
public:
    explicit JsonItems(QByteArrayView list);

    bool next();
    const JsonPiece &value() const { return m_value; }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    JsonPiece m_value;
};

/// The JSON object of a line: the whole line, or what stands behind the prefix that Lambda's
/// runtimes put before a message in their text format (logs, section 5). Only its outline is
/// looked at.
std::optional<QByteArrayView> jsonObjectOf(QByteArrayView line);

/// Whether it is an object from its first to its last byte.
bool isWholeJsonObject(QByteArrayView object);

/// The member at a path such as "cart.total" or "items.0.id". A member whose name has a dot in it
/// is found as well.
std::optional<JsonPiece> jsonMember(QByteArrayView object, QByteArrayView path);

/// Calls visit(path, value) for each member that is no object, and for those of objects inside,
/// down to four levels.
void visitMembers(QByteArrayView object,
                  const std::function<void(const QByteArray &path, const JsonPiece &value)> &visit);

/// A JSON text's bytes without escapes.
QString unescapedJson(QByteArrayView raw);

} // namespace coldframe
