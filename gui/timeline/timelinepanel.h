// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/timeline/timeline.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace coldframe {

class ElidedLabel;
class TimelineLegend;
class TimelineWidget;

/// Where the time of the last run went: what it took and why it was cold, the timeline, the figures
/// of one bar, and what is measured.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    void setRecord(const InvocationRecord &record);
    void clear();

    /// Without legend and note, which leave when there is no room for them.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to see the file of an import: an absolute path on this computer.
    void fileRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeHeader();
    QToolButton *makeButton(const QString &text, const QString &name, const QString &toolTip);
    int heightOfTheRest() const;
    void fitHeight();
    void showDetails(const QString &details);
    void applyColours();
    void updateButtons();
    void openFileOf(SpanPosition position);

    InvocationRecord m_record;
    QStackedLayout *m_pages = nullptr;
    QWidget *m_header = nullptr;
    QLabel *m_summary = nullptr;
    ElidedLabel *m_reason = nullptr;
    ElidedLabel *m_details = nullptr;
    QLabel *m_note = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_fit = nullptr;
    TimelineWidget *m_widget = nullptr;
    TimelineLegend *m_legend = nullptr;
};

/// The path on this computer of a file as a process of the environment named it: inside of
/// bubblewrap the code is at /var/task. Empty when the file cannot be told.
QString pathOnThisComputer(const InvocationRecord &record, const QString &file);

} // namespace coldframe
