// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/eventinvokeconfig.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace coldframe {

class DestinationField;

/// Edits how asynchronous events of one function are dealt with.
class QueueSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// functions are those that records can be sent to.
    QueueSettingsDialog(const QString &functionName, const EventInvokeConfig &config,
                        const QStringList &functions, QWidget *parent = nullptr);

    /// What was edited; only sensible after the dialog was accepted.
    EventInvokeConfig config() const;

private:
    Result<EventInvokeConfig> edited() const;
    void check();

    QSpinBox *m_retries;
    QSpinBox *m_age;
    QLabel *m_ageText;
    DestinationField *m_onSuccess;
    DestinationField *m_onFailure;
    DestinationField *m_deadLetterQueue;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace coldframe
