// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepanel.h"

#include "core/timeline/flamelayout.h"
#include "core/timeline/importtable.h"
#include "core/timeline/stackedruns.h"
#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/base/findbar.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/timeline/importtable.h"
#include "gui/timeline/lazybar.h"
#include "gui/timeline/timelinelegend.h"
#include "gui/timeline/timelinerecordtext.h"
#include "gui/timeline/timelinetext.h"
#include "gui/timeline/timelinewidget.h"
#include "wording/figures.h"

#include <QEvent>
#include <QLabel>
#include <QShortcut>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int SideMargin = 8; // pixels
constexpr int TopMargin = 6;
constexpr int BetweenRows = 5;
constexpr int LowestWithButton = 220; ///< pixels of an empty panel

enum TimelinePage { EmptyPage, ContentPage };

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
{
    m_empty = new EmptyState(Symbol::Timeline, {}, {});
    m_empty->setMinimumSize(1, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeContent());
    addActions();
    applyColours();
    clear();
}

QWidget *TimelinePanel::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(SideMargin, TopMargin, SideMargin, TopMargin);
    layout->setSpacing(BetweenRows);

    m_header = new TimelineHeader;
    m_notice = new NoticeBar(NoticeBar::Tone::Error, QString());
    m_notice->setObjectName(QStringLiteral("timelineNotice"));
    m_notice->setClosable();
    m_notice->hide();
    m_findBar = new FindBar;
    m_findBar->setObjectName(QStringLiteral("timelineFind"));
    m_findBar->setReplacingAllowed(false);
    m_findBar->hide();
    m_lazyBar = new LazyBar;
    m_lazyBar->hide();
    m_widget = new TimelineWidget;
    m_widget->setObjectName(QStringLiteral("timeline"));
    m_table = new ImportTable;
    m_table->setObjectName(QStringLiteral("importTable"));
    m_views = new QStackedWidget;
    m_views->addWidget(m_widget);
    m_views->addWidget(m_table);
    m_legend = new TimelineLegend;
    m_details = new ElidedLabel(Qt::ElideMiddle);
    m_details->setObjectName(QStringLiteral("timelineDetails"));
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("timelineNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    QFont small = m_note->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_note->setFont(small);

    // What leaves when there is no room must not ask for room: see minimumSizeHint().
    content->setMinimumSize(1, 1);
    for (QWidget *row : std::initializer_list<QWidget *>{m_header, m_notice, m_findBar, m_lazyBar})
        layout->addWidget(row);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_legend);
    layout->addWidget(m_note);
    return content;
}

