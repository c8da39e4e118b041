// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/interpreter.h"

#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_Interpreter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiers_data();
    void identifiers();
    void unknownIdentifiers_data();
    void unknownIdentifiers();
    void identifierOfAnInterpreter();
    void orderOfCandidates_data();
    void orderOfCandidates();
    void onlyExecutableFilesAreCandidates();
    void oneProgramUnderTwoNamesIsAskedOnce();
    void whatAProgramAnswers_data();
    void whatAProgramAnswers();
    void aProgramThatIsNotThere();
    void theInterpreterOfThisComputer_data();
    void theInterpreterOfThisComputer();
};

namespace {

void writeProgram(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

} // namespace

Q_DECLARE_METATYPE(coldframe::RuntimeIdentifier)

void tst_Interpreter::identifiers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<RuntimeIdentifier>("identifier");

    using Family = RuntimeFamily;
    QTest::newRow("Python 3.12") << QStringLiteral("python3.12")
                                 << RuntimeIdentifier{Family::Python, 3, 12};
    QTest::newRow("Python 3.9") << QStringLiteral("python3.9")
                                << RuntimeIdentifier{Family::Python, 3, 9};
    QTest::newRow("any Python 3") << QStringLiteral("python3")
                                  << RuntimeIdentifier{Family::Python, 0, 0};
    QTest::newRow("any Python") << QStringLiteral("python")
                                << RuntimeIdentifier{Family::Python, 0, 0};
    QTest::newRow("Node.js 20") << QStringLiteral("nodejs20.x")
                                << RuntimeIdentifier{Family::NodeJs, 20, 0};
    QTest::newRow("Node.js 20 without .x")
        << QStringLiteral("nodejs20") << RuntimeIdentifier{Family::NodeJs, 20, 0};
    QTest::newRow("Ruby 3.4") << QStringLiteral("ruby3.4") << RuntimeIdentifier{Family::Ruby, 3, 4};
    QTest::newRow("Ruby 4.0") << QStringLiteral("ruby4.0") << RuntimeIdentifier{Family::Ruby, 4, 0};
    QTest::newRow("any Ruby") << QStringLiteral("ruby") << RuntimeIdentifier{Family::Ruby, 0, 0};
    QTest::newRow("Java 8") << QStringLiteral("java8.al2") << RuntimeIdentifier{Family::Java, 8, 0};
    QTest::newRow("Java 25") << QStringLiteral("java25") << RuntimeIdentifier{Family::Java, 25, 0};
    QTest::newRow("Java 17 of the newer system")
        << QStringLiteral("java17.al2023") << RuntimeIdentifier{Family::Java, 17, 0};
    QTest::newRow("any Java") << QStringLiteral("java") << RuntimeIdentifier{Family::Java, 0, 0};
    for (const char *name : {"provided", "provided.al2", "provided.al2023"})
        QTest::newRow(name) << QString::fromLatin1(name)
                            << RuntimeIdentifier{Family::Provided, 0, 0};
    QTest::newRow("any Node.js") << QStringLiteral("nodejs")
                                 << RuntimeIdentifier{Family::NodeJs, 0, 0};
}

void tst_Interpreter::identifiers()
{
    QFETCH(const QString, text);
    QFETCH(const RuntimeIdentifier, identifier);

    const auto parsed = parseRuntimeIdentifier(text);

    QVERIFY(parsed.has_value());
    QVERIFY(*parsed == identifier);
}

void tst_Interpreter::unknownIdentifiers_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text :
         {"", "ruby3", "java21.al3", "java.al2", "provided.al", "dotnet8", "python2.7", "python3.",
          "python3.x", "python 3.12", "Python3.12", "python3.12\n", "nodejs.x", "nodejs20.y",
          "nodejs4.3-edge", "node20", "xpython3.12"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void tst_Interpreter::unknownIdentifiers()
{
    QFETCH(const QString, text);

    const auto parsed = parseRuntimeIdentifier(text);

    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, Error::Code::UnsupportedRuntime);
    QCOMPARE(parsed.error().detail, text);
}

void tst_Interpreter::identifierOfAnInterpreter()
{
    const Interpreter python{RuntimeFamily::Python, {}, QStringLiteral("3.11.2"), {}, {}};
    const Interpreter node{RuntimeFamily::NodeJs, {}, QStringLiteral("20.20.2"), {}, {}};

    QCOMPARE(runtimeIdentifierOf(python), QStringLiteral("python3.11"));
    QCOMPARE(interpreterTitle(python), QStringLiteral("Python 3.11.2"));
    QCOMPARE(runtimeIdentifierOf(node), QStringLiteral("nodejs20.x"));
    QCOMPARE(interpreterTitle(node), QStringLiteral("Node.js 20.20.2"));
    const Interpreter ruby{RuntimeFamily::Ruby, {}, QStringLiteral("3.1.2"), {}, {}};
    const Interpreter java{RuntimeFamily::Java, {}, QStringLiteral("17.0.15"), {}, {}};
    const Interpreter provided{RuntimeFamily::Provided, {}, {}, {}, {}};
    QCOMPARE(runtimeIdentifierOf(ruby), QStringLiteral("ruby3.1"));
    QCOMPARE(interpreterTitle(ruby), QStringLiteral("Ruby 3.1.2"));
    QCOMPARE(runtimeIdentifierOf(java), QStringLiteral("java17"));
    QCOMPARE(interpreterTitle(java), QStringLiteral("Java 17.0.15"));
    QCOMPARE(runtimeIdentifierOf(provided), QStringLiteral("provided"));
    QCOMPARE(interpreterTitle(provided), QStringLiteral("bootstrap"));
}

