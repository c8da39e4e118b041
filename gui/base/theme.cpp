// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace coldframe {

namespace {

struct PaletteSource
{
    QRgb window, base, alternateBase, text, muted, disabled, button, border, tooltip, highlight,
        link;
};

QPalette paletteFrom(const PaletteSource &source)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, source.window);
    set(QPalette::WindowText, source.text);
    set(QPalette::Base, source.base);
    set(QPalette::AlternateBase, source.alternateBase);
    set(QPalette::Text, source.text);
    set(QPalette::PlaceholderText, source.muted);
    set(QPalette::Button, source.button);
    set(QPalette::ButtonText, source.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::ToolTipBase, source.tooltip);
    set(QPalette::ToolTipText, source.text);
    set(QPalette::Highlight, source.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, source.link);
    set(QPalette::LinkVisited, source.link);
    // Fusion derives its bevels from these.
    const QColor button(source.button);
    palette.setColor(QPalette::Light, button.lighter(120));
    palette.setColor(QPalette::Midlight, button.lighter(108));
    palette.setColor(QPalette::Mid, QColor(source.border));
    palette.setColor(QPalette::Dark, QColor(source.border).darker(120));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, QColor(source.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(source.border));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(source.window));
    return palette;
}

ThemeColours lightColours()
{
    ThemeColours c;
    c.dark = false;
    c.accent = QColor(0x0b6e8f);
    c.symbol = QColor(0x4a5362);
    c.muted = QColor(0x5d6675);
    c.border = QColor(0xd5d9e0);
    c.success = QColor(0x1c7a3e);
    c.warning = QColor(0x8f5b00);
    c.error = QColor(0xbf2b2b);
    c.accentBackground = QColor(0xe2f1f6);
    c.successBackground = QColor(0xe3f4e8);
    c.warningBackground = QColor(0xfcf1d8);
    c.errorBackground = QColor(0xfce6e4);
    c.phaseText = QColor(0x14181f);
    c.sandbox = QColor(0xe4e7ec);
    c.processStart = QColor(0xb4bcc8);
    c.interpreterStart = QColor(0x92b4ec);
    c.bootstrap = QColor(0x7fd0e2);
    c.handlerImport = QColor(0xf0b458);
    c.runtimeReady = QColor(0xcba9e4);
    c.extensionsReady = QColor(0xe6a3cb);
    c.restore = QColor(0xa9c94f);
    c.invoke = QColor(0x79c68d);
    c.extensionsDone = QColor(0xf2a08f);
    c.extension = QColor(0xe6a3cb);
    c.notEmulated = QColor(0xc3c8d0);
    c.functionImport = QColor(0x79c68d);
    c.dependencyImport = QColor(0xf0b458);
    c.standardLibraryImport = QColor(0xb4bcc8);
    c.connection = QColor(0x7fd0e2);
    c.ownSpan = QColor(0xcba9e4);
    c.match = QColor(0xb3261e);
    return c;
}

ThemeColours darkColours()
{
    ThemeColours c;
    c.dark = true;
    c.accent = QColor(0x5cc4e2);
    c.symbol = QColor(0xb9c1cd);
    c.muted = QColor(0x9aa4b2);
    c.border = QColor(0x3a414c);
    c.success = QColor(0x69c987);
    c.warning = QColor(0xe3b04f);
    c.error = QColor(0xff8a80);
    c.accentBackground = QColor(0x1d3641);
    c.successBackground = QColor(0x1e3526);
    c.warningBackground = QColor(0x3b3220);
    c.errorBackground = QColor(0x432729);
    c.phaseText = QColor(0x14181f);
    c.sandbox = QColor(0x7d8694);
    c.processStart = QColor(0x99a3b1);
    c.interpreterStart = QColor(0x84a6e0);
    c.bootstrap = QColor(0x66bfd3);
    c.handlerImport = QColor(0xdfa247);
    c.runtimeReady = QColor(0xb795d2);
    c.extensionsReady = QColor(0xd490b8);
    c.restore = QColor(0x9aba45);
    c.invoke = QColor(0x66b57b);
    c.extensionsDone = QColor(0xe08d7b);
    c.extension = QColor(0xd490b8);
    c.notEmulated = QColor(0x59616d);
    c.functionImport = QColor(0x66b57b);
    c.dependencyImport = QColor(0xdfa247);
    c.standardLibraryImport = QColor(0x99a3b1);
    c.connection = QColor(0x66bfd3);
    c.ownSpan = QColor(0xb795d2);
    c.match = QColor(0xffe45c);
    return c;
}

} // namespace

