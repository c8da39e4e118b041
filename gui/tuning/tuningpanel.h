// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/tuning/tuningevaluation.h"
#include "core/tuning/tuningrun.h"
#include "gui/base/icons.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QScrollArea;
class QStackedWidget;

namespace coldframe {

class EmptyState;
class ReportLinesDialog;
class TuningForm;
class TuningResultView;

/// Chooses what is tuned, shows how far it is and what came of it. It runs nothing itself.
class TuningPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TuningPanel(QWidget *parent = nullptr);

    TuningForm &form() { return *m_form; }

    /// What would be tuned; an empty name when nothing can be.
    void setFunction(const QString &name, const QString &eventName);

    /// A tuning goes on until showResult, showFailure or showError.
    void begin(const QString &function);
    void showProgress(const TuningProgress &progress);
    /// Everything is measured, and the result is being computed.
    void showComputing();
    void showResult(const TuningPlan &plan, const TuningMeasurements &measurements,
                    const TuningResult &result);
    void showFailure(const TuningMeasurements &measurements);
    void showError(const Error &error);

    /// Asks for REPORT lines.
    void askForReports();
    /// What became of them: an error stays in the dialog.
    void endReports();
    void showReportsError(const Error &error);
    void setReportsText(const QByteArray &text);

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void applyRequested(coldframe::MebiBytes memory);
    void saveRequested(const QString &path);
    void reportsGiven(const QByteArray &text);
    void reportsFileChosen(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeProgress();
    void showEmpty(Symbol symbol, const QString &title, const QString &sentence);
    void end();

    QString m_function;
    bool m_isRunning = false;
    TuningForm *m_form;
    EmptyState *m_empty;
    QLabel *m_progressTitle;
    QProgressBar *m_progress;
    QLabel *m_progressText;
    QWidget *m_progressPage;
    TuningResultView *m_result;
    QStackedWidget *m_pages;
    QBoxLayout *m_body;
    QPointer<ReportLinesDialog> m_reports;
};

} // namespace coldframe
