// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/templatevalues.h"
#include "core/project/yamltree.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

namespace {

/// A tree as a text with everything in it, so that a row can say what it expects.
QString outline(const YamlNode &node)
{
    QString text = node.tag.isEmpty() ? QString() : node.tag + u' ';
    QStringList parts;
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return text + u'~';
    case YamlNode::Kind::Scalar:
        return text + (node.isQuoted ? u'"' + node.text + u'"' : node.text);
    case YamlNode::Kind::Sequence:
        for (const YamlNode &item : node.items)
            parts.append(outline(item));
        return text + u'[' + parts.join(u", "_qs) + u']';
    case YamlNode::Kind::Mapping:
        for (const YamlMember &member : node.members)
            parts.append(member.key + u": "_qs + outline(member.value));
        return text + u'{' + parts.join(u", "_qs) + u'}';
    }
    return text;
}

} // namespace

class tst_YamlTree : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTemplatesAreMadeOf_data();
    void readsWhatTemplatesAreMadeOf();
    void pointsAtTheError_data();
    void pointsAtTheError();
    void tellsDuplicateKeys();
    void refusesAliasesThatGrowBeyondMeasure();
    void resolvesWhatATemplateKnows_data();
    void resolvesWhatATemplateKnows();
};

COLDFRAME_TEST(tst_YamlTree);

void tst_YamlTree::readsWhatTemplatesAreMadeOf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("tree");

    QTest::newRow("nothing") << QByteArray() << u"~"_qs;
    QTest::newRow("only a comment") << QByteArray("# a comment\n") << u"~"_qs;
    QTest::newRow("a quoted text is told from a plain one")
        << QByteArray("a: yes\nb: \"yes\"\nc: 'yes'\nd: !!str yes")
        << u"{a: yes, b: \"yes\", c: \"yes\", d: \"yes\"}"_qs;
    QTest::newRow("tags of every kind of value")
        << QByteArray("a: !Ref B\nc: !Join ['', [a, !Ref D]]\ne: !Sub {x: 1}")
        << u"{a: !Ref B, c: !Join [\"\", [a, !Ref D]], e: !Sub {x: 1}}"_qs;
    QTest::newRow("empty values") << QByteArray("a:\nb: ~\nc: ''") << u"{a: ~, b: ~, c: \"\"}"_qs;
    QTest::newRow("an alias is what it stands for")
        << QByteArray("a: &x {b: 1}\nc: *x") << u"{a: {b: 1}, c: {b: 1}}"_qs;
    QTest::newRow("merged keys come after own ones and do not win")
        << QByteArray("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3")
        << u"{a: {b: 1, c: 2}, d: {c: 3, b: 1}}"_qs;
    QTest::newRow("of several merged mappings the first wins")
        << QByteArray("a: {<<: [{b: 1}, {b: 2, c: 3}]}") << u"{a: {b: 1, c: 3}}"_qs;
    QTest::newRow("a quoted merge key is a key") << QByteArray("\"<<\": 1") << u"{<<: 1}"_qs;
    QTest::newRow("a block of text is one, whatever is in it")
        << QByteArray("a: |\n  one\n  two\n") << u"{a: \"one\ntwo\n\"}"_qs;
    QTest::newRow("line ends of Windows") << QByteArray("a: 1\r\nb: 2\r\n") << u"{a: 1, b: 2}"_qs;
    QTest::newRow("only the first document counts")
        << QByteArray("a: 1\n---\nb: 2\n") << u"{a: 1}"_qs;
    QTest::newRow("letters outside of ASCII") << QByteArray("a: Gr\xc3\xbc\xc3\x9f\x65")
                                              << QString::fromUtf8("{a: Gr\xc3\xbc\xc3\x9f\x65}");
}

void tst_YamlTree::readsWhatTemplatesAreMadeOf()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, tree);

    const Result<YamlDocument> document = parseYaml(text);

    QVERIFY(document);
    QCOMPARE(outline(document->root), tree);
    QVERIFY(document->duplicates.empty());
}

void tst_YamlTree::pointsAtTheError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");

    QTest::newRow("a bracket that is never closed") << QByteArray("a: 1\nb: [1, 2\n") << 3;
    QTest::newRow("a tab as indentation") << QByteArray("a:\n\tb: 1\n") << 2;
    QTest::newRow("a second colon") << QByteArray("a: b: c\n") << 1;
    QTest::newRow("an alias without its anchor") << QByteArray("a: 1\nb: *nowhere\n") << 2;
    QTest::newRow("an alias inside of its own anchor") << QByteArray("a: 1\nb: &x [*x]\n") << 2;
    QTest::newRow("a list as a key") << QByteArray("a: 1\n? [b]\n: c\n") << 2;
    QTest::newRow("a template of another tool") << QByteArray("a: 1\nb: {{ .Values.b }}\n") << 2;
}

void tst_YamlTree::pointsAtTheError()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);

    const Result<YamlDocument> document = parseYaml(text);

    QVERIFY(!document);
    QCOMPARE(document.error().code, Error::Code::InvalidYaml);
    QVERIFY(!document.error().detail.isEmpty());
    QCOMPARE(document.error().position.value().line, line);
}

