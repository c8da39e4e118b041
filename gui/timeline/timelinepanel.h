// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"
#include "core/timeline/timelinesearch.h"
#include "gui/timeline/timelineheader.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedLayout;
class QStackedWidget;

namespace coldframe {

class ElidedLabel;
class EmptyState;
class FindBar;
class ImportTable;
class LazyBar;
class NoticeBar;
class TimelineLegend;
class TimelineWidget;

/// Where the time of the last run went, as a waterfall, a flame graph or a table of imports: what
/// it took and why it was cold, the figures of one bar, what lazy imports would save, and what is
/// measured. The views share what is selected and which stretch is seen.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    /// Shows a run. One that is shown already keeps view, selection and choices.
    void setRecord(const InvocationRecord &record);

    /// The runs to stack below the one that is shown; see stackedRuns().
    void setStackedRuns(std::vector<StackedRun> runs);

    /// What savings are priced with; nothing when there is no price for the run.
    void setPrices(std::optional<Prices> prices);

    /// Shows what a file has, to look at, until a run is shown or the user closes it.
    void showTrace(const QString &name, const ImportedTrace &trace);

    /// A file was written.
    void showSaved(const QString &path);

    /// A file could not be read or written.
    void showFailure(const QString &headline, const QString &sentence);

    void clear();

    void setView(TimelineView view);
    TimelineView view() const { return m_view; }

    /// Without legend and note, which leave when there is no room for them.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to see the file of an import: an absolute path on this computer.
    void fileRequested(const QString &path);

    /// The user wants to see another run of the same environment.
    void runRequested(const QString &requestId);

    /// content makes the bytes for the file, and may take its time.
    void saveRequested(const QString &path, const coldframe::TimelineContent &content);

    void traceRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void addActions();
    void showTimeline(Timeline timeline);
    void showView(bool sameAxis);
    int heightOfTheRest() const;
    void fitHeight();
    void showDetails(const QString &details);
    void applyColours();
    void updateZoom();
    void noteSelection(std::optional<TimelinePart> part);
    void activate(TimelinePart part);
    void showMenu(QPoint globalPosition);
    QString descriptionOf(TimelinePart part) const;
    QString pathOf(TimelinePart part) const;
    bool canBeLazy(TimelinePart part) const;
    bool isLazy(TimelinePart part) const;
    void setLazy(int import, bool isLazy);
    void toggleLazy();
    void showLazy();
    void openSearch();
    void closeSearch();
    void search();
    void goToMatch(int direction);
    void save(TimelineFormat format);
    TimelineContent traceContent(TraceFormat format) const;
    TimelineContent contentFor(TimelineFormat format) const;

    InvocationRecord m_record;
    std::optional<Prices> m_prices;
    Timeline m_waterfall;
    bool m_isForeign = false; ///< m_waterfall is from a file
    ImportedTrace m_trace; ///< what the file had
    QString m_foreignName;
    TimelineView m_view = TimelineView::Waterfall;
    std::optional<TimelinePart> m_selected;
    std::vector<std::size_t> m_lazy; ///< indices of the imports that were chosen
    std::optional<TimelineMatches> m_matches;

    QStackedLayout *m_pages;
    EmptyState *m_empty = nullptr;
    TimelineHeader *m_header = nullptr;
    NoticeBar *m_notice = nullptr;
    LazyBar *m_lazyBar = nullptr;
    FindBar *m_findBar = nullptr;
    QStackedWidget *m_views = nullptr;
    TimelineWidget *m_widget = nullptr;
    ImportTable *m_table = nullptr;
    ElidedLabel *m_details = nullptr;
    TimelineLegend *m_legend = nullptr;
    QLabel *m_note = nullptr;
};

/// The path on this computer of a file as a process of the environment named it: inside of
/// bubblewrap the code is at /var/task. Empty when the file cannot be told.
QString pathOnThisComputer(const InvocationRecord &record, const QString &file);

} // namespace coldframe
