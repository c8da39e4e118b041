// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

#include <vector>

namespace coldframe {

/// The program's own pictures; each is resources/icons/<name>.svg.
enum class Symbol {
    Add,
    ArrowDown,
    ArrowUp,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clear,
    Clock,
    Close,
    Command,
    Compare,
    Copy,
    Cost,
    Debug,
    Edit,
    Environment,
    Error,
    Event,
    Export,
    External,
    Eye,
    EyeOff,
    FastForward,
    File,
    FileNew,
    Filter,
    Fixture,
    Flame,
    Folder,
    FolderOpen,
    Format,
    Function,
    Help,
    History,
    Import,
    Info,
    Lock,
    Log,
    MatchCase,
    MatchRegex,
    MatchWord,
    Memory,
    More,
    Pause,
    Project,
    Recycle,
    Redo,
    Remove,
    Replace,
    Response,
    Run,
    RunCold,
    Save,
    SaveAll,
    Search,
    Send,
    Server,
    Settings,
    Skip,
    Snowflake,
    Stop,
    Success,
    Table,
    Template,
    Timeline,
    Trash,
    Undo,
    Warning,
    Wrap,
};

/// A picture that is sharp at every size and scale, tinted for the palette: in the colour of text,
/// or in its own colour where it has a meaning (run, stop, warning, error, success). Disabled and
/// selected states take the palette's colours. Ask again when the palette changes.
QIcon themedIcon(Symbol symbol, const QPalette &palette);

/// The same in one given colour, for example from ThemeColours.
QIcon tintedIcon(Symbol symbol, const QColor &colour);

/// The file name of a picture without its ending, as in resources/icons.
QString nameOf(Symbol symbol);

/// Every picture, for tests and for previews.
std::vector<Symbol> allSymbols();

} // namespace coldframe
