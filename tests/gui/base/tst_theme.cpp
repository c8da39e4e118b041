// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace coldframe;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](float value) {
        return value <= 0.04045F ? double(value) / 12.92
                                 : std::pow((double(value) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF());
}

/// Contrast as the Web Content Accessibility Guidelines count it.
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QColor strongestColour(const QIcon &icon, QIcon::Mode mode)
{
    const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage();
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choiceOfScheme_data();
    void choiceOfScheme();
    void textIsReadable_data();
    void textIsReadable();
    void everySymbolHasItsPicture();
    void symbolsFollowThePalette();
};

void tst_Theme::choiceOfScheme_data()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::addColumn<QPalette>("platform");
    QTest::addColumn<bool>("dark");

    QTest::newRow("light stays light on a dark desktop")
        << ColourScheme::Light << QPalette(Qt::black) << false;
    QTest::newRow("dark stays dark on a light desktop")
        << ColourScheme::Dark << QPalette(Qt::white) << true;
    QTest::newRow("system follows a dark desktop")
        << ColourScheme::System << QPalette(Qt::black) << true;
    QTest::newRow("system follows a light desktop")
        << ColourScheme::System << QPalette(Qt::white) << false;
}

void tst_Theme::choiceOfScheme()
{
    QFETCH(ColourScheme, scheme);
    QFETCH(QPalette, platform);
    QFETCH(bool, dark);

    const QPalette palette = paletteFor(scheme, platform);

    QCOMPARE(isDark(palette), dark);
    QCOMPARE(ThemeColours::of(palette).dark, dark);
}

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");

    for (const bool dark : {false, true}) {
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const ThemeColours colours = ThemeColours::of(palette);
        const auto add = [&](const char *name, const QColor &text, const QColor &background) {
            QTest::addRow("%s, %s", name, dark ? "dark" : "light") << text << background;
        };
        const QColor text = palette.color(QPalette::Text);
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const QColor background = palette.color(role);
            add("text", text, background);
            add("accent", colours.accent, background);
            add("muted", colours.muted, background);
            add("success", colours.success, background);
            add("warning", colours.warning, background);
            add("error", colours.error, background);
            add("link", palette.color(QPalette::Link), background);
        }
        add("button", palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
        add("selection", palette.color(QPalette::HighlightedText),
            palette.color(QPalette::Highlight));
        add("tool tip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        add("on accent", text, colours.accentBackground);
        add("on success", text, colours.successBackground);
        add("on warning", text, colours.warningBackground);
        add("on error", text, colours.errorBackground);
        add("error on its background", colours.error, colours.errorBackground);
        for (int kind = 0; kind <= static_cast<int>(PhaseKind::ExtensionsDone); ++kind)
            add("phase", colours.phaseText, colours.phase(static_cast<PhaseKind>(kind)));
        add("extension", colours.phaseText, colours.extension);
        for (int origin = 0; origin <= static_cast<int>(ImportOrigin::StandardLibrary); ++origin)
            add("import", colours.phaseText, colours.importFrom(static_cast<ImportOrigin>(origin)));
    }
}

void tst_Theme::textIsReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);

    QVERIFY2(contrast(text, background) >= 4.5,
             qPrintable(u"%1 on %2: %3"_qs.arg(text.name(), background.name())
                            .arg(contrast(text, background))));
}

void tst_Theme::everySymbolHasItsPicture()
{
    for (const Symbol symbol : allSymbols()) {
        const QColor colour = strongestColour(themedIcon(symbol, lightPalette()), QIcon::Normal);
        QVERIFY2(colour.alpha() > 100, qPrintable(nameOf(symbol)));
    }
    const QDir pictures(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/icons"));
    QCOMPARE(pictures.entryList({u"*.svg"_qs}, QDir::Files).size(), qsizetype(allSymbols().size()));
}

void tst_Theme::symbolsFollowThePalette()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const QIcon icon = themedIcon(Symbol::Stop, palette);
        QCOMPARE(strongestColour(icon, QIcon::Normal).rgb(), ThemeColours::of(palette).error.rgb());
        QCOMPARE(strongestColour(icon, QIcon::Selected).rgb(),
                 palette.color(QPalette::HighlightedText).rgb());
        QCOMPARE(strongestColour(icon, QIcon::Disabled).rgb(),
                 palette.color(QPalette::Disabled, QPalette::ButtonText).rgb());
    }
}

COLDFRAME_TEST(tst_Theme);

#include "tst_theme.moc"
