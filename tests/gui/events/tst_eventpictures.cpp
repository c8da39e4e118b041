// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/base/theme.h"
#include "gui/events/deliverybar.h"
#include "gui/events/eventchooser.h"
#include "gui/events/eventpanel.h"
#include "gui/events/pastedialog.h"
#include "gui/events/problemlist.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

/// Saves pictures of the panel's states for a person to look at; only where COLDFRAME_SCREENSHOTS
/// names a folder.
class tst_EventPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_data();
    void picture();

private:
    static void save(QWidget &widget, const QString &ending);
    void chooser(EventPanel &panel);
    void paste(EventPanel &panel);
};

void tst_EventPictures::picture_data()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::addColumn<QSize>("size");

    for (const auto scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const char *name = scheme == ColourScheme::Light ? "light" : "dark";
        for (const QSize &size : {QSize(900, 700), QSize(420, 760), QSize(280, 700)})
            QTest::addRow("%s %d", name, size.width()) << scheme << size;
    }
}

void tst_EventPictures::picture()
{
    QFETCH(ColourScheme, scheme);
    QFETCH(QSize, size);
    if (qEnvironmentVariable("COLDFRAME_SCREENSHOTS").isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    applyScheme(*qApp, scheme, QApplication::palette());
    EventPanel panel;
    panel.setCatalogue(&shippedCatalogue());
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *editor = panel.findChild<CodeEditor *>(u"eventEditor"_qs);

    panel.chooseTemplate(u"sqs"_qs);
    save(panel, u"-clean"_qs);

    OrderedJson event = parseJson(panel.event()).value();
    event["Records"][0]["md5OfBody"] = "0";
    event["Records"][0]["awsregion"] = event["Records"][0]["awsRegion"];
    event["Records"][0].erase("awsRegion");
    event["Records"][0]["attributes"]["SentTimestamp"] = 1'545'082'649'183;
    event["Records"][0]["messageAttributes"] = nullptr;
    editor->setText(QString::fromUtf8(writeJson(event, JsonLayout::Indented)));
    auto *problems = panel.findChild<ProblemList *>(u"problemList"_qs);
    QTRY_VERIFY(problems->isVisible());
    save(panel, u"-problems"_qs);
    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(1, 0));
    save(panel, u"-problem-chosen"_qs);
    const QString text = editor->text();
    editor->setText(QString(text).replace(u"\"md5OfBody\":"_qs, u"\"md5OfBody\""_qs));
    QTRY_VERIFY(!panel.isValid() && !problems->isEnabled());
    save(panel, u"-broken"_qs);
    editor->setText(text);
    QTRY_VERIFY(panel.isValid());

    panel.chooseTemplate(u"apigw-rest"_qs);
    editor->setFocus();
    editor->setText(u"{\n  \"resource\": \"/orders\",\n  \"\n}"_qs);
    editor->setCursorPosition({3, 4});
    editor->findChild<QAction *>(u"completeJson"_qs)->trigger();
    auto *popup = editor->findChild<QWidget *>(u"completionPopup"_qs);
    QTRY_VERIFY(popup->isVisible());
    QPixmap both = panel.grab();
    QPainter(&both).drawPixmap(panel.mapFromGlobal(popup->pos()), popup->grab());
    QVERIFY(both.save(QStringLiteral("%1/%2-completion.png")
                          .arg(qEnvironmentVariable("COLDFRAME_SCREENSHOTS"),
                               QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))));
    popup->hide();

    panel.chooseTemplate(u"s3"_qs);
    panel.deliver({Carrier::Sns, false});
    panel.deliver({Carrier::Sqs, false});
    save(panel, u"-delivered"_qs);
    auto *menu = panel.findChild<QMenu *>(u"deliveryMenu"_qs);
    panel.findChild<QWidget *>(u"deliveryBar"_qs)->findChild<QWidget *>();
    Q_EMIT menu->aboutToShow();
    save(*menu, u"-deliver-menu"_qs);

    QApplication::clipboard()->setText(u"curl https://api.example.com/orders"_qs);
    editor->selectAll();
    editor->paste();
    QTRY_VERIFY(panel.findChild<QWidget *>(u"eventNotice"_qs));
    save(panel, u"-pasted"_qs);

    if (size.width() == 900) {
        chooser(panel);
        paste(panel);
    }
}

void tst_EventPictures::chooser(EventPanel &panel)
{
    panel.setSavedEvents(
        {u"/home/ada/orders/events/big order.json"_qs, u"/home/ada/orders/events/refund.json"_qs});
    panel.showChooser();
    auto *chooser = panel.findChild<EventChooser *>();
    save(*chooser, u"-chooser"_qs);
    auto *field = chooser->findChild<QLineEdit *>(u"eventSearch"_qs);
    QTest::keyClicks(field, u"queue batch"_qs);
    save(*chooser, u"-chooser-search"_qs);
    QTest::keyClick(field, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Down, Qt::ControlModifier);
    save(*chooser, u"-chooser-service"_qs);
    field->setText(u"nothing like this"_qs);
    save(*chooser, u"-chooser-nothing"_qs);
    chooser->resize(760, 560);
    field->setText(u"s3"_qs);
    save(*chooser, u"-chooser-small"_qs);
    chooser->close();
}

void tst_EventPictures::paste(EventPanel &panel)
{
    QApplication::clipboard()->setText(
        u"curl -X POST 'https://api.example.com/orders?draft=1#top' \\\n"
        "  -H 'Content-Type: application/json' --compressed \\\n"
        "  -d '{\"orderId\": 7}'"_qs);
    panel.pasteAsEvent();
    auto *dialog = panel.findChild<PasteDialog *>();
    save(*dialog, u"-paste-curl"_qs);
    dialog->setText(u"START\n{ id: 7, user: [Object] }"_qs);
    save(*dialog, u"-paste-error"_qs);
    dialog->setText({});
    save(*dialog, u"-paste-empty"_qs);
    dialog->close();
}

void tst_EventPictures::save(QWidget &widget, const QString &ending)
{
    QCoreApplication::processEvents();
    QTest::qWait(30); // pictures only: layouts of lists come a little later
    const QString file = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-') + ending;
    QVERIFY(widget.grab().save(
        QStringLiteral("%1/%2.png").arg(qEnvironmentVariable("COLDFRAME_SCREENSHOTS"), file)));
}

COLDFRAME_TEST(tst_EventPictures);

#include "tst_eventpictures.moc"
