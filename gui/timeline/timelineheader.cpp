// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelineheader.h"

#include "gui/base/elidedlabel.h"
#include "gui/base/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace coldframe {

TimelineHeader::TimelineHeader(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel)
    , m_reason(new ElidedLabel(Qt::ElideRight))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);

    auto *group = new QButtonGroup(this);
    for (QToolButton *view : {makeView(TimelineView::Waterfall, tr("Waterfall")),
                              makeView(TimelineView::Flame, tr("Flame Graph")),
                              makeView(TimelineView::Table, tr("Table"))}) {
        m_views.push_back(view);
        group->addButton(view);
        layout->addWidget(view);
    }
    m_views.front()->setChecked(true);

    m_summary->setObjectName(QStringLiteral("timelineSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_reason->setObjectName(QStringLiteral("timelineReason"));

    m_back = makeButton(QStringLiteral("timelineBack"), tr("Show Last Run"), tr("Show last run"),
                        tr("Leave the trace from the file"));
    m_leftHeavy
        = makeButton(QStringLiteral("timelineLeftHeavy"), tr("Left Heavy"), tr("Left heavy"),
                     tr("Merge equal stacks, the longest one at the left (H)"));
    m_leftHeavy->setCheckable(true);
    m_search = makeButton(QStringLiteral("timelineSearch"), {}, tr("Find"),
                          tr("Find a module, file or connection (Ctrl+F)"));
    m_zoomOut
        = makeButton(QStringLiteral("timelineZoomOut"), {}, tr("Zoom out"), tr("Zoom out (-)"));
    m_zoomIn = makeButton(QStringLiteral("timelineZoomIn"), {}, tr("Zoom in"),
                          tr("Zoom in (+), or Ctrl and the wheel at the pointer"));
    m_fit = makeButton(QStringLiteral("timelineFit"), tr("Fit"), tr("Show everything"),
                       tr("Show everything (Home or 0)"));
    m_more = makeButton(QStringLiteral("timelineMore"), {}, tr("Save and open"),
                        tr("Save this timeline, or open a trace"));
    m_more->setMenu(makeMenu());
    m_more->setPopupMode(QToolButton::InstantPopup);

    layout->addSpacing(8);
    layout->addWidget(m_summary);
    layout->addSpacing(8);
    layout->addWidget(m_reason, 1);
    for (QToolButton *button : {m_back, m_leftHeavy, m_search, m_zoomOut, m_zoomIn, m_fit, m_more})
        layout->addWidget(button);

    connect(m_back, &QToolButton::clicked, this, &TimelineHeader::backRequested);
    connect(m_leftHeavy, &QToolButton::toggled, this, &TimelineHeader::leftHeavyChanged);
    connect(m_search, &QToolButton::clicked, this, &TimelineHeader::searchRequested);
    connect(m_zoomOut, &QToolButton::clicked, this, &TimelineHeader::zoomOutRequested);
    connect(m_zoomIn, &QToolButton::clicked, this, &TimelineHeader::zoomInRequested);
    connect(m_fit, &QToolButton::clicked, this, &TimelineHeader::fitRequested);
    setView(TimelineView::Waterfall);
    setForeign(false, false);
    applyColours();
}

QToolButton *TimelineHeader::makeButton(const QString &name, const QString &text,
                                        const QString &label, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(label);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    const int side = button->sizeHint().height();
    button->setMinimumSize(side, side);
    return button;
}

QToolButton *TimelineHeader::makeView(TimelineView view, const QString &text)
{
    const int number = static_cast<int>(view) + 1;
    const QKeySequence keys(static_cast<int>(Qt::ALT) | (Qt::Key_0 + number));
    QToolButton *button
        = makeButton(QStringLiteral("timelineView%1").arg(number), text, text,
                     tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, view] { Q_EMIT viewRequested(view); });
    return button;
}

QMenu *TimelineHeader::makeMenu()
{
    auto *menu = new QMenu(this);
    for (const TimelineFormat format : {TimelineFormat::ChromeTrace, TimelineFormat::Speedscope,
                                        TimelineFormat::Svg, TimelineFormat::Png}) {
        QAction *action = menu->addAction(saveText(format));
        connect(action, &QAction::triggered, this,
                [this, format] { Q_EMIT saveRequested(format); });
    }
    menu->addSeparator();
    QAction *open = menu->addAction(tr("Open Trace…"));
    connect(open, &QAction::triggered, this, &TimelineHeader::openRequested);
    return menu;
}

void TimelineHeader::setSummary(const QString &summary, const QString &toolTip)
{
    m_summary->setText(summary);
    m_summary->setToolTip(toolTip);
}

void TimelineHeader::setReason(const QString &reason)
{
    m_reason->setFullText(reason);
}

void TimelineHeader::setView(TimelineView view)
{
    m_views[static_cast<std::size_t>(view)]->setChecked(true);
    m_leftHeavy->setVisible(view == TimelineView::Flame);
    for (QToolButton *zoom : {m_zoomOut, m_zoomIn, m_fit})
        zoom->setVisible(view != TimelineView::Table);
}

void TimelineHeader::setZoom(bool canZoomIn, bool canZoomOut)
{
    m_zoomIn->setEnabled(canZoomIn);
    m_zoomOut->setEnabled(canZoomOut);
    m_fit->setEnabled(canZoomOut);
}

void TimelineHeader::setForeign(bool isForeign, bool hasRun)
{
    m_back->setVisible(isForeign);
    for (std::size_t view = 1; view < m_views.size(); ++view)
        m_views[view]->setEnabled(!isForeign); // they show phases and imports
    m_back->setText(hasRun ? tr("Show Last Run") : tr("Close Trace"));
}

void TimelineHeader::toggleLeftHeavy()
{
    m_leftHeavy->toggle();
}

bool TimelineHeader::isLeftHeavy() const
{
    return m_leftHeavy->isChecked();
}

void TimelineHeader::applyColours()
{
    m_search->setIcon(themedIcon(Symbol::Search, palette()));
    m_zoomOut->setIcon(themedIcon(Symbol::Remove, palette()));
    m_zoomIn->setIcon(themedIcon(Symbol::Add, palette()));
    m_more->setIcon(themedIcon(Symbol::More, palette()));
}

void TimelineHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace coldframe

#include "moc_timelineheader.cpp"
