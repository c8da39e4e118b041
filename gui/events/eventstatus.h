// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace coldframe {

/// The line below the JSON: whether it is valid, where it is not, and how large it is.
class EventStatus : public QWidget
{
    Q_OBJECT

public:
    explicit EventStatus(QWidget *parent = nullptr);

    void setState(qsizetype bytes, const std::optional<Error> &problem);

Q_SIGNALS:
    /// The user wants to see where the problem is.
    void problemActivated();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    qsizetype m_bytes = 0;
    std::optional<Error> m_problem;
    QLabel *m_picture;
    QLabel *m_sentence;
    QToolButton *m_show;
    QLabel *m_size;
};

} // namespace coldframe
