// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/indentation.h"

#include <array>

namespace coldframe {

Indentation usualIndentation(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::JavaScript:
    case CodeLanguage::TypeScript:
    case CodeLanguage::Json:
    case CodeLanguage::Yaml:
    case CodeLanguage::Bash:
        return {.width = 2, .tabs = false};
    case CodeLanguage::Plain:
    case CodeLanguage::Python:
    case CodeLanguage::Markdown:
        break;
    }
    return {.width = 4, .tabs = false};
}

Indentation indentationOf(QStringView text, Indentation fallback)
{
    constexpr int LinesToJudge = 500;
    constexpr std::size_t Widest = 8;
    std::array<int, Widest + 1> steps{};
    int tabs = 0;
    int spaces = 0;
    qsizetype previous = 0;
    qsizetype begin = 0;
    for (int line = 0; line < LinesToJudge && begin < text.size(); ++line) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        const QStringView content = text.sliced(begin, end - begin);
        begin = end + 1;
        if (content.trimmed().isEmpty())
            continue;
        if (content.front() == u'\t') {
            ++tabs;
            continue;
        }
        qsizetype indent = 0;
        while (content.at(indent) == u' ')
            ++indent;
        spaces += indent > 0 ? 1 : 0;
        // A single blank aligns the lines of a block comment and is no step.
        const qsizetype step = indent - previous;
        if (step >= 2 && step <= qsizetype(Widest))
            ++steps.at(static_cast<std::size_t>(step));
        previous = indent;
    }
    if (tabs > spaces)
        return {.width = fallback.width, .tabs = true};
    std::size_t best = 0;
    for (std::size_t width = 2; width <= Widest; ++width) {
        if (steps.at(width) > steps.at(best))
            best = width;
    }
    return best == 0 ? fallback : Indentation{.width = static_cast<int>(best), .tabs = false};
}

} // namespace coldframe
