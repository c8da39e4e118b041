// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logtoolbar.h"

#include "gui/base/icons.h"
#include "gui/logs/logcolours.h"
#include "gui/logs/logcolumntext.h"
#include "gui/logs/logqueryfield.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

constexpr int NarrowestWithTexts = 820; // pixels
constexpr int NarrowestWithCount = 600;
constexpr int NarrowestChoice = 64;
constexpr int AllSources = -1;

} // namespace

LogToolBar::LogToolBar(QWidget *parent)
    : QWidget(parent)
    , m_query(new LogQueryField)
    , m_level(new QComboBox)
    , m_source(new QComboBox)
    , m_error(new QLabel)
    , m_count(new QLabel)
    , m_table(makeToggle("logTable", tr("Table"),
                         tr("Show JSON lines as a table with columns of your choice")))
    , m_pause(makeToggle("logPause", tr("Pause"), tr("Hold new lines back while you read")))
    , m_follow(
          makeToggle("logFollow", tr("Follow"), tr("Scroll to new lines as they arrive (End)")))
    , m_more(new QToolButton)
{
    makeFilters();
    m_error->setObjectName(QStringLiteral("logFilterError"));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setContentsMargins(8, 0, 8, 4);
    m_error->hide();
    m_count->setObjectName(QStringLiteral("logCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(1); // gives way before the panel does
    m_follow->setChecked(true);
    m_more->setObjectName(QStringLiteral("logMore"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    makeMenu();
    applyColours();
    layOut();
    join();
}

QToolButton *LogToolBar::makeToggle(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void LogToolBar::makeFilters()
{
    m_query->setObjectName(QStringLiteral("logFilter"));
    m_query->setPlaceholderText(tr("Filter: words, level>=warn, member:value"));
    m_query->setAccessibleName(tr("Filter lines"));
    m_query->setMinimumWidth(120);
    m_query->setMaximumWidth(480);
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Least level"));
    m_level->addItem(tr("All levels"), int(LogLevel::None));
    m_level->addItem(tr("Trace and above"), int(LogLevel::Trace));
    m_level->addItem(tr("Debug and above"), int(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), int(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), int(LogLevel::Warn));
    m_level->addItem(tr("Errors"), int(LogLevel::Error));
    m_level->addItem(tr("Fatal errors"), int(LogLevel::Fatal));
    m_level->setToolTip(tr("Lines that state no level are shown with all levels only"));
    m_source->setObjectName(QStringLiteral("logSource"));
    m_source->setAccessibleName(tr("Origin"));
    m_source->setToolTip(tr("Who wrote a line"));
    m_source->addItem(tr("All origins"), AllSources);
    m_source->addItem(tr("Function"), int(LogSource::Function));
    m_source->addItem(tr("Extensions"), int(LogSource::Extension));
    m_source->addItem(tr("Platform"), int(LogSource::Platform));
    for (QComboBox *box : {m_level, m_source}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        box->setMinimumWidth(NarrowestChoice);
    }
}

void LogToolBar::makeMenu()
{
    auto *menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("logMenu"));
    const auto add = [menu](const QString &text, const char *name) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    connect(add(tr("&Open Log File…"), "logOpen"), &QAction::triggered, this,
            &LogToolBar::openRequested);
    connect(add(tr("&Save Shown Lines As…"), "logSave"), &QAction::triggered, this,
            &LogToolBar::saveRequested);
    connect(add(tr("&Copy Shown Lines"), "logCopyAll"), &QAction::triggered, this,
            &LogToolBar::copyAllRequested);
    menu->addSeparator();
    connect(add(tr("&Find…\tCtrl+F"), "logFindEntry"), &QAction::triggered, this,
            &LogToolBar::findRequested);
    connect(add(tr("C&hoose Columns…"), "logColumns"), &QAction::triggered, this,
            &LogToolBar::columnsRequested);
    menu->addSeparator();
    m_clock = add(tr("Show Clock &Time"), "logClockTime");
    m_clock->setCheckable(true);
    connect(m_clock, &QAction::toggled, this,
            [this](bool on) { Q_EMIT timeChosen(on ? LogTime::ClockTime : LogTime::SinceStart); });
    QAction *detail = add(tr("Show &Whole Line Below"), "logShowDetail");
    detail->setCheckable(true);
    detail->setChecked(true);
    connect(detail, &QAction::toggled, this, &LogToolBar::detailToggled);
    m_more->setMenu(menu);
}

void LogToolBar::layOut()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_query, 3);
    row->addWidget(m_level);
    row->addWidget(m_source);
    row->addSpacing(6);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_table);
    row->addWidget(m_pause);
    row->addWidget(m_follow);
    row->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_error);
}

