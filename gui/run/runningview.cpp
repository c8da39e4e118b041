// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runningview.h"

#include "gui/base/icons.h"
#include "wording/figures.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
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

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_elapsed);
    layout->addSpacing(8);
    layout->addWidget(m_stop, 0, Qt::AlignHCenter);
    layout->addStretch(3);

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
    m_title->setText(tr("Running %1").arg(functionName));
    m_stop->setEnabled(true);
    m_tick.start();
    tick();
}

void RunningView::end()
{
    m_tick.stop();
}

void RunningView::tick()
{
    const auto elapsed = std::chrono::floor<std::chrono::milliseconds>(m_clock.now() - m_began);
    m_elapsed->setText(tr("%1 with the start; timeout %2")
                           .arg(formatDuration(elapsed), formatDuration(m_timeout)));
    const auto part = m_timeout > 0ms ? elapsed * 1000 / m_timeout : 0;
    m_progress->setValue(static_cast<int>(std::min<std::int64_t>(part, 1000)));
}

} // namespace coldframe
