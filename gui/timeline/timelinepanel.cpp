// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepanel.h"

#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/timeline/timelinelegend.h"
#include "gui/timeline/timelinetext.h"
#include "gui/timeline/timelinewidget.h"
#include "wording/coldstarttext.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace coldframe {

namespace {

constexpr int SideMargin = 8; // pixels
constexpr int TopMargin = 6;
constexpr int BetweenRows = 5;

enum TimelinePage { EmptyPage, ContentPage };

QLabel *makeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString reasonOf(const InvocationRecord &record)
{
    if (record.isCold())
        return coldStartText(record);
    if (record.initInsideInvoke)
        return TimelinePanel::tr("The processes were started anew in the same environment.");
    return record.environment.provisioned && record.environment.invocations == 1
        ? TimelinePanel::tr("Warm: the environment was initialised ahead (provisioned concurrency).")
        : TimelinePanel::tr("Warm: the environment was reused, so there was no init.");
}

} // namespace

QString pathOnThisComputer(const InvocationRecord &record, const QString &file)
{
    const QString codeInside = QStringLiteral("/var/task/");
    if (file.isEmpty())
        return {};
    const QDir code(record.function.codeDirectory);
    if (file.startsWith(codeInside))
        return QDir::cleanPath(code.absoluteFilePath(file.mid(codeInside.size())));
    return QDir::cleanPath(code.absoluteFilePath(file));
}

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
{
    m_pages->addWidget(
        new EmptyState(Symbol::Timeline, tr("No run yet"),
                       tr("Run the function to see where the time goes (Ctrl+Enter)")));
    m_pages->addWidget(makeContent());
    applyColours();
    clear();
}

QWidget *TimelinePanel::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(SideMargin, TopMargin, SideMargin, TopMargin);
    layout->setSpacing(BetweenRows);

    m_widget = new TimelineWidget;
    m_widget->setObjectName(QStringLiteral("timeline"));
    m_legend = new TimelineLegend;
    m_details = new ElidedLabel(Qt::ElideMiddle);
    m_details->setObjectName(QStringLiteral("timelineDetails"));
    m_note = makeLabel(QStringLiteral("timelineNote"));
    m_note->setWordWrap(true);
    QFont small = m_note->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_note->setFont(small);

    m_header = makeHeader();
    layout->addWidget(m_header);
    layout->addWidget(m_widget, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_legend);
    layout->addWidget(m_note);

    connect(m_widget, &TimelineWidget::detailsChanged, this, &TimelinePanel::showDetails);
    connect(m_widget, &TimelineWidget::scaleChanged, this, &TimelinePanel::updateButtons);
    connect(m_widget, &TimelineWidget::activated, this, &TimelinePanel::openFileOf);
    return content;
}

QWidget *TimelinePanel::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);

    m_summary = makeLabel(QStringLiteral("timelineSummary"));
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason = new ElidedLabel(Qt::ElideRight);
    m_reason->setObjectName(QStringLiteral("timelineReason"));
    m_zoomOut = makeButton({}, tr("Zoom out"), tr("Zoom out (-)"));
    m_zoomIn
        = makeButton({}, tr("Zoom in"), tr("Zoom in (+), or Ctrl and the wheel at the pointer"));
    m_fit = makeButton(tr("Fit"), tr("Show everything"), tr("Show everything (Home or 0)"));
    m_zoomOut->setObjectName(QStringLiteral("timelineZoomOut"));
    m_zoomIn->setObjectName(QStringLiteral("timelineZoomIn"));
    m_fit->setObjectName(QStringLiteral("timelineFit"));

    layout->addWidget(m_summary);
    layout->addSpacing(8);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_zoomOut);
    layout->addWidget(m_zoomIn);
    layout->addWidget(m_fit);

    connect(m_zoomOut, &QToolButton::clicked, m_widget, &TimelineWidget::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, m_widget, &TimelineWidget::zoomIn);
    connect(m_fit, &QToolButton::clicked, m_widget, &TimelineWidget::fit);
    return header;
}

QToolButton *TimelinePanel::makeButton(const QString &text, const QString &name,
                                       const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    const int side = button->sizeHint().height();
    button->setMinimumSize(side, side);
    return button;
}

void TimelinePanel::setRecord(const InvocationRecord &record)
{
    Timeline timeline = timelineOf(record);
    if (timeline.isEmpty())
        return clear();
    m_record = record;
    m_record.log.clear(); // not needed here, and it may be long
    m_summary->setText(timelineSummary(timeline));
    m_reason->setFullText(reasonOf(record));
    QString note = record.isCold()
        ? tr("Measured on this computer, from the beginning of the environment until the response "
             "was read. Sandbox creation and code download on AWS are not emulated.")
        : tr("Measured on this computer, from the event until the response was read. The way from "
             "the caller to Lambda is not emulated.");
    if (record.initInsideInvoke)
        note += QLatin1Char(' ')
            + tr("The init phase ran a second time inside the invocation, under the function's "
                 "timeout, so Duration contains it.");
    if (record.isCold() && record.imports.empty())
        note += QLatin1Char(' ') + tr("No imports were traced in this run.");
    m_note->setText(note);
    m_summary->setToolTip(note);
    m_legend->setTimeline(timeline);
    m_widget->setTimeline(std::move(timeline));
    fitHeight();
    m_pages->setCurrentIndex(ContentPage);
    updateButtons();
}

void TimelinePanel::clear()
{
    m_record = {};
    m_widget->setTimeline({});
    m_legend->setTimeline({});
    m_pages->setCurrentIndex(EmptyPage);
    updateButtons();
}

int TimelinePanel::heightOfTheRest() const
{
    return 2 * TopMargin + m_header->sizeHint().height() + m_widget->minimumSizeHint().height()
        + m_details->sizeHint().height() + 2 * BetweenRows;
}

QSize TimelinePanel::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), heightOfTheRest()};
}

void TimelinePanel::fitHeight()
{
    const int inner = width() - 2 * SideMargin;
    const int withLegend = heightOfTheRest() + BetweenRows + m_legend->heightForWidth(inner);
    const int withNote = withLegend + BetweenRows + m_note->heightForWidth(inner);
    m_legend->setVisible(height() >= withLegend);
    m_note->setVisible(height() >= withNote);
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void TimelinePanel::showDetails(const QString &details)
{
    m_details->setFullText(
        details.isEmpty()
            ? tr("Point at a bar or move between bars with the arrow keys to see its figures.")
            : details);
}

void TimelinePanel::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_note->setPalette(muted);
    m_zoomOut->setIcon(themedIcon(Symbol::Remove, palette()));
    m_zoomIn->setIcon(themedIcon(Symbol::Add, palette()));
}

void TimelinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void TimelinePanel::updateButtons()
{
    const bool shownWhole = m_widget->scale().showsEverything();
    m_zoomIn->setEnabled(m_widget->canZoomIn());
    m_zoomOut->setEnabled(!shownWhole);
    m_fit->setEnabled(!shownWhole);
}

void TimelinePanel::openFileOf(SpanPosition position)
{
    const QString path = pathOnThisComputer(m_record, factsOf(m_widget->timeline(), position).file);
    if (!path.isEmpty())
        Q_EMIT fileRequested(path);
}

} // namespace coldframe