QPalette lightPalette()
{
    return paletteFrom({.window = 0xfff3f5f7,
                        .base = 0xffffffff,
                        .alternateBase = 0xfff7f8fa,
                        .text = 0xff1d2129,
                        .muted = 0xff5d6675,
                        .disabled = 0xff9aa1ac,
                        .button = 0xfff0f2f5,
                        .border = 0xffc3c9d2,
                        .tooltip = 0xffffffff,
                        .highlight = 0xff0b7596,
                        .link = 0xff0b6e8f});
}

QPalette darkPalette()
{
    return paletteFrom({.window = 0xff23272e,
                        .base = 0xff1b1e24,
                        .alternateBase = 0xff20242b,
                        .text = 0xffe1e5eb,
                        .muted = 0xff9aa4b2,
                        .disabled = 0xff6b7482,
                        .button = 0xff2f353e,
                        .border = 0xff3f4753,
                        .tooltip = 0xff2f353e,
                        .highlight = 0xff19708b,
                        .link = 0xff5cc4e2});
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightnessF()
        > palette.color(QPalette::Window).lightnessF();
}

QPalette paletteFor(ColourScheme scheme, const QPalette &platform)
{
    switch (scheme) {
    case ColourScheme::Light:
        return lightPalette();
    case ColourScheme::Dark:
        return darkPalette();
    case ColourScheme::System:
        break;
    }
    return isDark(platform) ? darkPalette() : lightPalette();
}

void applyScheme(QApplication &application, ColourScheme scheme, const QPalette &platform)
{
    if (application.style()->name() != u"fusion")
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = paletteFor(scheme, platform);
    QApplication::setPalette(palette);
    // Fusion derives the frame of a check box from its window; on a dark one it is not to be seen.
    QPalette checkBoxes = palette;
    checkBoxes.setColor(QPalette::Window, ThemeColours::of(palette).muted.lighter(140));
    QApplication::setPalette(checkBoxes, "QCheckBox");
    QApplication::setPalette(checkBoxes, "QRadioButton");
}

QColor ThemeColours::phase(PhaseKind kind) const
{
    switch (kind) {
    case PhaseKind::Sandbox:
        return sandbox;
    case PhaseKind::ProcessStart:
        return processStart;
    case PhaseKind::InterpreterStart:
        return interpreterStart;
    case PhaseKind::Bootstrap:
        return bootstrap;
    case PhaseKind::HandlerImport:
        return handlerImport;
    case PhaseKind::RuntimeReady:
        return runtimeReady;
    case PhaseKind::ExtensionsReady:
        return extensionsReady;
    case PhaseKind::Restore:
        return restore;
    case PhaseKind::Invoke:
        return invoke;
    case PhaseKind::ExtensionsDone:
        return extensionsDone;
    }
    return invoke;
}

QColor ThemeColours::importFrom(ImportOrigin origin) const
{
    switch (origin) {
    case ImportOrigin::Function:
        return functionImport;
    case ImportOrigin::Dependency:
        return dependencyImport;
    case ImportOrigin::StandardLibrary:
        return standardLibraryImport;
    }
    return dependencyImport;
}

ThemeColours ThemeColours::of(const QPalette &palette)
{
    return isDark(palette) ? darkColours() : lightColours();
}

} // namespace coldframe