void TimelinePanel::addActions()
{
    connect(m_header, &TimelineHeader::viewRequested, this, &TimelinePanel::setView);
    connect(m_header, &TimelineHeader::leftHeavyChanged, this, [this] { showView(false); });
    connect(m_header, &TimelineHeader::searchRequested, this, &TimelinePanel::openSearch);
    connect(m_header, &TimelineHeader::zoomInRequested, m_widget, &TimelineWidget::zoomIn);
    connect(m_header, &TimelineHeader::zoomOutRequested, m_widget, &TimelineWidget::zoomOut);
    connect(m_header, &TimelineHeader::fitRequested, m_widget, &TimelineWidget::fit);
    connect(m_header, &TimelineHeader::saveRequested, this, &TimelinePanel::save);
    const auto open = [this] {
        askWhatToOpen(*this, [this](const QString &path) { Q_EMIT traceRequested(path); });
    };
    connect(m_header, &TimelineHeader::openRequested, this, open);
    connect(m_empty, &EmptyState::actionRequested, this, open);
    connect(m_header, &TimelineHeader::backRequested, this, [this] {
        const InvocationRecord record = m_record;
        clear();
        setRecord(record);
    });
    connect(m_notice, &NoticeBar::closed, this, [this] {
        m_notice->hide();
        fitHeight();
    });
    connect(m_lazyBar, &LazyBar::clearRequested, this, [this] {
        m_lazy.clear();
        showLazy();
    });

    connect(m_widget, &TimelineWidget::detailsChanged, this, &TimelinePanel::showDetails);
    connect(m_widget, &TimelineWidget::scaleChanged, this, &TimelinePanel::updateZoom);
    connect(m_widget, &TimelineWidget::selectionChanged, this, [this] {
        if (m_view != TimelineView::Table)
            noteSelection(m_widget->selectedPart());
    });
    connect(m_widget, &TimelineWidget::activated, this,
            [this](SpanPosition position) { activate(partAt(m_widget->timeline(), position)); });
    connect(m_widget, &TimelineWidget::menuRequested, this, &TimelinePanel::showMenu);
    connect(m_table, &ImportTable::currentImportChanged, this, [this](int import) {
        if (m_view != TimelineView::Table || import < 0)
            return;
        noteSelection(TimelinePart{LaneKind::Imports, import});
        showDetails(descriptionOf(*m_selected));
    });
    connect(m_table, &ImportTable::activatedImport, this, [this](int import) {
        activate({LaneKind::Imports, import});
    });
    connect(m_table, &ImportTable::menuRequested, this, &TimelinePanel::showMenu);
    connect(&m_table->imports(), &ImportModel::lazyToggled, this, &TimelinePanel::setLazy);

    connect(m_findBar, &FindBar::queryChanged, this, &TimelinePanel::search);
    connect(m_findBar, &FindBar::nextRequested, this, [this] { goToMatch(1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { goToMatch(-1); });
    connect(m_findBar, &FindBar::closeRequested, this, &TimelinePanel::closeSearch);

    const auto on = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    on(QKeySequence(Qt::ALT | Qt::Key_1), [this] { setView(TimelineView::Waterfall); });
    on(QKeySequence(Qt::ALT | Qt::Key_2), [this] { setView(TimelineView::Flame); });
    on(QKeySequence(Qt::ALT | Qt::Key_3), [this] { setView(TimelineView::Table); });
    on(QKeySequence(Qt::Key_H), [this] {
        if (m_view == TimelineView::Flame)
            m_header->toggleLeftHeavy();
    });
    on(QKeySequence(Qt::Key_L), [this] { toggleLazy(); });
    on(QKeySequence::Find, [this] { openSearch(); });
    on(QKeySequence::FindNext, [this] { goToMatch(1); });
    on(QKeySequence::FindPrevious, [this] { goToMatch(-1); });
}

void TimelinePanel::setRecord(const InvocationRecord &record)
{
    const bool isSame = !m_isForeign && !m_waterfall.isEmpty()
        && record.requestId == m_record.requestId && record.startedAt == m_record.startedAt
        && record.phases == m_record.phases;
    if (isSame && !record.requestId.isEmpty())
        return;
    Timeline timeline = timelineOf(record);
    if (timeline.isEmpty())
        return clear();
    m_record = record;
    m_record.log.clear(); // not needed here, and it may be long
    m_isForeign = false;
    m_header->setForeign(false, true);
    m_header->setSummary(timelineSummary(timeline), sumText(timeline, record.report));
    m_header->setReason(reasonText(record));
    m_note->setText(measuredText(record, timeline));
    showTimeline(std::move(timeline));
}

void TimelinePanel::showTrace(const QString &name, const ImportedTrace &trace)
{
    if (trace.isEmpty())
        return showFailure(tr("The trace has no spans."), name);
    m_isForeign = true;
    m_trace = trace;
    m_view = TimelineView::Waterfall;
    m_foreignName = name;
    m_header->setForeign(true, !m_record.phases.empty());
    m_header->setSummary(name, {});
    m_header->setReason(tr("%1, read from a file").arg(formatDuration(trace.total)));
    m_note->setText(tr("The figures are those of the file; Coldframe did not measure them."));
    showTimeline(timelineOf(trace));
}

/// Everything but the sentences about it.
void TimelinePanel::showTimeline(Timeline timeline)
{
    m_waterfall = std::move(timeline);
    m_selected.reset();
    m_lazy.clear();
    m_matches.reset();
    m_findBar->hide();
    m_notice->hide();
    m_widget->setMatches({});
    m_table->imports().setImports(m_waterfall.imports, m_waterfall.init);
    m_legend->setTimeline(m_waterfall);
    m_pages->setCurrentIndex(ContentPage);
    m_widget->setTimeline({});
    showLazy();
    showView(false);
}

void TimelinePanel::setStackedRuns(std::vector<StackedRun> runs)
{
    if (m_isForeign || m_waterfall.isEmpty() || runs == m_waterfall.runs)
        return;
    stackRuns(m_waterfall, std::move(runs));
    m_legend->setTimeline(m_waterfall);
    if (m_view == TimelineView::Waterfall)
        showView(true);
}

void TimelinePanel::setPrices(std::optional<Prices> prices)
{
    m_prices = std::move(prices);
    showLazy();
}

void TimelinePanel::clear()
{
    m_record = {};
    m_waterfall = {};
    m_isForeign = false;
    m_selected.reset();
    m_lazy.clear();
    m_widget->setTimeline({});
    m_table->imports().setImports({}, {});
    m_legend->setTimeline({});
    m_empty->setTitle(tr("No run yet"));
    m_empty->setSentence(tr("Run the function to see where the time goes (Ctrl+Enter)"));
    m_pages->setCurrentIndex(EmptyPage);
    updateZoom();
}

void TimelinePanel::setView(TimelineView view)
{
    if (view == m_view || m_waterfall.isEmpty() || m_isForeign)
        return;
    const bool hadFocus
        = m_views->isAncestorOf(focusWidget()) || m_widget->hasFocus() || m_table->hasFocus();
    m_view = view;
    showView(true);
    if (hadFocus)
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// Puts the timeline into the current view. On the same axis the stretch that is seen stays.
void TimelinePanel::showView(bool sameAxis)
{
    m_header->setView(m_view);
    const std::optional<TimelinePart> selected = m_selected;
    if (m_view == TimelineView::Table) {
        m_views->setCurrentWidget(m_table);
        m_table->select(selected && selected->kind == LaneKind::Imports ? selected->index : -1);
        showDetails(selected ? descriptionOf(*selected) : QString());
    } else {
        const auto keep = sameAxis ? TimelineWidget::Keep::View : TimelineWidget::Keep::Selection;
        const FlameOrder order = m_header->isLeftHeavy() ? FlameOrder::LeftHeavy : FlameOrder::Time;
        m_views->setCurrentWidget(m_widget);
        m_widget->setTimeline(
            m_view == TimelineView::Flame ? flameOf(m_waterfall, order) : m_waterfall, keep);
        if (selected)
            m_widget->selectPart(*selected);
    }
    m_selected = selected;
    fitHeight();
    updateZoom();
}

int TimelinePanel::heightOfTheRest() const
{
    const int inner = std::max(1, width() - 2 * SideMargin);
    int height = 2 * TopMargin + m_header->sizeHint().height()
        + m_widget->minimumSizeHint().height() + m_details->sizeHint().height() + 2 * BetweenRows;
    for (const QWidget *bar : {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_findBar),
                               static_cast<QWidget *>(m_lazyBar)}) {
        if (!bar->isHidden())
            height += std::max(bar->sizeHint().height(), bar->heightForWidth(inner)) + BetweenRows;
    }
    return height;
}

QSize TimelinePanel::minimumSizeHint() const
{
    return {m_header->minimumSizeHint().width() + 2 * SideMargin, heightOfTheRest()};
}

void TimelinePanel::fitHeight()
{
    const int inner = width() - 2 * SideMargin;
    const bool hasColours = m_view != TimelineView::Table;
    const int withLegend
        = heightOfTheRest() + (hasColours ? BetweenRows + m_legend->heightForWidth(inner) : 0);
    const int withNote = withLegend + BetweenRows + m_note->heightForWidth(inner);
    m_legend->setVisible(hasColours && height() >= withLegend);
    m_note->setVisible(height() >= withNote);
    m_empty->setActionText(height() >= LowestWithButton ? tr("Open Trace…") : QString());
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void TimelinePanel::showDetails(const QString &details)
{
    if (!details.isEmpty())
        return m_details->setFullText(details);
    m_details->setFullText(
        m_view == TimelineView::Table
            ? tr("Choose an import to see its figures; Space tells what it would save when lazy.")
            : tr("Point at a bar or move between bars with the arrow keys to see its figures."));
}

void TimelinePanel::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_note->setPalette(muted);
}

void TimelinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void TimelinePanel::updateZoom()
{
    m_header->setZoom(m_widget->canZoomIn(), !m_widget->scale().showsEverything());
}

void TimelinePanel::noteSelection(std::optional<TimelinePart> part)
{
    m_selected = part;
}

} // namespace coldframe

#include "moc_timelinepanel.cpp"
