// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/burstpanel.h"

#include "gui/base/colourlegend.h"
#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/base/icons.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/environments/burstchart.h"
#include "gui/environments/burstfigures.h"
#include "wording/errortext.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int BurstMargin = 10; // pixels
constexpr int FormWidth = 250;
constexpr int WidestInput = 160;
constexpr int NarrowestBeside = 640;
constexpr int SmallestResult = 300; ///< height of chart and figures, below the form

enum BurstPages { NoBurstPage, BurstResultPage };

} // namespace

BurstPanel::BurstPanel(QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(NoticeBar::Tone::Error, {}))
{
    setObjectName(QStringLiteral("burstPanel"));
    auto *content = new QWidget;
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_body->setContentsMargins(BurstMargin, 6, BurstMargin, 6);
    m_body->setSpacing(16);
    m_body->addWidget(makeForm());
    m_body->addWidget(makeResult(), 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_notice->setObjectName(QStringLiteral("burstNotice"));
    m_notice->setClosable();
    m_notice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);

    connect(m_notice, &NoticeBar::closed, m_notice, &QWidget::hide);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(shape()); });
    connect(m_stop, &QPushButton::clicked, this, &BurstPanel::stopRequested);
    for (const QRadioButton *choice : {m_atOnce, m_atRate})
        connect(choice, &QRadioButton::toggled, this, &BurstPanel::chooseShape);
    for (const QSpinBox *box : {m_count, m_perSecond, m_seconds})
        connect(box, &QSpinBox::valueChanged, this, &BurstPanel::chooseShape);
    m_atOnce->setChecked(true);
    setFunction({}, {});
    applyColours();
}

QSpinBox *BurstPanel::makeBox(const QString &name, int most, int value,
                              const QString &accessibleName)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(1, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(accessibleName);
    return box;
}

