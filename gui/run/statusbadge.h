// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QWidget>

namespace coldframe {

/// How an invocation ended, as a coloured area with a picture and words.
class StatusBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);

    void setStatus(InvocationStatus status);
    InvocationStatus status() const { return m_status; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    InvocationStatus m_status = InvocationStatus::Succeeded;
};

} // namespace coldframe