void tst_YamlTree::tellsDuplicateKeys()
{
    const Result<YamlDocument> document = parseYaml("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n");

    QVERIFY(document);
    QCOMPARE(outline(document->root), u"{a: 4, b: {c: 3, d: 2}}"_qs);
    QCOMPARE(document->duplicates.size(), std::size_t(2));
    QCOMPARE(document->duplicates[0].key, u"c"_qs);
    QCOMPARE(document->duplicates[0].line, 5);
    QCOMPARE(document->duplicates[1].key, u"a"_qs);
    QCOMPARE(document->duplicates[1].line, 6);
}

void tst_YamlTree::refusesAliasesThatGrowBeyondMeasure()
{
    QByteArray text("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 20; ++level) {
        const QByteArray before = "*a" + QByteArray::number(level - 1);
        const QByteArray name = "a" + QByteArray::number(level);
        text += name + ": &" + name + " [" + QByteArrayList(10, before).join(", ") + "]\n";
    }

    const Result<YamlDocument> document = parseYaml(text);

    QVERIFY(!document);
    QCOMPARE(document.error().code, Error::Code::InvalidYaml);
}

void tst_YamlTree::resolvesWhatATemplateKnows_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<TemplateValue::State>("state");
    QTest::addColumn<QString>("text");
    using State = TemplateValue::State;

    QTest::newRow("a text") << QByteArray("plain") << State::Known << u"plain"_qs;
    QTest::newRow("nothing") << QByteArray("~") << State::Known << QString();
    QTest::newRow("a parameter with a default")
        << QByteArray("!Ref Stage") << State::Known << u"dev"_qs;
    QTest::newRow("the long form") << QByteArray("Ref: Stage") << State::Known << u"dev"_qs;
    QTest::newRow("a parameter without a default")
        << QByteArray("!Ref Bare") << State::Unresolved << u"!Ref Bare"_qs;
    QTest::newRow("a default that names a value kept elsewhere")
        << QByteArray("!Ref Secret") << State::Unresolved << u"!Ref Secret"_qs;
    QTest::newRow("a resource") << QByteArray("!Ref Table") << State::Unresolved
                                << u"!Ref Table"_qs;
    QTest::newRow("the region") << QByteArray("!Ref AWS::Region") << State::Known
                                << u"eu-west-1"_qs;
    QTest::newRow("the account") << QByteArray("!Ref 'AWS::AccountId'") << State::Known
                                 << u"111122223333"_qs;
    QTest::newRow("the partition")
        << QByteArray("!Ref AWS::Partition") << State::Known << u"aws"_qs;
    QTest::newRow("no value at all")
        << QByteArray("!Ref AWS::NoValue") << State::Absent << QString();
    QTest::newRow("the stack is not known before it exists")
        << QByteArray("!Ref AWS::StackName") << State::Unresolved << u"!Ref AWS::StackName"_qs;
    QTest::newRow("a substitution")
        << QByteArray("!Sub 'x-${Stage}-${AWS::Region}'") << State::Known << u"x-dev-eu-west-1"_qs;
    QTest::newRow("a substitution with a literal")
        << QByteArray("!Sub 'a ${!Stage} b'") << State::Known << u"a ${Stage} b"_qs;
    QTest::newRow("a substitution with its own variables")
        << QByteArray("!Sub ['${A}/${Stage}', {A: !Ref Stage}]") << State::Known << u"dev/dev"_qs;
    QTest::newRow("a substitution that is never closed")
        << QByteArray("!Sub 'a ${Stage'") << State::Known << u"a ${Stage"_qs;
    QTest::newRow("a substitution of an attribute")
        << QByteArray("!Sub 'arn ${Table.Arn}'") << State::Unresolved
        << u"!Sub arn ${Table.Arn}"_qs;
    QTest::newRow("the long form of a substitution")
        << QByteArray("Fn::Sub: 'x-${Stage}'") << State::Known << u"x-dev"_qs;
    QTest::newRow("an attribute") << QByteArray("!GetAtt Table.Arn") << State::Unresolved
                                  << u"!GetAtt Table.Arn"_qs;
    QTest::newRow("a long form is kept as a short one")
        << QByteArray("Fn::GetAtt: [Table, Arn]") << State::Unresolved
        << u"!GetAtt [Table, Arn]"_qs;
    QTest::newRow("calls in calls")
        << QByteArray("!Join ['-', [a, !Ref Table, 'b,c']]") << State::Unresolved
        << u"!Join ['-', [a, !Ref Table, 'b,c']]"_qs;
    QTest::newRow("a list") << QByteArray("[a, b]") << State::NotAScalar << u"[a, b]"_qs;
    QTest::newRow("a mapping") << QByteArray("{a: b}") << State::NotAScalar << u"{a: b}"_qs;
}

void tst_YamlTree::resolvesWhatATemplateKnows()
{
    QFETCH(QByteArray, value);
    QFETCH(TemplateValue::State, state);
    QFETCH(QString, text);
    const Result<YamlDocument> root
        = parseYaml("Parameters:\n  Stage: {Type: String, Default: dev}\n  Bare: {Type: String}\n"
                    "  Secret: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b}\n");
    const Result<YamlDocument> document = parseYaml(value);
    QVERIFY(root && document);
    const TemplateValues values(root->root, u"eu-west-1"_qs, u"111122223333"_qs);

    const TemplateValue resolved = values.valueOf(document->root);

    QCOMPARE(resolved.text, text);
    QCOMPARE(resolved.state, state);
}

#include "tst_yamltree.moc"
