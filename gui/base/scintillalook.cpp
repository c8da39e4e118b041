// SPDX-License-Identifier: GPL-3.0-or-later
// How a ScintillaView looks: fonts and all colours.
#include "gui/base/scintillaview.h"

#include "gui/base/syntaxstyle.h"
#include "gui/base/theme.h"

#include <Qsci/qscilexer.h>

#include <QFontDatabase>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

constexpr long LargestCompletedText = 500'000;

QColor mixed(const QColor &one, const QColor &other, float share)
{
    return QColor::fromRgbF(one.redF() * share + other.redF() * (1 - share),
                            one.greenF() * share + other.greenF() * (1 - share),
                            one.blueF() * share + other.blueF() * (1 - share));
}

/// The component's own colour order.
qsizetype rgbOf(const QColor &colour)
{
    return colour.red() | (colour.green() << 8) | (colour.blue() << 16);
}

} // namespace

void ScintillaView::setLook(CodeLanguage language, const QPalette &palette, double fontPointSize)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(fontPointSize > 0
                            ? fontPointSize
                            : std::max(fixed.pointSizeF(), QWidget::font().pointSizeF()));
    std::unique_ptr<QsciLexer> lexer = makeLexer(language);
    if (lexer != nullptr)
        styleLexer(*lexer, language, palette, fixed);
    setLexer(lexer.get());
    // The old one must live until here, as setLexer() still disconnects from it.
    m_lexer = std::move(lexer);
    if (m_lexer == nullptr) {
        // Heeded only while there is no lexer.
        setFont(fixed);
        setColor(palette.color(QPalette::Text));
        setPaper(palette.color(QPalette::Base));
        send(SCI_CLEARDOCUMENTSTYLE);
    }
    setMarginsFont(fixed);
    applyCompletionSource();
    applyColours(palette);
    fitLineNumbers();
}

void ScintillaView::applyCompletionSource()
{
    const bool isTooLarge = send(SCI_GETLENGTH) > LargestCompletedText;
    setAutoCompletionSource(m_completesWords && !isTooLarge ? AcsDocument : AcsNone);
}

void ScintillaView::applyColours(const QPalette &palette)
{
    const ThemeColours colours = ThemeColours::of(palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor highlight = palette.color(QPalette::Highlight);

    setMarginsBackgroundColor(base);
    setMarginsForegroundColor(mixed(colours.muted, base, 0.8F));
    setCaretForegroundColor(text);
    setCaretLineBackgroundColor(mixed(text, base, colours.dark ? 0.06F : 0.04F));
    setSelectionBackgroundColor(mixed(highlight, base, colours.dark ? 0.5F : 0.25F));
    send(SCI_SETSELFORE, 0, 0);
    send(SCI_SETADDITIONALSELBACK, rgbOf(mixed(highlight, base, 0.25F)));
    send(SCI_SETADDITIONALCARETFORE, rgbOf(text));
    setMatchedBraceForegroundColor(colours.accent);
    setMatchedBraceBackgroundColor(colours.accentBackground);
    setUnmatchedBraceForegroundColor(colours.error);
    setUnmatchedBraceBackgroundColor(base);
    send(SCI_SETWHITESPACEFORE, 1, rgbOf(mixed(text, base, 0.3F)));

    // Folded away: quiet arrows instead of the boxes of the platform.
    setFolding(PlainFoldStyle, FoldColumn);
    setFoldMarginColors(base, base);
    setMarginWidth(FoldColumn, 14);
    send(SCI_SETAUTOMATICFOLD,
         SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CLICK | SC_AUTOMATICFOLD_CHANGE);
    const std::initializer_list<std::pair<int, int>> foldMarkers{
        {SC_MARKNUM_FOLDER, SC_MARK_ARROW},        {SC_MARKNUM_FOLDEROPEN, SC_MARK_ARROWDOWN},
        {SC_MARKNUM_FOLDEREND, SC_MARK_ARROW},     {SC_MARKNUM_FOLDEROPENMID, SC_MARK_ARROWDOWN},
        {SC_MARKNUM_FOLDERSUB, SC_MARK_EMPTY},     {SC_MARKNUM_FOLDERTAIL, SC_MARK_EMPTY},
        {SC_MARKNUM_FOLDERMIDTAIL, SC_MARK_EMPTY},
    };
    const QColor arrow = mixed(colours.muted, base, 0.55F);
    for (const auto &[marker, shape] : foldMarkers) {
        const bool folded = marker == SC_MARKNUM_FOLDER || marker == SC_MARKNUM_FOLDEREND;
        send(SCI_MARKERDEFINE, marker, shape);
        // Past QScintilla's own functions, which ignore markers that it did not hand out.
        const QColor &colour = folded ? colours.accent : arrow;
        send(SCI_MARKERSETFORE, marker, rgbOf(colour));
        send(SCI_MARKERSETBACK, marker, rgbOf(colour));
    }

    setMarkerForegroundColor(colours.warning, WarningMarker);
    setMarkerBackgroundColor(colours.warning, WarningMarker);
    setIndicatorForegroundColor(colours.warning, WarningIndicator);
    setMarkerForegroundColor(colours.error, ProblemMarker);
    setMarkerBackgroundColor(colours.error, ProblemMarker);
    setIndicatorForegroundColor(colours.error, ProblemIndicator);
    QColor match = colours.dark ? QColor(0xe3, 0xb0, 0x4f, 90) : QColor(0xf5, 0xc2, 0x42, 120);
    setIndicatorForegroundColor(match, MatchIndicator);
    setIndicatorOutlineColor(match, MatchIndicator);
    const QByteArray family
        = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family().toUtf8();
    SendScintilla(SCI_STYLESETFONT, static_cast<uintptr_t>(ProblemStyle), family.constData());
    send(SCI_STYLESETSIZEFRACTIONAL, ProblemStyle, qRound(QWidget::font().pointSizeF() * 100));
    send(SCI_STYLESETFORE, ProblemStyle, rgbOf(colours.error));
    send(SCI_STYLESETBACK, ProblemStyle, rgbOf(colours.errorBackground));
    setAnnotationDisplay(AnnotationIndented);
}

} // namespace coldframe
