// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/base/icons.h"
#include "wording/probetext.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace coldframe {

class ElidedLabel;
class EmptyState;
class ProbeReportView;

/// What is probed.
struct ProbeSubject
{
    QString function;
    QString event; ///< its name; may be empty
    QString codeDirectory;
};

/// Chooses a probe, shows how far it is and what it found. It runs nothing itself.
class ProbePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbePanel(QWidget *parent = nullptr);

    ProbeKind kind() const;
    int times() const; ///< warm runs, and as many cold ones

    /// Whether there is a function to probe.
    void setReady(bool ready);

    /// A probe goes on until showReport or showError.
    void begin(const ProbeSubject &subject);
    void showProgress(int done, int total);
    void showReport(const ProbeReport &report);
    void showError(const Error &error);

    /// The report as text; empty while there is none.
    QString reportText() const { return m_reportText; }

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void fileRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeProgress();
    void end();
    void showIntroduction();
    void showEmpty(Symbol symbol, const QString &title, const QString &sentence);
    void showPlan();
    void updateTools();
    void applyColours();

    struct Choice
    {
        ProbeKind kind = ProbeKind::Statelessness;
        int warmRuns = 0;
    };

    ProbeSubject m_subject;
    Choice m_running; ///< the person may choose another one meanwhile
    QString m_reportText;
    bool m_ready = false;
    bool m_isRunning = false;

    QComboBox *m_kind;
    QLabel *m_timesLabel;
    QSpinBox *m_times;
    QToolButton *m_start;
    QToolButton *m_stop;
    ElidedLabel *m_plan;
    QToolButton *m_copy;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QScrollArea *m_emptyPage; ///< a low panel must not ask for the height of a whole text
    QLabel *m_progressTitle;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QWidget *m_progressPage;
    ProbeReportView *m_report;
};

} // namespace coldframe
