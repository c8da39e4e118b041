// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/handlersearch.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace coldframe {

namespace {

/// The source with comments and the contents of strings turned into blanks, lines kept: what is
/// left of "def" and "export" is code.
QString withoutPythonTexts(QString source)
{
    qsizetype at = 0;
    const auto blank = [&](qsizetype end) {
        for (; at < end && at < source.size(); ++at) {
            if (source[at] != u'\n')
                source[at] = u' ';
        }
    };
    while (at < source.size()) {
        const QChar character = source[at];
        if (character == u'#') {
            const qsizetype end = source.indexOf(u'\n', at);
            blank(end < 0 ? source.size() : end);
        } else if (character == u'"' || character == u'\'') {
            const QString triple(3, character);
            const bool isTriple = QStringView(source).sliced(at).startsWith(triple);
            const QString quote = isTriple ? triple : QString(character);
            qsizetype end = at + quote.size();
            while (end < source.size() && !QStringView(source).sliced(end).startsWith(quote)
                   && (isTriple || source[end] != u'\n'))
                end += source[end] == u'\\' ? 2 : 1;
            blank(end + quote.size());
        } else {
            ++at;
        }
    }
    return source;
}

QString withoutJavaScriptTexts(QString source)
{
    qsizetype at = 0;
    const auto blank = [&](qsizetype end) {
        for (; at < end && at < source.size(); ++at) {
            if (source[at] != u'\n')
                source[at] = u' ';
        }
    };
    while (at < source.size()) {
        const QStringView rest = QStringView(source).sliced(at);
        const QChar character = source[at];
        if (rest.startsWith(QLatin1String("//"))) {
            const qsizetype end = source.indexOf(u'\n', at);
            blank(end < 0 ? source.size() : end);
        } else if (rest.startsWith(QLatin1String("/*"))) {
            const qsizetype end = source.indexOf(QLatin1String("*/"), at + 2);
            blank(end < 0 ? source.size() : end + 2);
        } else if (character == u'"' || character == u'\'' || character == u'`') {
            qsizetype end = at + 1;
            while (end < source.size() && source[end] != character
                   && (character == u'`' || source[end] != u'\n'))
                end += source[end] == u'\\' ? 2 : 1;
            blank(end + 1);
        } else {
            ++at;
        }
    }
    return source;
}

/// The place behind the bracket that closes the one at open; the end when it is never closed.
qsizetype behindBracket(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < code.size(); ++at) {
        if (QStringLiteral("([{").contains(code[at]))
            ++depth;
        else if (QStringLiteral(")]}").contains(code[at]) && --depth == 0)
            return at + 1;
    }
    return code.size();
}

/// The parts between commas that no bracket encloses.
QStringList topLevelParts(const QString &list)
{
    QStringList parts;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < list.size(); ++at) {
        if (QStringLiteral("([{").contains(list[at]))
            ++depth;
        else if (QStringLiteral(")]}").contains(list[at]))
            --depth;
        else if (list[at] == u',' && depth == 0) {
            parts.append(list.mid(begin, at - begin).trimmed());
            begin = at + 1;
        }
    }
    parts.append(list.mid(begin).trimmed());
    parts.removeAll(QString());
    return parts;
}

int lineAt(const QString &code, qsizetype offset)
{
    return static_cast<int>(QStringView(code).first(offset).count(u'\n')) + 1;
}

QString withoutUnderscores(QString name)
{
    return name.remove(u'_').toLower();
}

bool isEventName(const QString &name)
{
    const QString bare = withoutUnderscores(name);
    return bare == QLatin1String("event") || bare == QLatin1String("evt")
        || bare == QLatin1String("lambdaevent");
}

bool isContextName(const QString &name)
{
    const QString bare = withoutUnderscores(name);
    return bare == QLatin1String("context") || bare == QLatin1String("ctx")
        || bare == QLatin1String("lambdacontext");
}

/// Whether Lambda can call a Python function with an event and a context, and seems meant to.
bool isPythonHandler(const QString &name, const QString &parameters)
{
    static const QRegularExpression endOfName(QStringLiteral("[\\s:=]"));
    QStringList names;
    int required = 0;
    for (const QString &part : topLevelParts(parameters)) {
        if (part == QLatin1String("/"))
            continue;
        if (part.startsWith(u'*'))
            break;
        const qsizetype end = part.indexOf(endOfName);
        names.append(end < 0 ? part : part.first(end));
        if (!part.contains(u'='))
            ++required;
    }
    if (names.size() < 2 || required > 2 || name.startsWith(u'_'))
        return false;
    const QString second = withoutUnderscores(names[1]);
    return isUsualHandlerName(name) || isContextName(names[1])
        || (second.isEmpty() && isEventName(names[0]));
}

