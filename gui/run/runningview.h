// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "gui/run/streamedtext.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace coldframe {

/// An invocation that runs: how long already, of how long it may, what its response has streamed so
/// far, and a way to stop it.
class RunningView : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the widget.
    explicit RunningView(const Clock &clock, QWidget *parent = nullptr);

    void begin(const QString &functionName, std::chrono::milliseconds timeout);
    void end();

    /// A piece of the response; shown with the next tick, so that many small ones cost little.
    void appendResponse(const QByteArray &piece);

Q_SIGNALS:
    void stopRequested();

private:
    void tick();
    void showStreamed();
    void setStreaming(bool streaming);

    const Clock &m_clock;
    Instant m_began{};
    std::chrono::milliseconds m_timeout{};
    StreamedText m_streamed;
    QString m_pending; ///< arrived and not shown yet
    QLabel *m_title;
    QLabel *m_elapsed;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QLabel *m_size;
    QPlainTextEdit *m_text;
    QWidget *m_above; ///< room that centres the view while nothing is streamed
    QWidget *m_below;
    QTimer m_tick;
};

} // namespace coldframe
