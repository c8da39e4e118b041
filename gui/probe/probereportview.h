// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/probe/probesheet.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace coldframe {

class ElidedLabel;
class FindingsView;
class NoticeBar;
class RunTable;

/// What a probe tells: the verdict, the findings below it, and beside them the values of the one
/// that is selected.
class ProbeReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeReportView(QWidget *parent = nullptr);

    void setReport(const ProbeReport &report, ProbeKind kind);

Q_SIGNALS:
    /// A finding names this file, relative to the function's folder.
    void fileRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeDetail();
    void showVerdict(const ProbeReport &report, const ProbeSheet &sheet);
    void showCurrent();
    void arrange();
    void applyColours();

    QVBoxLayout *m_column;
    NoticeBar *m_verdict = nullptr;
    QSplitter *m_parts;
    FindingsView *m_findings;
    QWidget *m_detail;
    ElidedLabel *m_title;
    QLabel *m_note;
    QToolButton *m_openFile;
    RunTable *m_table;
};

} // namespace coldframe
