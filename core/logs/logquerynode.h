// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/bytesearch.h"
#include "core/logs/logfields.h"
#include "core/logs/logquery.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace coldframe {

struct LogQuery::Node
{
    enum class Kind { All, Any, Not, Text, Expression, Field };
    enum class Operator {
        Contains,
        Equals,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Matches,
        Exists,
    };

    Kind kind = Kind::All;
    std::vector<Node> parts = {}; ///< of All, Any and Not
    std::optional<ByteSearch> search = {}; ///< of Text, and of a field that contains it
    QRegularExpression expression = {}; ///< of Expression, and of a field that matches it
    LogField field = {};
    QByteArray path = {}; ///< of a member, in UTF-8
    Operator op = Operator::Contains;
    QString value = {};
    std::optional<double> number = {}; ///< the value, when it is one
    std::optional<LogLevel> level = {}; ///< the value, with the field Level
    std::optional<LogSource> source = {}; ///< the value, with the field Source

    bool matches(const LogLineView &line) const;
};

} // namespace coldframe
