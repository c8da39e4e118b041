// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logtoolbar.h"

#include "gui/base/icons.h"
#include "gui/logs/logcolours.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

LogToolBar::LogToolBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_regex(new QToolButton)
    , m_level(new QComboBox)
    , m_error(new QLabel)
    , m_count(new QLabel)
    , m_follow(new QToolButton)
    , m_more(new QToolButton)
{
    m_text->setObjectName(QStringLiteral("logFilter"));
    m_text->setPlaceholderText(tr("Filter lines"));
    m_text->setAccessibleName(tr("Filter lines"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(120);
    m_text->setMaximumWidth(420);
    m_regex->setObjectName(QStringLiteral("logFilterRegex"));
    m_regex->setCheckable(true);
    m_regex->setToolTip(tr("The filter is a regular expression"));
    m_regex->setAccessibleName(tr("Regular expression"));
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Least level"));
    m_level->addItem(tr("All levels"), int(LogLevel::None));
    m_level->addItem(tr("Debug and above"), int(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), int(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), int(LogLevel::Warn));
    m_level->addItem(tr("Errors"), int(LogLevel::Error));
    m_level->setToolTip(tr("Lines that state no level are shown with all levels only"));
    m_error->setObjectName(QStringLiteral("logFilterError"));
    m_error->setWordWrap(true);
    m_error->setContentsMargins(8, 0, 8, 4);
    m_error->hide();
    m_count->setObjectName(QStringLiteral("logCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_follow->setObjectName(QStringLiteral("logFollow"));
    m_follow->setText(tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Scroll to new lines as they arrive"));
    m_more->setObjectName(QStringLiteral("logMore"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_regex->setAutoRaise(true);
    m_follow->setAutoRaise(true);
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    makeMenu();
    applyColours();

    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_text, 3);
    row->addWidget(m_regex);
    row->addWidget(m_level);
    row->addSpacing(6);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_follow);
    row->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_error);

    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &LogToolBar::filterChanged);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_regex, &QToolButton::toggled, this, &LogToolBar::filterChanged);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogToolBar::filterChanged);
    connect(m_follow, &QToolButton::toggled, this, &LogToolBar::followToggled);
}

void LogToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void LogToolBar::applyColours()
{
    m_regex->setIcon(themedIcon(Symbol::MatchRegex, palette()));
    m_follow->setIcon(themedIcon(Symbol::ArrowDown, palette()));
    m_more->setIcon(themedIcon(Symbol::More, palette()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     LogColours(palette()).text(LogSource::Function, LogLevel::Error));
    m_error->setPalette(colours);
}

void LogToolBar::makeMenu()
{
    auto *menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("logMenu"));
    QAction *clock = menu->addAction(tr("Show Clock Time"));
    clock->setObjectName(QStringLiteral("logClockTime"));
    clock->setCheckable(true);
    connect(clock, &QAction::toggled, this,
            [this](bool on) { Q_EMIT timeChosen(on ? LogTime::ClockTime : LogTime::SinceStart); });
    QAction *detail = menu->addAction(tr("Show Whole Line Below"));
    detail->setObjectName(QStringLiteral("logShowDetail"));
    detail->setCheckable(true);
    detail->setChecked(true);
    connect(detail, &QAction::toggled, this, &LogToolBar::detailToggled);
    menu->addSeparator();
    QAction *find = menu->addAction(tr("Find…"));
    connect(find, &QAction::triggered, this, &LogToolBar::findRequested);
    QAction *copyAll = menu->addAction(tr("Copy All Lines"));
    copyAll->setObjectName(QStringLiteral("logCopyAll"));
    connect(copyAll, &QAction::triggered, this, &LogToolBar::copyAllRequested);
    m_more->setMenu(menu);
}

LogFilter LogToolBar::filter() const
{
    return {m_text->text(),
            m_regex->isChecked() ? LogFilter::Syntax::RegularExpression
                                 : LogFilter::Syntax::Substring,
            static_cast<LogLevel>(m_level->currentData().toInt())};
}

void LogToolBar::clearFilter()
{
    m_text->clear();
    m_level->setCurrentIndex(0);
    m_typing.stop();
    Q_EMIT filterChanged();
}

void LogToolBar::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LogToolBar::setFilterError(const std::optional<Error> &error)
{
    m_error->setVisible(error.has_value());
    if (!error)
        return;
    const int column = error->position ? error->position->column : 1;
    m_error->setText(tr("Not a regular expression: %1, at character %2. All lines are shown.")
                         .arg(error->detail)
                         .arg(column));
}

void LogToolBar::setCount(int shown, int all, qint64 dropped)
{
    const QLocale locale;
    QString text = all == 1 ? tr("1 line") : tr("%Ln lines", nullptr, all);
    if (shown != all)
        text = tr("%1 of %2").arg(locale.toString(shown), text);
    m_count->setText(text);
    m_count->setToolTip(
        dropped == 0 ? QString()
                     : tr("%1 earlier lines are no longer kept").arg(locale.toString(dropped)));
    if (dropped > 0)
        m_count->setText(text + tr(" (%1 earlier dropped)").arg(locale.toString(dropped)));
}

void LogToolBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

} // namespace coldframe
