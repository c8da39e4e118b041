// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runningview.h"

#include "gui/base/icons.h"
#include "wording/figures.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace coldframe {

using namespace std::chrono_literals;

RunningView::RunningView(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new QLabel)
    , m_elapsed(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_size(new QLabel)
    , m_text(new QPlainTextEdit)
    , m_above(new QWidget)
    , m_below(new QWidget)
{
    setObjectName(QStringLiteral("runningView"));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_elapsed->setObjectName(QStringLiteral("runningElapsed"));
    m_elapsed->setAlignment(Qt::AlignCenter);
    m_elapsed->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setFixedWidth(220);
    m_progress->setAccessibleName(tr("Elapsed part of the timeout"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_stop->setIcon(themedIcon(Symbol::Stop, palette()));
    m_size->setObjectName(QStringLiteral("streamedSize"));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("streamedText"));
    m_text->setAccessibleName(tr("Response so far"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_above, 2);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_elapsed);
    layout->addSpacing(8);
    layout->addWidget(m_stop, 0, Qt::AlignHCenter);
    layout->addWidget(m_size);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_below, 3);
    setStreaming(false);

    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &RunningView::tick);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT stopRequested();
    });
}

void RunningView::begin(const QString &functionName, std::chrono::milliseconds timeout)
{
    m_began = m_clock.now();
    m_timeout = timeout;
    m_streamed = {};
    m_pending.clear();
    m_text->clear();
    setStreaming(false);
    m_title->setText(tr("Running %1").arg(functionName));
    m_stop->setEnabled(true);
    m_tick.start();
    tick();
}

void RunningView::end()
{
    m_tick.stop();
}

void RunningView::appendResponse(const QByteArray &piece)
{
    m_pending += m_streamed.append(piece);
}

void RunningView::tick()
{
    const auto elapsed = std::chrono::floor<std::chrono::milliseconds>(m_clock.now() - m_began);
    m_elapsed->setText(tr("%1 with the start; timeout %2")
                           .arg(formatDuration(elapsed), formatDuration(m_timeout)));
    const auto part = m_timeout > 0ms ? elapsed * 1000 / m_timeout : 0;
    m_progress->setValue(static_cast<int>(std::min<std::int64_t>(part, 1000)));
    if (m_streamed.bytes() > 0)
        showStreamed();
}

void RunningView::showStreamed()
{
    setStreaming(true);
    const QString size = formatBytes(m_streamed.bytes());
    m_size->setText(m_streamed.isCut()
                        ? tr("%1 of the response so far; the beginning is shown").arg(size)
                        : tr("%1 of the response so far").arg(size));
    if (m_pending.isEmpty())
        return;
    // Follows the end like a terminal, unless the person has scrolled up to read.
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertText(std::exchange(m_pending, {}));
    if (atEnd)
        bar->setValue(bar->maximum());
}

void RunningView::setStreaming(bool streaming)
{
    m_size->setVisible(streaming);
    m_text->setVisible(streaming);
    m_above->setVisible(!streaming);
    m_below->setVisible(!streaming);
}

} // namespace coldframe

#include "moc_runningview.cpp"