std::vector<FoundHandler> pythonHandlers(const QString &source)
{
    std::vector<FoundHandler> handlers;
    const QString code = withoutPythonTexts(source);
    static const QRegularExpression definition(QStringLiteral("^def[ \\t]+(\\w+)[ \\t]*\\("),
                                               QRegularExpression::MultilineOption);
    for (auto matches = definition.globalMatch(code); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype open = match.capturedEnd() - 1;
        const qsizetype end = behindBracket(code, open);
        if (isPythonHandler(match.captured(1), code.mid(open + 1, end - open - 2)))
            handlers.push_back({match.captured(1), lineAt(code, match.capturedStart())});
    }
    // Adapters of web frameworks are objects; other things are called "handler" too, for logging.
    static const QRegularExpression assignment(
        QStringLiteral("^(?:(lambda_handler)[ \\t]*=(?!=)|(\\w+)[ \\t]*=[ \\t]*Mangum\\()"),
        QRegularExpression::MultilineOption);
    for (auto matches = assignment.globalMatch(code); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        handlers.push_back({name, lineAt(code, match.capturedStart())});
    }
    return handlers;
}

/// Whether an exported value is a function of an event.
bool takesAnEvent(QStringView value)
{
    static const QRegularExpression function(QStringLiteral(
        "^\\s*(?:async\\b\\s*)?(?:function\\b\\s*\\*?\\s*[\\w$]*\\s*)?\\(?\\s*([\\w$]+)"));
    const QRegularExpressionMatch match = function.match(value.toString());
    return match.hasMatch() && isEventName(match.captured(1));
}

/// What `{ handler, create: something }` exports.
QStringList exportedNames(const QString &members)
{
    static const QRegularExpression name(
        QStringLiteral("^(?:async\\s+)?(?:[\\w$]+\\s+as\\s+)?([\\w$]+)\\s*(?:$|:|\\()"));
    QStringList names;
    for (const QString &part : topLevelParts(members)) {
        if (const QRegularExpressionMatch match = name.match(part); match.hasMatch())
            names.append(match.captured(1));
    }
    return names;
}

std::vector<FoundHandler> nodeHandlers(const QString &source)
{
    std::vector<FoundHandler> handlers;
    const QString code = withoutJavaScriptTexts(source);
    const auto rest = [&](qsizetype offset) { return QStringView(code).sliced(offset).left(200); };
    const auto add = [&](const QString &name, qsizetype offset) {
        handlers.push_back({name, lineAt(code, offset)});
    };

    static const QRegularExpression single(
        QStringLiteral(
            "(?:^|(?<==))[ \\t]*(?:(?:module\\s*\\.\\s*)?exports\\s*\\.\\s*([\\w$]+)\\s*=(?![=>])|"
            "export\\s+(?:const|let|var)\\s+([\\w$]+)\\s*=(?![=>])|"
            "export\\s+(?:async\\s+)?function\\s*\\*?\\s*([\\w$]+)\\s*\\(|"
            "export\\s+(default)\\b)"),
        QRegularExpression::MultilineOption);
    for (auto matches = single.globalMatch(code); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(match.lastCapturedIndex());
        if (isUsualHandlerName(name) || takesAnEvent(rest(match.capturedEnd())))
            add(name, match.capturedEnd());
    }
    // A bundler's hint to other tools comes as "0 && (module.exports = { handler })".
    static const QRegularExpression several(
        QStringLiteral("^[ \\t]*(?:0 && \\()?(?:module\\s*\\.\\s*exports\\s*=\\s*|export\\s*)\\{"),
        QRegularExpression::MultilineOption);
    for (auto matches = several.globalMatch(code); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype open = match.capturedEnd() - 1;
        const qsizetype end = behindBracket(code, open);
        for (const QString &name : exportedNames(code.mid(open + 1, end - open - 2))) {
            if (isUsualHandlerName(name))
                add(name, match.capturedStart());
        }
    }
    return handlers;
}

} // namespace

bool isUsualHandlerName(const QString &function)
{
    return function == QLatin1String("handler") || function == QLatin1String("lambda_handler")
        || function == QLatin1String("lambdaHandler");
}

QString runtimeFamilyOf(const QString &fileName)
{
    static const QRegularExpression loadable(QStringLiteral("^[\\w-]+\\.(?:(py)|[mc]?js)$"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = loadable.match(QFileInfo(fileName).fileName());
    if (!match.hasMatch())
        return {};
    return match.captured(1).isEmpty() ? QStringLiteral("nodejs") : QStringLiteral("python");
}

bool isBootstrap(const QString &path)
{
    const QFileInfo info(path);
    return info.fileName() == QLatin1String("bootstrap") && info.isFile() && info.isExecutable();
}

std::vector<FoundHandler> findHandlers(const QString &fileName, QByteArrayView source)
{
    const QString family = runtimeFamilyOf(fileName);
    if (family.isEmpty())
        return {};
    const QString text
        = QString::fromUtf8(source).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    std::vector<FoundHandler> found
        = family == QLatin1String("python") ? pythonHandlers(text) : nodeHandlers(text);
    std::stable_sort(
        found.begin(), found.end(), [](const FoundHandler &left, const FoundHandler &right) {
            return isUsualHandlerName(left.function) > isUsualHandlerName(right.function);
        });
    std::vector<FoundHandler> unique;
    for (const FoundHandler &handler : found) {
        const auto isSame
            = [&](const FoundHandler &other) { return other.function == handler.function; };
        if (std::none_of(unique.begin(), unique.end(), isSame))
            unique.push_back(handler);
    }
    return unique;
}

} // namespace coldframe
