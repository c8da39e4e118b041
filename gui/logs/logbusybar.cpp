// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logbusybar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

LogBusyBar::LogBusyBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
{
    setObjectName(QStringLiteral("logBusy"));
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(240);
    m_bar->setFixedHeight(8);
    m_cancel->setObjectName(QStringLiteral("logBusyCancel"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 6, 4);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    row->addStretch(1);
    m_tick.setInterval(150ms);
    connect(&m_tick, &QTimer::timeout, this, &LogBusyBar::refresh);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (!m_progress)
            return;
        m_progress->isCancelled = true;
        end(m_progress);
        Q_EMIT cancelled();
    });
    hide();
}

void LogBusyBar::begin(const QString &text, const SharedLogProgress &progress)
{
    m_progress = progress;
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    m_bar->setValue(0);
    m_tick.start();
}

void LogBusyBar::end(const SharedLogProgress &progress)
{
    if (progress != m_progress)
        return;
    m_progress.reset();
    m_tick.stop();
    hide();
}

void LogBusyBar::refresh()
{
    if (!m_progress)
        return;
    m_bar->setValue(m_progress->percent());
    show();
}

} // namespace coldframe

#include "moc_logbusybar.cpp"
