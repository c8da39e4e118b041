// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/noticeslot.h"

#include <QVBoxLayout>

namespace coldframe {

NoticeSlot::NoticeSlot(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void NoticeSlot::tell(NoticeBar::Tone tone, const QString &sentence, const QString &answer,
                      const std::function<void()> &onAnswer)
{
    drop();
    m_notice = new NoticeBar(tone, sentence);
    m_notice->setObjectName(QStringLiteral("eventNotice"));
    m_notice->setClosable();
    if (!answer.isEmpty())
        m_notice->addAnswer(QStringLiteral("eventNoticeAnswer"), answer);
    connect(m_notice, &NoticeBar::closed, this, &NoticeSlot::drop);
    connect(m_notice, &NoticeBar::answered, this, [this, onAnswer] {
        drop();
        onAnswer();
    });
    layout()->addWidget(m_notice);
    show();
}

void NoticeSlot::drop()
{
    hide();
    if (!m_notice)
        return;
    // Not now: it may be its own button that is being pressed.
    m_notice->setObjectName({});
    for (QWidget *part : m_notice->findChildren<QWidget *>())
        part->setObjectName({});
    m_notice->deleteLater();
    m_notice = nullptr;
}

} // namespace coldframe

#include "moc_noticeslot.cpp"
