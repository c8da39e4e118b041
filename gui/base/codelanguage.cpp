// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codelanguage.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace coldframe {

CodeLanguage languageOf(const QString &fileName, QStringView firstLine)
{
    using Ending = std::pair<QLatin1String, CodeLanguage>;
    static constexpr std::array endings{
        Ending{QLatin1String("py"), CodeLanguage::Python},
        Ending{QLatin1String("pyi"), CodeLanguage::Python},
        Ending{QLatin1String("js"), CodeLanguage::JavaScript},
        Ending{QLatin1String("mjs"), CodeLanguage::JavaScript},
        Ending{QLatin1String("cjs"), CodeLanguage::JavaScript},
        Ending{QLatin1String("jsx"), CodeLanguage::JavaScript},
        Ending{QLatin1String("ts"), CodeLanguage::TypeScript},
        Ending{QLatin1String("mts"), CodeLanguage::TypeScript},
        Ending{QLatin1String("cts"), CodeLanguage::TypeScript},
        Ending{QLatin1String("tsx"), CodeLanguage::TypeScript},
        Ending{QLatin1String("json"), CodeLanguage::Json},
        Ending{QLatin1String("jsonl"), CodeLanguage::Json},
        Ending{QLatin1String("yaml"), CodeLanguage::Yaml},
        Ending{QLatin1String("yml"), CodeLanguage::Yaml},
        Ending{QLatin1String("sh"), CodeLanguage::Bash},
        Ending{QLatin1String("bash"), CodeLanguage::Bash},
        Ending{QLatin1String("env"), CodeLanguage::Bash},
        Ending{QLatin1String("md"), CodeLanguage::Markdown},
        Ending{QLatin1String("markdown"), CodeLanguage::Markdown},
    };
    const QFileInfo info(fileName);
    const QString ending = info.suffix().toLower();
    for (const auto &[known, language] : endings) {
        if (ending == known)
            return language;
    }
    if (info.fileName() == u"bootstrap")
        return CodeLanguage::Bash;
    if (!firstLine.startsWith(u"#!"))
        return CodeLanguage::Plain;
    if (firstLine.contains(u"python"))
        return CodeLanguage::Python;
    if (firstLine.contains(u"node"))
        return CodeLanguage::JavaScript;
    return firstLine.contains(u"sh") ? CodeLanguage::Bash : CodeLanguage::Plain;
}

QString lineCommentOf(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Python:
    case CodeLanguage::Yaml:
    case CodeLanguage::Bash:
        return QStringLiteral("#");
    case CodeLanguage::JavaScript:
    case CodeLanguage::TypeScript:
        return QStringLiteral("//");
    case CodeLanguage::Plain:
    case CodeLanguage::Json:
    case CodeLanguage::Markdown:
        break;
    }
    return {};
}

} // namespace coldframe