void LogToolBar::join()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &LogToolBar::filterChanged);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogToolBar::filterChanged);
    connect(m_source, &QComboBox::currentIndexChanged, this, &LogToolBar::filterChanged);
    connect(m_follow, &QToolButton::toggled, this, &LogToolBar::followToggled);
    connect(m_pause, &QToolButton::toggled, this, &LogToolBar::pauseToggled);
    connect(m_table, &QToolButton::toggled, this, &LogToolBar::tableToggled);
}

void LogToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void LogToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto style
        = width() >= NarrowestWithTexts ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    for (QToolButton *button : {m_table, m_pause, m_follow})
        button->setToolButtonStyle(style);
    m_count->setVisible(width() >= NarrowestWithCount);
}

void LogToolBar::applyColours()
{
    m_table->setIcon(themedIcon(Symbol::Table, palette()));
    m_pause->setIcon(themedIcon(Symbol::Pause, palette()));
    m_follow->setIcon(themedIcon(Symbol::ArrowDown, palette()));
    m_more->setIcon(themedIcon(Symbol::More, palette()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     LogColours(palette()).text(LogSource::Function, LogLevel::Error));
    m_error->setPalette(colours);
}

LogFilter LogToolBar::filter() const
{
    LogFilter filter{m_query->text(), static_cast<LogLevel>(m_level->currentData().toInt()), {}};
    if (const int source = m_source->currentData().toInt(); source != AllSources)
        filter.source = static_cast<LogSource>(source);
    return filter;
}

void LogToolBar::clearFilter()
{
    {
        const QSignalBlocker level(m_level);
        const QSignalBlocker source(m_source);
        m_level->setCurrentIndex(0);
        m_source->setCurrentIndex(0);
        m_query->clear();
    }
    m_typing.stop();
    Q_EMIT filterChanged();
}

void LogToolBar::focusFilter()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void LogToolBar::setFilterError(const std::optional<LogQueryError> &error)
{
    m_error->setVisible(error.has_value());
    m_error->setText(error ? logQueryErrorText(*error) : QString());
    m_query->setAccessibleDescription(m_error->text());
}

void LogToolBar::setCount(const Count &count)
{
    const QLocale locale;
    QString text = count.all == 1 ? tr("1 line") : tr("%1 lines").arg(locale.toString(count.all));
    if (count.isFiltering)
        text = tr("Filtering %1…").arg(text);
    else if (count.shown != count.all)
        text = tr("%1 of %2").arg(locale.toString(count.shown), text);
    if (count.waiting > 0)
        text += tr(", %1 waiting").arg(locale.toString(count.waiting));
    if (count.dropped > 0)
        text += tr(" (%1 earlier dropped)").arg(locale.toString(count.dropped));
    m_count->setText(text);
    m_count->setToolTip(
        count.dropped == 0
            ? QString()
            : tr("%1 earlier lines are no longer kept").arg(locale.toString(count.dropped)));
}

void LogToolBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

void LogToolBar::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

void LogToolBar::setTable(bool table)
{
    m_table->setChecked(table);
}

void LogToolBar::setTime(LogTime time)
{
    m_clock->setEnabled(time != LogTime::DateTime);
}

void LogToolBar::setRunning(bool running)
{
    m_pause->setEnabled(running);
}

} // namespace coldframe

#include "moc_logtoolbar.cpp"
