// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/emptystate.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace coldframe;

class tst_Notices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStateOffersItsAction();
    void noticeIsAnsweredAndClosed();
    void aLongNoticeIsShownWhole();
    void coloursFollowThePalette();
};

void tst_Notices::emptyStateOffersItsAction()
{
    EmptyState empty(Symbol::Event, u"No event"_qs, u"Choose one."_qs);
    auto *button = empty.findChild<QPushButton *>(u"emptyStateAction"_qs);
    QVERIFY(button->isHidden());
    const QSignalSpy requests(&empty, &EmptyState::actionRequested);

    empty.setActionText(u"Choose…"_qs);
    QTest::mouseClick(button, Qt::LeftButton);

    QVERIFY(!button->isHidden());
    QCOMPARE(requests.count(), 1);
    empty.setActionText({});
    QVERIFY(button->isHidden());
}

void tst_Notices::noticeIsAnsweredAndClosed()
{
    NoticeBar notice(NoticeBar::Tone::Warning, u"Changed."_qs);
    notice.setClosable();
    notice.addAnswer(u"reload"_qs, u"Reload"_qs);
    notice.addAnswer(u"keep"_qs, u"Keep"_qs);
    const QSignalSpy answers(&notice, &NoticeBar::answered);
    const QSignalSpy closings(&notice, &NoticeBar::closed);

    QTest::mouseClick(notice.findChild<QPushButton *>(u"keep"_qs), Qt::LeftButton);
    QTest::mouseClick(notice.findChild<QToolButton *>(u"closeNotice"_qs), Qt::LeftButton);

    QCOMPARE(answers.count(), 1);
    QCOMPARE(answers.constFirst().constFirst().toString(), u"keep"_qs);
    QCOMPARE(closings.count(), 1);
    QCOMPARE(notice.accessibleName(), u"Changed."_qs);
}

void tst_Notices::aLongNoticeIsShownWhole()
{
    const NoticeBar notice(NoticeBar::Tone::Error, u"Words that need many lines. "_qs.repeated(9));

    QVERIFY(notice.heightForWidth(200) > 2 * notice.heightForWidth(2000));
}

void tst_Notices::coloursFollowThePalette()
{
    NoticeBar notice(NoticeBar::Tone::Error, u"Broken."_qs);
    notice.resize(400, 40);
    EmptyState empty(Symbol::Event, u"No event"_qs, u"Choose one."_qs);
    auto *sentence = empty.findChild<QLabel *>(u"emptyStateSentence"_qs);

    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        notice.setPalette(palette);
        empty.setPalette(palette);
        const ThemeColours colours = ThemeColours::of(palette);
        const QImage picture = notice.grab().toImage();
        QCOMPARE(QColor(picture.pixel(390, 20)), colours.errorBackground);
        QCOMPARE(sentence->palette().color(QPalette::WindowText), colours.muted);
    }
}

COLDFRAME_TEST(tst_Notices);

#include "tst_notices.moc"
