// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/stackframe.h"

#include <QListWidget>

namespace coldframe {

/// The entries of a stack trace; those in the function's own files open them, by a click or Enter.
class StackTraceView : public QListWidget
{
    Q_OBJECT

public:
    explicit StackTraceView(QWidget *parent = nullptr);

    void setFrames(const std::vector<StackFrame> &frames);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fileRequested(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void applyColours();
    void openItem(const QListWidgetItem *item);

    std::vector<StackFrame> m_frames;
};

} // namespace coldframe
