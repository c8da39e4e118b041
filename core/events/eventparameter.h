// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace coldframe {

enum class ParameterType {
    Text, ///< one line
    MultilineText,
    Integer,
    Boolean,
    Choice, ///< one of EventParameter::choices
    Map, ///< name to text
    MultiMap, ///< name to one or more texts, as in a query or in HTTP headers
    List, ///< of texts
    Json, ///< any JSON, placed as it is
    Document, ///< JSON or text that ends up inside a string; see checkParameter()
    PointInTime, ///< ISO 8601 in UTC with milliseconds, or with seconds where `wholeSeconds` is set
    Region,
    Account, ///< 12 digits, as text
};

/// What a user can set in an event template, and which values it accepts.
struct EventParameter
{
    QString name; ///< as in --set name=value
    ParameterType type = ParameterType::Text;
    QString label;
    QString help;
    std::shared_ptr<const OrderedJson> defaultValue; ///< canonical, never null
    std::optional<qint64> minimum; ///< of an integer, or the fewest entries of a list or map
    std::optional<qint64> maximum; ///< of an integer, or the most entries of a list or map
    std::optional<qint64> minimumLength; ///< of a text, in UTF-16 units
    std::optional<qint64> maximumLength; ///< of a text, in UTF-16 units
    QString pattern; ///< regular expression that a text, list entry or map value matches as a whole
    QString accepts; ///< the pattern in words
    QStringList choices;
    bool objectOnly = false; ///< a Json parameter that has to be an object
    bool wholeSeconds = false; ///< an Instant without milliseconds
    bool lowerCaseNames = false; ///< names of a map are kept in lower case
    bool queryText = false; ///< a map that is typed as a query string: a=1&a=2
    bool advanced = false; ///< a form may fold it away
    QString place; ///< JSON pointer of the place that decides; empty: see readParameters()
};

/// As template files spell it, for example "text".
QString parameterTypeName(ParameterType type);

/// What a parameter accepts, in words, for example "an integer from 1 to 10".
QString acceptedValues(const EventParameter &parameter);

/// The value in its canonical form, or InvalidParameter. Numbers and booleans in a map become
/// texts, single texts in a MultiMap become lists of one, instants become UTC. A Document's text
/// that is exactly the compact spelling of a JSON object or list becomes that object or list, so
/// that the string in the event can be read back.
Result<OrderedJson> checkParameter(const EventParameter &parameter, const OrderedJson &value);

/// Reads what a user typed: JSON for lists, maps and Json parameters. Lists may also be a line an
/// entry, maps a line a "name: value" or "name=value", and maps with `queryText` a query.
/// InvalidParameter says which parameter and what it accepts.
Result<OrderedJson> parseParameter(const EventParameter &parameter, const QString &text);

/// The text that parseParameter() reads as this value.
QString parameterText(const EventParameter &parameter, const OrderedJson &value);

/// "", {} or [], whichever the type has; null for types that have no empty value.
OrderedJson emptyParameter(const EventParameter &parameter);

} // namespace coldframe