void tst_Interpreter::orderOfCandidates_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QStringList>("there"); ///< below the temporary folder
    QTest::addColumn<QStringList>("order");

    const auto list = [](std::initializer_list<const char *> names) {
        QStringList texts;
        for (const char *name : names)
            texts.append(QString::fromLatin1(name));
        return texts;
    };
    QTest::newRow("the same version first, then newer, then older ones")
        << QStringLiteral("python3.11")
        << list({"a/python3.9", "a/python3.10", "a/python3.11", "a/python3.12", "a/python3.13"})
        << list({"a/python3.11", "a/python3.12", "a/python3.13", "a/python3.10", "a/python3.9"});
    QTest::newRow("within a version in the order of PATH")
        << QStringLiteral("python3.12") << list({"b/python3.12", "a/python3.12"})
        << list({"a/python3.12", "b/python3.12"});
    QTest::newRow("PATH before version managers")
        << QStringLiteral("python3.12")
        << list({"home/.pyenv/versions/3.12.1/bin/python3.12", "b/python3.12"})
        << list({"b/python3.12", "home/.pyenv/versions/3.12.1/bin/python3.12"});
    QTest::newRow("a version manager has what PATH has not")
        << QStringLiteral("python3.13")
        << list({"a/python3.11", "home/.asdf/installs/python/3.13.0/bin/python3.13"})
        << list({"home/.asdf/installs/python/3.13.0/bin/python3.13", "a/python3.11"});
    QTest::newRow("any version: in the order of PATH")
        << QStringLiteral("python") << list({"b/python3.13", "a/python3.9"})
        << list({"a/python3.9", "b/python3.13"});
    QTest::newRow("other programs are none")
        << QStringLiteral("python3.11")
        << list({"a/python3.11", "a/python3.11-config", "a/python2.7", "a/pythonw", "a/node"})
        << list({"a/python3.11"});
    QTest::newRow("Node.js of a version manager by its folder's name")
        << QStringLiteral("nodejs22.x")
        << list({"home/.nvm/versions/node/v20.1.0/bin/node",
                 "home/.nvm/versions/node/v22.2.0/bin/node",
                 "home/.nvm/versions/node/v24.3.0/bin/node"})
        << list({"home/.nvm/versions/node/v22.2.0/bin/node",
                 "home/.nvm/versions/node/v24.3.0/bin/node",
                 "home/.nvm/versions/node/v20.1.0/bin/node"});
    QTest::newRow("Node.js under both of its names")
        << QStringLiteral("nodejs") << list({"a/nodejs", "b/node"}) << list({"a/nodejs", "b/node"});
    QTest::newRow("Ruby by its name and its folder")
        << QStringLiteral("ruby3.3")
        << list({"home/.rbenv/versions/3.3.1/bin/ruby", "a/ruby3.1",
                 "home/.rubies/ruby-3.4.0/bin/ruby"})
        << list({"home/.rbenv/versions/3.3.1/bin/ruby", "home/.rubies/ruby-3.4.0/bin/ruby",
                 "a/ruby3.1"});
    QTest::newRow("Java by its folder")
        << QStringLiteral("java21")
        << list({"home/.sdkman/candidates/java/17.0.9-tem/bin/java",
                 "home/.sdkman/candidates/java/21.0.1-tem/bin/java",
                 "home/.jdks/openjdk-25/bin/java", "home/.jdks/corretto-1.8.0_392/bin/java"})
        << list({"home/.sdkman/candidates/java/21.0.1-tem/bin/java",
                 "home/.jdks/openjdk-25/bin/java",
                 "home/.sdkman/candidates/java/17.0.9-tem/bin/java",
                 "home/.jdks/corretto-1.8.0_392/bin/java"});
    QTest::newRow("an OS-only runtime has no interpreter")
        << QStringLiteral("provided") << list({"a/bootstrap", "a/python3"}) << QStringList();
    QTest::newRow("nothing is there")
        << QStringLiteral("python3.12") << QStringList() << QStringList();
}

void tst_Interpreter::orderOfCandidates()
{
    QFETCH(const QString, runtime);
    QFETCH(const QStringList, there);
    QFETCH(const QStringList, order);
    const QTemporaryDir folder;
    const QString root = QFileInfo(folder.path()).canonicalFilePath() + u'/';
    for (const QString &name : there)
        writeProgram(root + name, "#!/bin/sh\n# " + name.toUtf8() + '\n');

    QStringList found = interpreterCandidates(*parseRuntimeIdentifier(runtime),
                                              {root + u'a', root + u'b', root + u'a'},
                                              root + QStringLiteral("home"));

    QCOMPARE(found.replaceInStrings(root, QString()), order);
}

