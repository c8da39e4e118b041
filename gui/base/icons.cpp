// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/icons.h"

#include "gui/base/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// The resource lives in a static library, which the linker drops unless something refers to it.
static void linkIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace coldframe {

namespace {

struct Tints
{
    QColor normal;
    QColor disabled;
    QColor selected;
};

QByteArray pictureOf(Symbol symbol)
{
    linkIcons();
    QFile file(u":/coldframe/icons/%1.svg"_qs.arg(nameOf(symbol)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws the picture anew for every size, so nothing is ever scaled.
class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(Symbol symbol, const Tints &tints)
        : m_symbol(symbol)
        , m_tints(tints)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(
            pictureOf(m_symbol).replace("currentColor", tint(mode).name().toLatin1()));
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        const qreal opacity = painter->opacity();
        painter->setOpacity(opacity * tint(mode).alphaF());
        renderer.render(painter, square);
        painter->setOpacity(opacity);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_tints); }
    QString key() const override { return u"ColdframeSymbol"_qs; }
    bool isNull() override { return false; }

private:
    QColor tint(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled:
            return m_tints.disabled;
        case QIcon::Selected:
            return m_tints.selected;
        case QIcon::Normal:
        case QIcon::Active:
            return m_tints.normal;
        }
        return m_tints.normal;
    }

    Symbol m_symbol;
    Tints m_tints;
};

QColor ownColour(Symbol symbol, const QPalette &palette)
{
    const ThemeColours colours = ThemeColours::of(palette);
    switch (symbol) {
    case Symbol::Run:
    case Symbol::Success:
    case Symbol::Check:
        return colours.success;
    case Symbol::RunCold:
    case Symbol::Snowflake:
    case Symbol::Info:
        return colours.accent;
    case Symbol::Stop:
    case Symbol::Error:
        return colours.error;
    case Symbol::Warning:
    case Symbol::Flame:
        return colours.warning;
    default:
        return colours.symbol;
    }
}

} // namespace

QIcon themedIcon(Symbol symbol, const QPalette &palette)
{
    return QIcon(new SymbolEngine(symbol,
                                  {ownColour(symbol, palette),
                                   palette.color(QPalette::Disabled, QPalette::ButtonText),
                                   palette.color(QPalette::HighlightedText)}));
}

QIcon tintedIcon(Symbol symbol, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlphaF(colour.alphaF() * 0.4F);
    return QIcon(new SymbolEngine(symbol, {colour, faint, colour}));
}

std::vector<Symbol> allSymbols()
{
    std::vector<Symbol> all;
    for (int i = 0; i <= static_cast<int>(Symbol::Wrap); ++i)
        all.push_back(static_cast<Symbol>(i));
    return all;
}

QString nameOf(Symbol symbol)
{
    switch (symbol) {
    case Symbol::Add:
        return u"add"_qs;
    case Symbol::ArrowDown:
        return u"arrow-down"_qs;
    case Symbol::ArrowUp:
        return u"arrow-up"_qs;
    case Symbol::Check:
        return u"check"_qs;
    case Symbol::ChevronDown:
        return u"chevron-down"_qs;
    case Symbol::ChevronLeft:
        return u"chevron-left"_qs;
    case Symbol::ChevronRight:
        return u"chevron-right"_qs;
    case Symbol::ChevronUp:
        return u"chevron-up"_qs;
    case Symbol::Clear:
        return u"clear"_qs;
    case Symbol::Clock:
        return u"clock"_qs;
    case Symbol::Close:
        return u"close"_qs;
    case Symbol::Command:
        return u"command"_qs;
    case Symbol::Compare:
        return u"compare"_qs;
    case Symbol::Copy:
        return u"copy"_qs;
    case Symbol::Cost:
        return u"cost"_qs;
    case Symbol::Debug:
        return u"debug"_qs;
    case Symbol::Edit:
        return u"edit"_qs;
    case Symbol::Environment:
        return u"environment"_qs;
    case Symbol::Error:
        return u"error"_qs;
    case Symbol::Event:
        return u"event"_qs;
    case Symbol::Export:
        return u"export"_qs;
    case Symbol::External:
        return u"external"_qs;
    case Symbol::Eye:
        return u"eye"_qs;
    case Symbol::EyeOff:
        return u"eye-off"_qs;
    case Symbol::FastForward:
        return u"fast-forward"_qs;
    case Symbol::File:
        return u"file"_qs;
    case Symbol::FileNew:
        return u"file-new"_qs;
    case Symbol::Filter:
        return u"filter"_qs;
    case Symbol::Fixture:
        return u"fixture"_qs;
    case Symbol::Flame:
        return u"flame"_qs;
    case Symbol::Folder:
        return u"folder"_qs;
    case Symbol::FolderOpen:
        return u"folder-open"_qs;
    case Symbol::Format:
        return u"format"_qs;
    case Symbol::Function:
        return u"function"_qs;
    case Symbol::Help:
        return u"help"_qs;
    case Symbol::History:
        return u"history"_qs;
    case Symbol::Import:
        return u"import"_qs;
    case Symbol::Info:
        return u"info"_qs;
    case Symbol::Lock:
        return u"lock"_qs;
    case Symbol::Log:
        return u"log"_qs;
    case Symbol::MatchCase:
        return u"match-case"_qs;
    case Symbol::MatchRegex:
        return u"match-regex"_qs;
    case Symbol::MatchWord:
        return u"match-word"_qs;
    case Symbol::Memory:
        return u"memory"_qs;
    case Symbol::More:
        return u"more"_qs;
    case Symbol::Pause:
        return u"pause"_qs;
    case Symbol::Project:
        return u"project"_qs;
    case Symbol::Recycle:
        return u"recycle"_qs;
    case Symbol::Redo:
        return u"redo"_qs;
    case Symbol::Remove:
        return u"remove"_qs;
    case Symbol::Replace:
        return u"replace"_qs;
    case Symbol::Response:
        return u"response"_qs;
    case Symbol::Run:
        return u"run"_qs;
    case Symbol::RunCold:
        return u"run-cold"_qs;
    case Symbol::Save:
        return u"save"_qs;
    case Symbol::SaveAll:
        return u"save-all"_qs;
    case Symbol::Search:
        return u"search"_qs;
    case Symbol::Send:
        return u"send"_qs;
    case Symbol::Server:
        return u"server"_qs;
    case Symbol::Settings:
        return u"settings"_qs;
    case Symbol::Skip:
        return u"skip"_qs;
    case Symbol::Snowflake:
        return u"snowflake"_qs;
    case Symbol::Stop:
        return u"stop"_qs;
    case Symbol::Success:
        return u"success"_qs;
    case Symbol::Table:
        return u"table"_qs;
    case Symbol::Template:
        return u"template"_qs;
    case Symbol::Timeline:
        return u"timeline"_qs;
    case Symbol::Trash:
        return u"trash"_qs;
    case Symbol::Undo:
        return u"undo"_qs;
    case Symbol::Warning:
        return u"warning"_qs;
    case Symbol::Wrap:
        return u"wrap"_qs;
    }
    return {};
}

} // namespace coldframe
