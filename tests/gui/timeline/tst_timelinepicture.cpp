// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepicture.h"

#include "core/billing/pricebook.h"
#include "core/timeline/flamelayout.h"
#include "core/timeline/stackedruns.h"
#include "core/timeline/traceexport.h"
#include "gui/base/findbar.h"
#include "gui/timeline/importtable.h"
#include "gui/timeline/timelinepanel.h"
#include "gui/timeline/timelinewidget.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/gui/timeline/samplerecords.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;

/// Pictures for a document; and, where COLDFRAME_SCREENSHOTS names a folder, pictures of the panel
/// with a real run for a person to look at.
class tst_TimelinePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryLane();
    void isLightWhateverTheWindow();
    void theVectorPictureLooksTheSame();
    void canBePaintedInAnyThread();
    void panel_data();
    void panel();

private:
    static void save(QWidget &widget, const char *ending);
};

COLDFRAME_TEST(tst_TimelinePicture);

namespace {

TimelinePicture picture()
{
    TimelinePicture result;
    result.timeline = timelineOf(recordWithSpans());
    result.title = QStringLiteral("orders");
    result.note = QStringLiteral("Measured on this computer.");
    result.font = QApplication::font();
    return result;
}

/// A cold run with imports that take their time, and warm ones behind it.
std::vector<InvocationRecord> realRuns()
{
    const QTemporaryDir folder;
    QFile code(folder.filePath(QStringLiteral("app.py")));
    if (!code.open(QIODevice::WriteOnly))
        return {};
    code.write("import json, logging, asyncio, urllib.request, decimal, email.mime.text\n"
               "import sqlite3, socket, threading, unittest.mock, xml.dom.minidom\n"
               "server = socket.create_server(('127.0.0.1', 0))\n"
               "def ask(seconds):\n"
               "    with socket.create_connection(server.getsockname()) as connection:\n"
               "        threading.Event().wait(seconds)\n"
               "def handler(event, context):\n"
               "    for seconds in (0.05, 0.02):\n"
               "        ask(seconds)\n"
               "    return sum(decimal.Decimal(i) ** 2 for i in range(4000)) > 0\n");
    code.close();
    InvokerTest test;
    std::vector<InvocationRecord> records;
    for (int i = 0; i < 4; ++i) {
        const auto record = test.run(requestForFolder(plainPython, folder.path()));
        if (record)
            records.push_back(*record);
    }
    return records;
}

} // namespace

void tst_TimelinePicture::showsEveryLane()
{
    TimelinePicture small = picture();
    TimelinePicture large = small;
    stackRuns(large.timeline, sampleStack(30));

    QCOMPARE(large.size().width(), small.size().width());
    QVERIFY(large.size().height() > small.size().height() + 30 * 15);
    QCOMPARE(QImage::fromData(large.toPng()).size(), large.size() * 2);
}

void tst_TimelinePicture::isLightWhateverTheWindow()
{
    const QPalette before = QApplication::palette();
    QApplication::setPalette(darkPalette());
    const QImage image = QImage::fromData(picture().toPng());
    QApplication::setPalette(before);

    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(image.pixelColor(image.width() - 3, image.height() - 3), QColor(Qt::white));
}

void tst_TimelinePicture::theVectorPictureLooksTheSame()
{
    const TimelinePicture each = picture();
    QSvgRenderer renderer(each.toSvg());
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(QPoint(), each.size()));

    QImage vector(each.size() * 2, QImage::Format_RGB32);
    vector.fill(Qt::white);
    QPainter painter(&vector);
    renderer.render(&painter);
    painter.end();

    // Letters differ by a pixel; areas do not.
    const QSize small(140, 40);
    const QImage left = vector.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage right = QImage::fromData(each.toPng())
                             .scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QColor one = left.pixelColor(x, y);
            const QColor other = right.pixelColor(x, y);
            different += qAbs(one.red() - other.red()) > 60 || qAbs(one.blue() - other.blue()) > 60;
        }
    }
    QVERIFY2(different < small.width() * small.height() / 20,
             qPrintable(QString::number(different)));
}

