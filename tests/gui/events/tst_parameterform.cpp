// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventdocument.h"
#include "gui/events/parameterfield.h"
#include "gui/events/parameterform.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

class tst_ParameterForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachTypeHasItsWidget();
    void typingChangesTheEventAtOnce();
    void eachWidgetEditsItsParameter();
    void anInvalidValueIsToldUnderTheField();
    void anInvalidFieldSurvivesAnotherEdit();
    void theTextTypedStaysWhenItMeansTheSame();
    void anEditedEventMovesTheFields();
    void resetBringsBackTheDefault();
    void brokenJsonLocksTheFields();
    void advancedFieldsAreFoldedAway();
    void aDocumentWithoutATemplateHasNoFields();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_form->findChild<Widget *>(QLatin1String(name));
    }
    OrderedJson event() const { return parseJson(m_document->text()).value(); }

    std::unique_ptr<EventDocument> m_document;
    std::unique_ptr<ParameterForm> m_form;
};

void tst_ParameterForm::init()
{
    m_document = std::make_unique<EventDocument>();
    m_form = std::make_unique<ParameterForm>(*m_document);
    QVERIFY(m_document->load(queueTemplate()).has_value());
}

void tst_ParameterForm::cleanup()
{
    m_form.reset();
    m_document.reset();
}

void tst_ParameterForm::eachTypeHasItsWidget()
{
    QCOMPARE(child<QPlainTextEdit>("value_body")->toPlainText(), u"{\n  \"orderId\": 1\n}"_qs);
    QCOMPARE(child<QSpinBox>("value_count")->value(), 2);
    QCOMPARE(child<QSpinBox>("value_count")->maximum(), 10);
    QCOMPARE(child<QLineEdit>("value_queue")->text(), u"orders"_qs);
    QCOMPARE(child<QLineEdit>("value_queue")->toolTip(), u"Its name."_qs);
    QVERIFY(!child<QCheckBox>("value_fifo")->isChecked());
    QCOMPARE(child<QComboBox>("value_mode")->currentText(), u"slow"_qs);
    QCOMPARE(child<QPlainTextEdit>("value_headers")->toPlainText(), u"a: 1"_qs);
    QCOMPARE(child<QLabel>("templateSummary")->text(), u"Fires when a batch was polled."_qs);
}

void tst_ParameterForm::typingChangesTheEventAtOnce()
{
    auto *field = child<QLineEdit>("value_queue");
    field->selectAll();

    QTest::keyClicks(field, u"bills"_qs);

    QCOMPARE(event()["queue"].get<std::string>(), std::string("bills"));
}

void tst_ParameterForm::eachWidgetEditsItsParameter()
{
    child<QSpinBox>("value_count")->setValue(5);
    child<QCheckBox>("value_fifo")->click();
    QTest::keyClick(child<QComboBox>("value_mode"), Qt::Key_Down);
    child<QPlainTextEdit>("value_headers")->setPlainText(u"b=2\nc: 3"_qs);
    child<QPlainTextEdit>("value_body")->setPlainText(u"plain text"_qs);

    QCOMPARE(event()["count"].get<int>(), 5);
    QCOMPARE(event()["fifo"].get<bool>(), true);
    QCOMPARE(event()["mode"].get<std::string>(), std::string("fast"));
    QVERIFY((event()["headers"] == OrderedJson{{"b", "2"}, {"c", "3"}}));
    QCOMPARE(event()["body"].get<std::string>(), std::string("plain text"));
}

void tst_ParameterForm::anInvalidValueIsToldUnderTheField()
{
    auto *field = child<QLineEdit>("value_queue");
    auto *problem = child<QLabel>("problem_queue");
    QVERIFY(!problem->isVisibleTo(m_form.get()));

    QTest::keyClicks(field, u"9"_qs);

    QVERIFY(problem->isVisibleTo(m_form.get()));
    QVERIFY2(problem->text().contains(u"up to 8 letters"_qs), qPrintable(problem->text()));
    QCOMPARE(event()["queue"].get<std::string>(), std::string("orders"));
    QTest::keyClick(field, Qt::Key_Backspace);
    QVERIFY(!problem->isVisibleTo(m_form.get()));
}

void tst_ParameterForm::anInvalidFieldSurvivesAnotherEdit()
{
    auto *queue = child<QLineEdit>("value_queue");
    QTest::keyClicks(queue, u"9"_qs);

    child<QSpinBox>("value_count")->setValue(5);

    QCOMPARE(queue->text(), u"orders9"_qs);
    QVERIFY(child<QLabel>("problem_queue")->isVisibleTo(m_form.get()));
    QCOMPARE(event()["count"].get<int>(), 5);
}

void tst_ParameterForm::theTextTypedStaysWhenItMeansTheSame()
{
    auto *headers = child<QPlainTextEdit>("value_headers");

    headers->setPlainText(u"b=2"_qs);

    QVERIFY((event()["headers"] == OrderedJson{{"b", "2"}}));
    QCOMPARE(headers->toPlainText(), u"b=2"_qs);
}

void tst_ParameterForm::anEditedEventMovesTheFields()
{
    OrderedJson edited = event();
    edited["queue"] = "bills";
    edited["count"] = 9;
    edited["fifo"] = true;

    m_document->editText(writeJson(edited, JsonLayout::Compact));

    QCOMPARE(child<QLineEdit>("value_queue")->text(), u"bills"_qs);
    QCOMPARE(child<QSpinBox>("value_count")->value(), 9);
    QVERIFY(child<QCheckBox>("value_fifo")->isChecked());
    QVERIFY(event() == edited);
}

void tst_ParameterForm::resetBringsBackTheDefault()
{
    auto *reset = child<QToolButton>("reset_queue");
    QVERIFY(!reset->isVisibleTo(m_form.get()));
    QTest::keyClicks(child<QLineEdit>("value_queue"), u"x"_qs);
    QVERIFY(reset->isVisibleTo(m_form.get()));

    reset->click();

    QCOMPARE(child<QLineEdit>("value_queue")->text(), u"orders"_qs);
    QCOMPARE(event()["queue"].get<std::string>(), std::string("orders"));
    QVERIFY(!reset->isVisibleTo(m_form.get()));
}

void tst_ParameterForm::brokenJsonLocksTheFields()
{
    m_document->editText("{");
    QVERIFY(!child<QLineEdit>("value_queue")->isEnabled());

    m_document->editText(R"({"queue":"bills"})");

    QVERIFY(child<QLineEdit>("value_queue")->isEnabled());
    QCOMPARE(child<QLineEdit>("value_queue")->text(), u"bills"_qs);
}

void tst_ParameterForm::advancedFieldsAreFoldedAway()
{
    auto *sender = child<QLineEdit>("value_sender");
    QVERIFY(!sender->isVisibleTo(m_form.get()));

    child<QToolButton>("moreParameters")->click();

    QVERIFY(sender->isVisibleTo(m_form.get()));
}

void tst_ParameterForm::aDocumentWithoutATemplateHasNoFields()
{
    m_document->load("[1]", u"own"_qs);

    QVERIFY(m_form->findChildren<ParameterField *>().isEmpty());
}

COLDFRAME_TEST(tst_ParameterForm);

#include "tst_parameterform.moc"