QWidget *BurstPanel::makeForm()
{
    m_form = new QWidget;
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_target = new QLabel;
    m_target->setObjectName(QStringLiteral("burstTarget"));
    m_target->setTextFormat(Qt::PlainText);
    m_target->setWordWrap(true);
    m_atOnce = new QRadioButton(tr("&At once"));
    m_atOnce->setObjectName(QStringLiteral("burstAtOnce"));
    m_atRate = new QRadioButton(tr("At a ra&te"));
    m_atRate->setObjectName(QStringLiteral("burstAtRate"));
    m_count
        = makeBox(QStringLiteral("burstCount"), BurstPlan::MostAtOnce, 50, tr("Events at once"));
    m_perSecond = makeBox(QStringLiteral("burstPerSecond"), BurstPlan::MostPerSecond, 20,
                          tr("Events per second"));
    m_seconds = makeBox(QStringLiteral("burstSeconds"),
                        static_cast<int>(BurstPlan::LongestDuration.count()), 10,
                        tr("Duration in seconds"));
    for (QSpinBox *box : {m_count, m_perSecond, m_seconds})
        box->setMaximumWidth(WidestInput);
    m_count->setSuffix(tr(" events"));
    m_perSecond->setSuffix(tr(" per second"));
    m_seconds->setPrefix(tr("for "));
    m_seconds->setSuffix(tr(" s"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_atOnce, 0, 0);
    grid->addWidget(m_count, 0, 1);
    grid->addWidget(m_atRate, 1, 0);
    grid->addWidget(m_perSecond, 1, 1);
    grid->addWidget(m_seconds, 2, 1);
    grid->setColumnStretch(1, 1);
    m_total = new QLabel;
    m_total->setObjectName(QStringLiteral("burstTotal"));
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_start = new QPushButton(tr("&Start"));
    m_start->setObjectName(QStringLiteral("startBurst"));
    m_start->setToolTip(tr("Send the events (Enter)"));
    m_stop = new QPushButton(tr("Sto&p"));
    m_stop->setObjectName(QStringLiteral("stopBurst"));
    m_stop->setToolTip(tr("Send no more, and stop what is running (Escape)"));
    for (QPushButton *button : {m_start, m_stop}) {
        button->setMaximumWidth(WidestInput);
        buttons->addWidget(button, 1);
    }
    buttons->addStretch();
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("burstProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("How many events have ended"));
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("burstStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);

    layout->addWidget(m_target);
    layout->addLayout(grid);
    layout->addWidget(m_total);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addStretch(1);
    return m_form;
}

QWidget *BurstPanel::makeResult()
{
    auto *result = new QWidget;
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_figures = new BurstFigures;
    m_chart = new BurstChart;
    m_chart->setObjectName(QStringLiteral("burstChart"));
    m_legend = new ColourLegend;
    m_legend->setAccessibleName(tr("Colours of the chart"));
    m_details = new ElidedLabel(Qt::ElideRight);
    m_details->setObjectName(QStringLiteral("burstDetails"));
    m_reasons = new QLabel;
    m_reasons->setObjectName(QStringLiteral("burstReasons"));
    m_reasons->setTextFormat(Qt::PlainText);
    m_reasons->setWordWrap(true);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_figures);
    layout->addWidget(m_reasons);
    layout->addWidget(m_chart, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(16);
    below->addWidget(m_details, 1);
    below->addWidget(m_legend);
    layout->addLayout(below);
    connect(m_chart, &BurstChart::detailsChanged, this, [this](const QString &details) {
        m_details->setFullText(
            details.isEmpty()
                ? tr("Point at the chart or use the arrow keys to see the figures of a moment.")
                : details);
    });
    m_details->setFullText({});

    m_pages = new QStackedWidget;
    m_pages->setObjectName(QStringLiteral("burstPages"));
    auto *empty = new EmptyState(
        Symbol::Flame, tr("No burst yet"),
        tr("Send many events at the same time to see cold starts, throttles and latencies."));
    empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_pages->addWidget(empty);
    m_pages->addWidget(result);
    return m_pages;
}

BurstPanel::Shape BurstPanel::shape() const
{
    if (m_atRate->isChecked())
        return AtRate{m_perSecond->value(), std::chrono::seconds(m_seconds->value())};
    return AtOnce{m_count->value()};
}

void BurstPanel::chooseShape()
{
    const bool isRate = m_atRate->isChecked();
    m_count->setEnabled(!isRate && !m_isRunning);
    m_perSecond->setEnabled(isRate && !m_isRunning);
    m_seconds->setEnabled(isRate && !m_isRunning);
    const BurstPlan plan{{}, shape()};
    const int count = plannedCount(plan);
    const bool isTooMany = count > BurstPlan::MostInvocations;
    m_total->setText(isTooMany ? tr("More than %L1 events; send fewer or for a shorter time.")
                                     .arg(BurstPlan::MostInvocations)
                         : isRate ? tr("%L1 events in all, evenly spaced").arg(count)
                                  : QString());
    m_total->setVisible(!m_total->text().isEmpty());
    updateButtons();
}

void BurstPanel::setFunction(const QString &name, const QString &eventName)
{
    m_function = name;
    if (name.isEmpty())
        m_target->setText(tr("Choose a function to send events to."));
    else if (eventName.isEmpty())
        m_target->setText(tr("Sends the event that is shown to %1").arg(name));
    else
        m_target->setText(tr("Sends %1 to %2").arg(eventName, name));
    updateButtons();
}

void BurstPanel::updateButtons()
{
    const bool canStart
        = !m_function.isEmpty() && !m_isRunning && checkBurstPlan({{}, shape()}).has_value();
    m_start->setEnabled(canStart);
    m_stop->setEnabled(m_isRunning && !m_isStopping);
    m_atOnce->setEnabled(!m_isRunning);
    m_atRate->setEnabled(!m_isRunning);
    m_progress->setVisible(m_planned > 0);
    m_status->setVisible(!m_status->text().isEmpty());
}

void BurstPanel::begin(int planned)
{
    const bool hadFocus = m_form->isAncestorOf(focusWidget());
    m_isRunning = true;
    m_isStopping = false;
    m_planned = planned;
    m_notice->hide();
    m_pages->setCurrentIndex(BurstResultPage);
    m_progress->setRange(0, planned);
    m_reasons->hide();
    setStatistics({});
    chooseShape();
    if (hadFocus) // what had it is disabled now
        m_stop->setFocus();
}

void BurstPanel::setStatistics(const BurstStatistics &statistics)
{
    m_progress->setValue(statistics.endedCount());
    m_figures->setStatistics(statistics, m_planned);
    m_chart->setSeries(statistics.series(), statistics.duration);
    QStringList lines;
    const QStringList reasons = throttleLines(statistics);
    if (!reasons.isEmpty())
        lines.append(tr("Throttled: %1").arg(reasons.join(QStringLiteral(", "))));
    if (statistics.heldByLocalCap > 0)
        lines.append(tr("Held by this computer's own cap of environments, which is not Lambda's "
                        "rule: %L1")
                         .arg(statistics.heldByLocalCap));
    if (statistics.firstError)
        lines.append(tr("Could not be run (%L1): %2")
                         .arg(statistics.notRun)
                         .arg(errorText(*statistics.firstError)));
    m_reasons->setText(lines.join(u'\n'));
    m_reasons->setVisible(!lines.isEmpty());
    if (m_isStopping)
        m_status->setText(tr("Stopping: %L1 still under way").arg(statistics.inFlight()));
    else if (m_isRunning)
        m_status->setText(tr("%L1 of %L2 ended, %L3 under way")
                              .arg(statistics.endedCount())
                              .arg(m_planned)
                              .arg(statistics.inFlight()));
    else if (statistics.sent < m_planned)
        m_status->setText(tr("Stopped after %L1 of %L2 events. The last one that ran is in Runs.")
                              .arg(statistics.sent)
                              .arg(m_planned));
    else
        m_status->setText(
            tr("All %L1 have ended. The last one that ran is in Runs.").arg(m_planned));
    m_status->setVisible(true);
}

void BurstPanel::setStopping()
{
    m_isStopping = true;
    updateButtons();
}

void BurstPanel::end()
{
    const bool hadFocus = m_stop->hasFocus();
    m_isRunning = false;
    m_isStopping = false;
    chooseShape();
    if (hadFocus)
        m_start->setFocus();
}

void BurstPanel::showError(const Error &error)
{
    m_notice->setSentence(errorText(error));
    m_notice->show();
}

void BurstPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && m_start->isEnabled())
        return m_start->click();
    if (event->key() == Qt::Key_Escape && m_stop->isEnabled())
        return m_stop->click();
    QWidget::keyPressEvent(event);
}

void BurstPanel::arrange()
{
    const bool isBeside = width() >= NarrowestBeside;
    m_body->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_form->setMaximumWidth(isBeside ? FormWidth : QWIDGETSIZE_MAX);
    m_form->setMinimumWidth(isBeside ? FormWidth : 0);
    m_pages->setMinimumHeight(isBeside ? 0 : SmallestResult);
}

QSize BurstPanel::minimumSizeHint() const
{
    return {280, 120};
}

void BurstPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BurstPanel::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    QPalette muted;
    muted.setColor(QPalette::WindowText, colours.muted);
    m_total->setPalette(muted);
    m_status->setPalette(muted);
    QPalette warning;
    warning.setColor(QPalette::WindowText, colours.warning);
    m_reasons->setPalette(warning);
    m_start->setIcon(themedIcon(Symbol::Run, palette()));
    m_stop->setIcon(themedIcon(Symbol::Stop, palette()));
    m_legend->setEntries({{colours.accent, tr("Under way")},
                          {colours.handlerImport, tr("Cold starts")},
                          {colours.error, tr("Throttled")}});
    m_legend->setFixedWidth(m_legend->lineWidth());
}

void BurstPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace coldframe

#include "moc_burstpanel.cpp"
