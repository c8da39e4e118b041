// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/syntaxstyle.h"

#include "gui/base/theme.h"

#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexerjavascript.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexermarkdown.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexeryaml.h>

namespace coldframe {

namespace {

class PythonLexer final : public QsciLexerPython
{
public:
    const char *keywords(int set) const override
    {
        if (set == 1)
            return "False None True and as assert async await break case class continue def del "
                   "elif else except finally for from global if import in is lambda match nonlocal "
                   "not or pass raise return try while with yield";
        if (set == 2)
            return "abs all any bool bytearray bytes callable chr classmethod dict dir divmod "
                   "enumerate filter float format frozenset getattr hasattr hash hex id input int "
                   "isinstance issubclass iter len list map max min next object open ord pow print "
                   "property range repr reversed round self cls set setattr slice sorted "
                   "staticmethod str sum super tuple type vars zip Exception ValueError TypeError "
                   "KeyError RuntimeError";
        return nullptr;
    }
};

class JavaScriptLexer final : public QsciLexerJavaScript
{
public:
    explicit JavaScriptLexer(bool typed)
        : m_typed(typed)
    { }

    const char *keywords(int set) const override
    {
        if (set == 1 && m_typed)
            return "abstract any as async await boolean break case catch class const continue "
                   "debugger declare default delete do else enum export extends false finally for "
                   "from function if implements import in instanceof interface keyof let namespace "
                   "never new null number object of private protected public readonly return "
                   "satisfies static string super switch this throw true try type typeof undefined "
                   "unknown var void while with yield";
        if (set == 1)
            return "async await break case catch class const continue debugger default delete do "
                   "else export extends false finally for from function if import in instanceof "
                   "let new null of return static super switch this throw true try typeof "
                   "undefined var void while with yield";
        if (set == 2)
            return "Array Boolean Buffer Date Error JSON Map Math Number Object Promise RegExp Set "
                   "String Symbol URL console exports fetch module process require";
        return nullptr;
    }

private:
    bool m_typed;
};

SyntaxRole pythonRole(int style)
{
    switch (style) {
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock:
        return SyntaxRole::Comment;
    case QsciLexerPython::Number:
        return SyntaxRole::Number;
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::DoubleQuotedFString:
    case QsciLexerPython::SingleQuotedFString:
    case QsciLexerPython::TripleSingleQuotedFString:
    case QsciLexerPython::TripleDoubleQuotedFString:
        return SyntaxRole::String;
    case QsciLexerPython::UnclosedString:
        return SyntaxRole::Error;
    case QsciLexerPython::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerPython::ClassName:
        return SyntaxRole::Type;
    case QsciLexerPython::FunctionMethodName:
        return SyntaxRole::Function;
    case QsciLexerPython::HighlightedIdentifier:
        return SyntaxRole::Builtin;
    case QsciLexerPython::Decorator:
        return SyntaxRole::Decorator;
    case QsciLexerPython::Operator:
        return SyntaxRole::Operator;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole javaScriptRole(int style)
{
    // Styles from 64 on are the same roles in code that a preprocessor leaves out.
    switch (style % 64) {
    case QsciLexerJavaScript::Comment:
    case QsciLexerJavaScript::CommentLine:
    case QsciLexerJavaScript::CommentDoc:
    case QsciLexerJavaScript::CommentLineDoc:
    case QsciLexerJavaScript::CommentDocKeyword:
    case QsciLexerJavaScript::CommentDocKeywordError:
        return SyntaxRole::Comment;
    case QsciLexerJavaScript::Number:
        return SyntaxRole::Number;
    case QsciLexerJavaScript::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerJavaScript::KeywordSet2:
        return SyntaxRole::Builtin;
    case QsciLexerJavaScript::DoubleQuotedString:
    case QsciLexerJavaScript::SingleQuotedString:
    case QsciLexerJavaScript::RawString:
        return SyntaxRole::String;
    case QsciLexerJavaScript::Regex:
    case QsciLexerJavaScript::EscapeSequence:
        return SyntaxRole::Escape;
    case QsciLexerJavaScript::UnclosedString:
        return SyntaxRole::Error;
    case QsciLexerJavaScript::Operator:
        return SyntaxRole::Operator;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole jsonRole(int style)
{
    switch (style) {
    case QsciLexerJSON::Number:
        return SyntaxRole::Number;
    case QsciLexerJSON::String:
    case QsciLexerJSON::IRI:
    case QsciLexerJSON::IRICompact:
        return SyntaxRole::String;
    case QsciLexerJSON::Property:
        return SyntaxRole::Key;
    case QsciLexerJSON::EscapeSequence:
        return SyntaxRole::Escape;
    case QsciLexerJSON::CommentLine:
    case QsciLexerJSON::CommentBlock:
        return SyntaxRole::Comment;
    case QsciLexerJSON::Keyword:
    case QsciLexerJSON::KeywordLD:
        return SyntaxRole::Keyword;
    case QsciLexerJSON::Operator:
        return SyntaxRole::Operator;
    case QsciLexerJSON::UnclosedString:
    case QsciLexerJSON::Error:
        return SyntaxRole::Error;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole yamlRole(int style)
{
    switch (style) {
    case QsciLexerYAML::Comment:
        return SyntaxRole::Comment;
    case QsciLexerYAML::Identifier:
        return SyntaxRole::Key;
    case QsciLexerYAML::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerYAML::Number:
        return SyntaxRole::Number;
    case QsciLexerYAML::Reference:
        return SyntaxRole::Decorator;
    case QsciLexerYAML::DocumentDelimiter:
    case QsciLexerYAML::Operator:
        return SyntaxRole::Operator;
    case QsciLexerYAML::TextBlockMarker:
        return SyntaxRole::String;
    case QsciLexerYAML::SyntaxErrorMarker:
        return SyntaxRole::Error;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole bashRole(int style)
{
    switch (style) {
    case QsciLexerBash::Error:
        return SyntaxRole::Error;
    case QsciLexerBash::Comment:
        return SyntaxRole::Comment;
    case QsciLexerBash::Number:
        return SyntaxRole::Number;
    case QsciLexerBash::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerBash::DoubleQuotedString:
    case QsciLexerBash::SingleQuotedString:
    case QsciLexerBash::HereDocumentDelimiter:
    case QsciLexerBash::SingleQuotedHereDocument:
        return SyntaxRole::String;
    case QsciLexerBash::Scalar:
    case QsciLexerBash::ParameterExpansion:
        return SyntaxRole::Key;
    case QsciLexerBash::Backticks:
        return SyntaxRole::Escape;
    case QsciLexerBash::Operator:
        return SyntaxRole::Operator;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole markdownRole(int style)
{
    switch (style) {
    case QsciLexerMarkdown::Header1:
    case QsciLexerMarkdown::Header2:
    case QsciLexerMarkdown::Header3:
    case QsciLexerMarkdown::Header4:
    case QsciLexerMarkdown::Header5:
    case QsciLexerMarkdown::Header6:
        return SyntaxRole::Keyword;
    case QsciLexerMarkdown::StrongEmphasisAsterisks:
    case QsciLexerMarkdown::StrongEmphasisUnderscores:
    case QsciLexerMarkdown::EmphasisAsterisks:
    case QsciLexerMarkdown::EmphasisUnderscores:
        return SyntaxRole::Type;
    case QsciLexerMarkdown::UnorderedListItem:
    case QsciLexerMarkdown::OrderedListItem:
    case QsciLexerMarkdown::HorizontalRule:
        return SyntaxRole::Operator;
    case QsciLexerMarkdown::BlockQuote:
    case QsciLexerMarkdown::StrikeOut:
        return SyntaxRole::Comment;
    case QsciLexerMarkdown::Link:
        return SyntaxRole::Function;
    case QsciLexerMarkdown::CodeBackticks:
    case QsciLexerMarkdown::CodeDoubleBackticks:
    case QsciLexerMarkdown::CodeBlock:
        return SyntaxRole::String;
    default:
        return SyntaxRole::Text;
    }
}

SyntaxRole roleOf(int style, CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Python:
        return pythonRole(style);
    case CodeLanguage::JavaScript:
    case CodeLanguage::TypeScript:
        return javaScriptRole(style);
    case CodeLanguage::Json:
        return jsonRole(style);
    case CodeLanguage::Yaml:
        return yamlRole(style);
    case CodeLanguage::Bash:
        return bashRole(style);
    case CodeLanguage::Markdown:
        return markdownRole(style);
    case CodeLanguage::Plain:
        break;
    }
    return SyntaxRole::Text;
}

} // namespace

QColor syntaxColour(SyntaxRole role, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const auto pick = [dark](QRgb light, QRgb onDark) { return QColor(dark ? onDark : light); };
    switch (role) {
    case SyntaxRole::Text:
        return palette.color(QPalette::Text);
    case SyntaxRole::Comment:
        return pick(0xff667080, 0xff8893a2);
    case SyntaxRole::String:
        return pick(0xff1f7040, 0xff8fcd9c);
    case SyntaxRole::Escape:
        return pick(0xff9a4a12, 0xffefa97c);
    case SyntaxRole::Number:
        return pick(0xff0d5fb3, 0xff8fbdf7);
    case SyntaxRole::Keyword:
        return pick(0xff7d34a6, 0xffcda2ee);
    case SyntaxRole::Builtin:
        return pick(0xff0b6e8f, 0xff6cc9e2);
    case SyntaxRole::Function:
        return pick(0xff1558a8, 0xff84c1f5);
    case SyntaxRole::Type:
        return pick(0xff87520a, 0xffe9c07e);
    case SyntaxRole::Decorator:
        return pick(0xff87520a, 0xffe9c07e);
    case SyntaxRole::Key:
        return pick(0xff1558a8, 0xff84c1f5);
    case SyntaxRole::Operator:
        return pick(0xff4a5362, 0xffb4bcc8);
    case SyntaxRole::Error:
        return ThemeColours::of(palette).error;
    }
    return palette.color(QPalette::Text);
}

std::unique_ptr<QsciLexer> makeLexer(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Python: {
        auto lexer = std::make_unique<PythonLexer>();
        lexer->setFoldComments(true);
        return lexer;
    }
    case CodeLanguage::JavaScript:
    case CodeLanguage::TypeScript: {
        auto lexer = std::make_unique<JavaScriptLexer>(language == CodeLanguage::TypeScript);
        lexer->setFoldComments(true);
        lexer->setFoldCompact(false);
        lexer->setHighlightBackQuotedStrings(true);
        return lexer;
    }
    case CodeLanguage::Json: {
        auto lexer = std::make_unique<QsciLexerJSON>();
        lexer->setFoldCompact(false);
        lexer->setHighlightComments(false);
        lexer->setHighlightEscapeSequences(true);
        return lexer;
    }
    case CodeLanguage::Yaml:
        return std::make_unique<QsciLexerYAML>();
    case CodeLanguage::Bash: {
        auto lexer = std::make_unique<QsciLexerBash>();
        lexer->setFoldCompact(false);
        return lexer;
    }
    case CodeLanguage::Markdown:
        return std::make_unique<QsciLexerMarkdown>();
    case CodeLanguage::Plain:
        break;
    }
    return nullptr;
}

void styleLexer(QsciLexer &lexer, CodeLanguage language, const QPalette &palette, const QFont &font)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor paper = palette.color(QPalette::Base);
    lexer.setDefaultColor(text);
    lexer.setDefaultPaper(paper);
    lexer.setDefaultFont(font);
    // -1 means every style that the lexer describes.
    lexer.setPaper(paper, -1);
    lexer.setFont(font, -1);
    lexer.setEolFill(false, -1);
    for (int style = 0; style < 128; ++style)
        lexer.setColor(syntaxColour(roleOf(style, language), palette), style);
    if (language != CodeLanguage::Markdown)
        return;
    QFont bold = font;
    bold.setBold(true);
    for (int style = QsciLexerMarkdown::Header1; style <= QsciLexerMarkdown::Header6; ++style)
        lexer.setFont(bold, style);
    lexer.setFont(bold, QsciLexerMarkdown::StrongEmphasisAsterisks);
    lexer.setFont(bold, QsciLexerMarkdown::StrongEmphasisUnderscores);
    QFont slanted = font;
    slanted.setItalic(true);
    lexer.setFont(slanted, QsciLexerMarkdown::EmphasisAsterisks);
    lexer.setFont(slanted, QsciLexerMarkdown::EmphasisUnderscores);
}

} // namespace coldframe