void tst_Interpreter::onlyExecutableFilesAreCandidates()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("python3.12")));
    QFile file(folder.filePath(QStringLiteral("python3.11")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    QCOMPARE(interpreterCandidates({RuntimeFamily::Python, 3, 11}, {folder.path()}, {}),
             QStringList());
}

void tst_Interpreter::oneProgramUnderTwoNamesIsAskedOnce()
{
    const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("python3.11"));
    writeProgram(program, "#!/bin/sh\n");
    QVERIFY(QFile::link(program, folder.filePath(QStringLiteral("python3"))));

    QCOMPARE(interpreterCandidates({RuntimeFamily::Python, 3, 11}, {folder.path()}, {}).size(), 1);
}

void tst_Interpreter::whatAProgramAnswers_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("version"); ///< empty: refused

    QTest::newRow("what it is") << QByteArray("echo '[\"/p/python3\",\"3.12.4\",\"/p\",[\"/s\"]]'")
                                << QStringLiteral("3.12.4");
    QTest::newRow("nothing") << QByteArray("exit 0") << QString();
    QTest::newRow("failure") << QByteArray("echo '[\"/p\",\"3.12.4\",\"/p\",[]]'; exit 127")
                             << QString();
    QTest::newRow("no JSON") << QByteArray("echo Python 3.12.4") << QString();
    QTest::newRow("another shape") << QByteArray("echo '{\"version\":\"3.12.4\"}'") << QString();
    QTest::newRow("too little") << QByteArray("echo '[\"/p\",\"3.12.4\"]'") << QString();
    QTest::newRow("numbers for texts") << QByteArray("echo '[1,2,3,[]]'") << QString();
    QTest::newRow("a number for a folder")
        << QByteArray("echo '[\"/p\",\"3.12.4\",\"/p\",[7]]'") << QString();
    QTest::newRow("no list of folders")
        << QByteArray("echo '[\"/p\",\"3.12.4\",\"/p\",7]'") << QString();
    QTest::newRow("killed by a signal")
        << QByteArray("echo '[\"/p\",\"3.12.4\",\"/p\",[]]'; kill -9 $$") << QString();
}

void tst_Interpreter::whatAProgramAnswers()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QString, version);
    const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("python3"));
    writeProgram(program, "#!/bin/sh\n" + script + '\n');

    const auto interpreter = inspectInterpreter(RuntimeFamily::Python, program);

    QCOMPARE(interpreter.has_value(), !version.isEmpty());
    if (interpreter) {
        QCOMPARE(interpreter->version, version);
        QCOMPARE(interpreter->program, QStringLiteral("/p/python3"));
        QCOMPARE(interpreter->packageFolders, QStringList{QStringLiteral("/s")});
    } else {
        QCOMPARE(interpreter.error().code, Error::Code::Unreadable);
        QCOMPARE(interpreter.error().detail, program);
    }
}

void tst_Interpreter::aProgramThatIsNotThere()
{
    const auto interpreter
        = inspectInterpreter(RuntimeFamily::NodeJs, QStringLiteral("/nonexistent/node"));

    QVERIFY(!interpreter.has_value());
    QCOMPARE(interpreter.error().code, Error::Code::Unreadable);
}

void tst_Interpreter::theInterpreterOfThisComputer_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<RuntimeFamily>("family");

    QTest::newRow("Python") << QStringLiteral("python") << RuntimeFamily::Python;
    QTest::newRow("a Python that nobody has")
        << QStringLiteral("python3.99") << RuntimeFamily::Python;
    QTest::newRow("Node.js") << QStringLiteral("nodejs") << RuntimeFamily::NodeJs;
    QTest::newRow("a Node.js that nobody has")
        << QStringLiteral("nodejs998.x") << RuntimeFamily::NodeJs;
    if (!QStandardPaths::findExecutable(QStringLiteral("java")).isEmpty())
        QTest::newRow("Java") << QStringLiteral("java") << RuntimeFamily::Java;
}

void tst_Interpreter::theInterpreterOfThisComputer()
{
    QFETCH(const QString, runtime);
    QFETCH(const RuntimeFamily, family);

    const auto interpreter = findInterpreter(runtime);

    QVERIFY2(interpreter.has_value(), "needs an interpreter on this computer");
    QVERIFY(interpreter->family == family);
    QVERIFY(QFileInfo(interpreter->program).isExecutable());
    QCOMPARE(interpreter->program, QFileInfo(interpreter->program).canonicalFilePath());
    QVERIFY(interpreter->major() > 0);
    QVERIFY(QDir(interpreter->prefix).exists());
    for (const QString &packages : interpreter->packageFolders)
        QVERIFY2(QDir(packages).exists(), qPrintable(packages));
}

COLDFRAME_TEST(tst_Interpreter);

#include "tst_interpreter.moc"
