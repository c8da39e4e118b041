// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace coldframe {

/// The right end of the status bar: environments that are alive, what they run with, and how they
/// are isolated.
class EnvironmentStatus final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentStatus(QWidget *parent = nullptr);

    void setEnvironments(const std::vector<EnvironmentDescription> &environments);

    /// What the last run ran with; also known when its environment has ended.
    void setLastRun(const EnvironmentDescription &environment);

Q_SIGNALS:
    void recycleRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setIcons();

    QLabel *m_alive;
    QToolButton *m_recycle;
    QLabel *m_interpreter;
    QLabel *m_isolation;
};

} // namespace coldframe