void tst_TimelinePicture::canBePaintedInAnyThread()
{
    const TimelinePicture each = picture();
    QByteArray there;
    std::unique_ptr<QThread> thread(QThread::create([&] { there = each.toSvg(); }));
    thread->start();
    QVERIFY(thread->wait());

    QCOMPARE(there, each.toSvg());
}

void tst_TimelinePicture::panel_data()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::addColumn<QSize>("size");

    for (const auto scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const char *name = scheme == ColourScheme::Light ? "light" : "dark";
        for (const QSize &size : {QSize(1200, 400), QSize(800, 320)})
            QTest::addRow("%s %d", name, size.width()) << scheme << size;
    }
}

void tst_TimelinePicture::save(QWidget &widget, const char *ending)
{
    QCoreApplication::processEvents();
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    QVERIFY(widget.grab().save(
        QStringLiteral("%1/%2-%3.png")
            .arg(qEnvironmentVariable("COLDFRAME_SCREENSHOTS"), name, QLatin1String(ending))));
}

void tst_TimelinePicture::panel()
{
    QFETCH(ColourScheme, scheme);
    QFETCH(QSize, size);
    if (qEnvironmentVariable("COLDFRAME_SCREENSHOTS").isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    static std::vector<InvocationRecord> records = realRuns();
    QVERIFY(records.size() > 1);
    InvocationRecord &cold = records.front();
    cold.function.name = QStringLiteral("orders");
    if (cold.spans.empty()) {
        const auto begin = cold.phases.back().begin;
        cold.spans = recordWithSpans().spans;
        for (HandlerSpan &span : cold.spans) {
            span.begin = begin + (span.begin - 48ms) / 8;
            span.duration /= 8;
        }
    }
    std::vector<const InvocationRecord *> session;
    for (const InvocationRecord &each : records)
        session.push_back(&each);
    applyScheme(*qApp, scheme, QApplication::palette());
    const PriceBook book
        = PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")).value();

    TimelinePanel panel;
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    save(panel, "empty");
    panel.setRecord(cold);
    panel.setPrices(book.prices(QStringLiteral("us-east-1"), Architecture::X86_64).value());
    panel.setStackedRuns(stackedRuns(cold, session));
    save(panel, "waterfall");
    auto *widget = panel.findChild<TimelineWidget *>();
    widget->setFocus();
    widget->selectPart({LaneKind::Imports, 1});
    QTest::keyClick(widget, Qt::Key_L);
    save(panel, "waterfall-lazy");
    panel.setView(TimelineView::Flame);
    save(panel, "flame");
    panel.findChild<QToolButton *>(QStringLiteral("timelineLeftHeavy"))->setChecked(true);
    QTest::keyClick(widget, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(panel.findChild<FindBar *>()->findChild<QLineEdit *>(),
                     QStringLiteral("email"));
    save(panel, "flame-heavy-search");
    panel.setView(TimelineView::Table);
    save(panel, "table-search");
    QTest::keyClick(panel.findChild<FindBar *>()->findChild<QLineEdit *>(), Qt::Key_Escape);
    save(panel, "table-lazy");
    const InvocationRecord foreign = recordWithExtensions();
    panel.showTrace(QStringLiteral("theirs.json"), traceOf({&foreign, 1}));
    panel.showFailure(QStringLiteral("The file was not saved."),
                      QStringLiteral("/read-only/x.svg: Permission denied"));
    save(panel, "trace-failure");

    TimelinePicture whole;
    whole.timeline = timelineOf(cold);
    stackRuns(whole.timeline, stackedRuns(cold, session));
    whole.title = QStringLiteral("orders, cold start");
    whole.note = QStringLiteral("Measured on this computer.");
    whole.font = panel.font();
    QFile file(qEnvironmentVariable("COLDFRAME_SCREENSHOTS") + QStringLiteral("/whole.svg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(whole.toSvg());
    QFile png(qEnvironmentVariable("COLDFRAME_SCREENSHOTS") + QStringLiteral("/whole.png"));
    QVERIFY(png.open(QIODevice::WriteOnly));
    png.write(whole.toPng());
}

#include "tst_timelinepicture.moc"
