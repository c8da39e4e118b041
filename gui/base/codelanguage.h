// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// The languages that the code editor colours.
enum class CodeLanguage { Plain, Python, JavaScript, TypeScript, Json, Yaml, Bash, Markdown };

/// The language of a file by its name, else by the interpreter named in its first line.
CodeLanguage languageOf(const QString &fileName, QStringView firstLine = {});

/// What begins a comment that ends with its line; empty for a language without one.
QString lineCommentOf(CodeLanguage language);

} // namespace coldframe
