// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/phase.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace coldframe {

/// What the user chose. Qt 6.4 cannot ask the desktop, so System means: as light or dark as the
/// palette that the platform gave the program when it started.
enum class ColourScheme { System, Light, Dark };

/// The program's palettes, made for the Fusion style.
QPalette lightPalette();
QPalette darkPalette();

/// Whether text is lighter than its window in this palette.
bool isDark(const QPalette &palette);

/// The palette for a choice; platform is QApplication::palette() before the first applyScheme().
QPalette paletteFor(ColourScheme scheme, const QPalette &platform);

/// Gives the whole program style and palette. May be called again at run time: widgets receive a
/// QEvent::PaletteChange, in which they ask again for icons and ThemeColours.
void applyScheme(QApplication &application, ColourScheme scheme, const QPalette &platform);

/// Colours with a meaning that QPalette has no role for. Each text colour is readable on the
/// palette's Base and Window. A plain value: ThemeColours::of(palette()) wherever one is painted.
struct ThemeColours
{
    bool dark = false;

    QColor accent; ///< the one accent: links, focus, the current tab
    QColor symbol; ///< icons without a meaning of their own
    QColor muted; ///< secondary text: units, time stamps, hints
    QColor border; ///< hairlines between areas
    QColor success;
    QColor warning;
    QColor error;

    QColor accentBackground; ///< quiet areas behind ordinary text
    QColor successBackground;
    QColor warningBackground;
    QColor errorBackground;

    QColor phaseText; ///< labels on the phase and import colours
    QColor sandbox; ///< hatched: outside of what Lambda bills
    QColor processStart;
    QColor interpreterStart;
    QColor bootstrap;
    QColor handlerImport;
    QColor runtimeReady;
    QColor extensionsReady;
    QColor restore;
    QColor invoke;
    QColor extensionsDone;
    QColor notEmulated; ///< hatching of what cannot be measured here

    QColor extension; ///< one extension at work

    QColor functionImport;
    QColor dependencyImport;
    QColor standardLibraryImport;

    QColor connection; ///< inside the handler
    QColor ownSpan; ///< inside the handler, named by the user's code
    QColor match; ///< outline of what a search found

    QColor phase(PhaseKind kind) const;
    QColor importFrom(ImportOrigin origin) const;

    static ThemeColours of(const QPalette &palette);
};

} // namespace coldframe
