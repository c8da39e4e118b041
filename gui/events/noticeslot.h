// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/noticebar.h"

#include <functional>

namespace coldframe {

/// The place for one notice at a time; a new one replaces the last.
class NoticeSlot : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeSlot(QWidget *parent = nullptr);

    /// With an answer, a button that drops the notice and calls onAnswer.
    void tell(NoticeBar::Tone tone, const QString &sentence, const QString &answer = {},
              const std::function<void()> &onAnswer = {});
    void drop();

private:
    NoticeBar *m_notice = nullptr;
};

} // namespace coldframe
