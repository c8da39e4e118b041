// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/codelanguage.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <memory>

class QsciLexer;

namespace coldframe {

/// What a piece of source code is, whatever its language.
enum class SyntaxRole {
    Text,
    Comment,
    String,
    Escape,
    Number,
    Keyword,
    Builtin,
    Function,
    Type,
    Decorator,
    Key,
    Operator,
    Error,
};

/// The colour of a role, readable on the palette's Base.
QColor syntaxColour(SyntaxRole role, const QPalette &palette);

/// The component that finds out the roles in a text of this language; none for Plain.
std::unique_ptr<QsciLexer> makeLexer(CodeLanguage language);

/// Gives all of a lexer's styles font and colours. To be called before the lexer is set, and
/// again when palette or font changes.
void styleLexer(QsciLexer &lexer, CodeLanguage language, const QPalette &palette,
                const QFont &font);

} // namespace coldframe
