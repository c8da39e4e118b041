// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/functionreference.h"

#include <QRegularExpression>

#include <algorithm>

namespace coldframe {

namespace {

constexpr qsizetype LongestReference = 256;
constexpr qsizetype LongestName = 64;
constexpr qsizetype LongestQualifier = 128;

/// The form that Lambda's own messages quote.
const QString &referenceForm()
{
    static const QString form = QStringLiteral(
        R"((arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?)"
        R"((function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?)");
    return form;
}

QString patternConstraint(const QString &form)
{
    return QStringLiteral("satisfy regular expression pattern: %1").arg(form);
}

QString lengthConstraint(qsizetype most)
{
    return QStringLiteral("have length less than or equal to %1").arg(most);
}

QRegularExpression whole(const QString &form)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(form));
}

/// Which the form takes for a name, whatever it is: no need to ask an expression for each request.
bool isPlainName(const QString &text)
{
    return !text.isEmpty() && text.size() <= LongestName
        && std::all_of(text.begin(), text.end(), [](QChar character) {
               const char16_t c = character.unicode();
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                   || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
           });
}

ApiResult<FunctionReference> takenApart(const QString &text)
{
    static const QRegularExpression expression = whole(referenceForm());
    if (text.size() > LongestReference)
        return invalidValue(text, "functionName", lengthConstraint(LongestReference));
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return invalidValue(text, "functionName", patternConstraint(referenceForm()));
    FunctionReference reference{match.captured(10), match.captured(12),
                                match.captured(3).chopped(match.captured(3).isEmpty() ? 0 : 1),
                                match.captured(8).left(12)};
    if (reference.name.size() > LongestName)
        return invalidValue(reference.name, "functionName", lengthConstraint(LongestName));
    return reference;
}

ApiResult<void> checkQualifier(const QString &qualifier)
{
    static const QString form = QStringLiteral(R"(\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+)");
    static const QRegularExpression expression = whole(form);
    if (qualifier.size() > LongestQualifier)
        return invalidValue(qualifier, "qualifier", lengthConstraint(LongestQualifier));
    if (!expression.match(qualifier).hasMatch())
        return invalidValue(qualifier, "qualifier", patternConstraint(form));
    return {};
}

} // namespace

ApiResult<FunctionReference> functionReference(const QString &text, const QString &qualifier)
{
    ApiResult<FunctionReference> taken
        = isPlainName(text) ? FunctionReference{text, {}, {}, {}} : takenApart(text);
    if (!taken || qualifier.isEmpty())
        return taken;
    FunctionReference &reference = *taken;
    if (const ApiResult<void> checked = checkQualifier(qualifier); !checked)
        return tl::make_unexpected(checked.error());
    if (!reference.qualifier.isEmpty() && reference.qualifier != qualifier)
        return invalidParameter(QStringLiteral("The derived qualifier from the function name does "
                                               "not match the specified qualifier."));
    reference.qualifier = qualifier;
    return taken;
}

} // namespace coldframe
