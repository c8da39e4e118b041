// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/workspace.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using Kind = ProjectNote::Kind;

namespace {

const QString Workspaces = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces");

QStringList functionsOf(const Workspace &workspace)
{
    QStringList texts;
    for (const WorkspaceFunction &function : workspace.functions)
        texts.append(u"%1 = %2:%3 %4"_qs.arg(function.config.name, function.definedIn)
                         .arg(function.line)
                         .arg(function.config.handler));
    return texts;
}

/// A folder that a test fills.
class Folder
{
public:
    void add(const QString &path, const QByteArray &text = {})
    {
        const QFileInfo info(m_directory.filePath(path));
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QString path() const { return m_directory.path(); }
    Workspace read() const { return Workspace::read(path()).value(); }

private:
    QTemporaryDir m_directory;
};

const QByteArray PythonHandler = "def handler(event, context): pass\n";

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT

private slots:
    void findsHandlersWithoutATemplate();
    void findsProgramsOfOsOnlyRuntimes();
    void readsTheTemplate();
    void bundledExampleIsReadyToRun();
    void findsEvents();
    void leavesOutFoldersOfTools();
    void doesNotFollowLinks();
    void decidesWhichTemplateCounts_data();
    void decidesWhichTemplateCounts();
    void staysQuickInAHugeFolder();
    void namesFunctionsReadably_data();
    void namesFunctionsReadably();
    void namesAreUnique();
    void saysWhenThereIsNoFolder();
    void anEmptyFolderIsAWorkspace();
};

COLDFRAME_TEST(tst_Workspace);

void tst_Workspace::findsHandlersWithoutATemplate()
{
    const Result<Workspace> workspace = Workspace::read(Workspaces + u"/handlers"_qs);

    QVERIFY(workspace);
    QCOMPARE(functionsOf(*workspace),
             (QStringList{u"hello-node = hello/node/index.mjs:1 index.handler"_qs,
                          u"hello-python = hello/python/app.py:1 app.handler"_qs,
                          u"mixed = mixed/index.js:1 index.handler"_qs,
                          u"mixed-2 = mixed/main.py:1 main.handler"_qs,
                          u"orders-api-create = orders/api.js:1 api.create"_qs,
                          u"orders-api-remove = orders/api.js:2 api.remove"_qs,
                          u"handlers = src/main.py:1 main.lambda_handler"_qs}));
    QVERIFY(workspace->notes.empty());
    const WorkspaceFunction *hello = workspace->function(u"hello-python"_qs);
    QVERIFY(hello);
    QCOMPARE(hello->origin, WorkspaceFunction::Origin::Handler);
    QCOMPARE(hello->config.runtime, u"python"_qs);
    QCOMPARE(hello->config.codeDirectory, Workspaces + u"/handlers/hello/python"_qs);
    QVERIFY(!workspace->function(u"nobody"_qs));
}

void tst_Workspace::findsProgramsOfOsOnlyRuntimes()
{
    Folder folder;
    folder.add(u"orders/bootstrap"_qs, "#!/bin/sh\n");
    folder.add(u"notes/bootstrap"_qs, "nothing that could be executed");
    QFile program(folder.path() + u"/orders/bootstrap"_qs);
    QVERIFY(program.setPermissions(program.permissions() | QFile::ExeOwner));

    const Workspace workspace = folder.read();

    QCOMPARE(functionsOf(workspace), QStringList{u"orders = orders/bootstrap:1 bootstrap"_qs});
    QCOMPARE(workspace.functions[0].config.runtime, u"provided"_qs);
    QCOMPARE(workspace.functions[0].config.codeDirectory, folder.path() + u"/orders"_qs);
}

void tst_Workspace::readsTheTemplate()
{
    const Result<Workspace> workspace = Workspace::read(Workspaces + u"/sam"_qs);

    QVERIFY(workspace);
    QCOMPARE(functionsOf(*workspace),
             (QStringList{u"Orders = template.yml:31 app.handler"_qs,
                          u"plain-function = template.yml:52 app.handler"_qs}));
    QCOMPARE(workspace->functions.front().origin, WorkspaceFunction::Origin::Template);
    QCOMPARE(workspace->notes.size(), std::size_t(8));
    QVERIFY(!workspace->templateError);
}

void tst_Workspace::bundledExampleIsReadyToRun()
{
    const Result<Workspace> workspace
        = Workspace::read(QStringLiteral(COLDFRAME_SOURCE_DIR "/examples/hello-lambda"));

    QVERIFY(workspace);
    QVERIFY(workspace->notes.empty());
    QCOMPARE(workspace->functions.size(), std::size_t(4));
    for (const WorkspaceFunction &function : workspace->functions) {
        const QString stem = function.config.codeDirectory + u"/app"_qs;
        QVERIFY(QFileInfo::exists(stem + u".py"_qs) || QFileInfo::exists(stem + u".mjs"_qs));
    }
    QStringList events;
    for (const WorkspaceEvent &event : workspace->events)
        events.append(event.name);
    QCOMPARE(events, (QStringList{u"hello"_qs, u"s3"_qs, u"sqs"_qs}));
}

void tst_Workspace::findsEvents()
{
    Folder folder;
    for (const auto &path :
         {u"events/a.json"_qs, u"events/a.expect.json"_qs, u"events/deep/b.json"_qs,
          u"x/events/c.json"_qs, u"events/notes.txt"_qs, u"other.json"_qs, u"myevents/d.json"_qs})
        folder.add(path);

    const Workspace workspace = folder.read();

    QCOMPARE(workspace.events.size(), std::size_t(2));
    QVERIFY((workspace.events[0] == WorkspaceEvent{u"a"_qs, u"events/a.json"_qs}));
    QVERIFY((workspace.events[1] == WorkspaceEvent{u"c"_qs, u"x/events/c.json"_qs}));
}

void tst_Workspace::leavesOutFoldersOfTools()
{
    Folder folder;
    for (const auto &path :
         {u"node_modules/dep/index.js"_qs, u".git/config"_qs, u".venv/lib/a.py"_qs,
          u"src/__pycache__/app.pyc"_qs, u".coldframe/history.sqlite"_qs, u"build/app.py"_qs,
          u"src/node_modules/x.js"_qs, u"lib-1.0.dist-info/RECORD"_qs})
        folder.add(path, PythonHandler);
    folder.add(u"src/app.py"_qs, PythonHandler);
    folder.add(u".env"_qs);

    const Workspace workspace = folder.read();

    QCOMPARE(workspace.files, (QStringList{u".env"_qs, u"src/app.py"_qs}));
    QCOMPARE(workspace.functions.size(), std::size_t(1));
}

void tst_Workspace::doesNotFollowLinks()
{
    Folder folder;
    folder.add(u"a/app.py"_qs, PythonHandler);
    QVERIFY(QFile::link(folder.path(), folder.path() + u"/a/again"_qs));

    const Workspace workspace = folder.read();

    QCOMPARE(workspace.files, QStringList{u"a/app.py"_qs});
    QVERIFY(workspace.notes.empty());
}

void tst_Workspace::decidesWhichTemplateCounts_data()
{
    QTest::addColumn<QByteArray>("yaml"); // template.yaml, unless empty
    QTest::addColumn<QByteArray>("yml"); // template.yml, unless empty
    QTest::addColumn<QStringList>("functions");
    QTest::addColumn<int>("note"); // its kind, or -1
    QTest::addColumn<int>("line");
    QTest::addColumn<bool>("isBroken");

    const QByteArray good
        = "Resources:\n  Fn: {Type: AWS::Serverless::Function, Properties: {CodeUri: src, Handler: "
          "app.handler, Runtime: python3.13}}\n";
    const QStringList declared{u"Fn"_qs};
    const QStringList searched{u"found"_qs};
    const auto row
        = [](const char *name, const QByteArray &yaml, const QByteArray &yml,
             const QStringList &functions, std::optional<Kind> note, int line, bool isBroken) {
              QTest::newRow(name) << yaml << yml << functions
                                  << (note ? static_cast<int>(*note) : -1) << line << isBroken;
          };
    row("none: handlers", {}, {}, searched, {}, 0, false);
    row("template.yaml", good, {}, declared, {}, 0, false);
    row("template.yml", {}, good, declared, {}, 0, false);
    row("both: template.yaml", good, "Resources: {}\n", declared, Kind::OtherTemplateIgnored, 0,
        false);
    row("a broken template hides nothing behind guesses", good + "  B: [\n", {}, {},
        Kind::InvalidTemplate, 4, true);
    row("a broken file of another tool", "a: {{ .Values }}\n", {}, searched, Kind::InvalidTemplate,
        1, false);
    row("a file of another tool", "name: x\n", {}, searched, Kind::NotATemplate, 0, false);
    row("a template without functions", "Resources: {}\n", {}, {}, {}, 0, false);
}

void tst_Workspace::decidesWhichTemplateCounts()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, yml);
    QFETCH(QStringList, functions);
    QFETCH(int, note);
    QFETCH(int, line);
    QFETCH(bool, isBroken);
    Folder folder;
    folder.add(u"src/found.py"_qs, PythonHandler);
    if (!yaml.isEmpty())
        folder.add(u"template.yaml"_qs, yaml);
    if (!yml.isEmpty())
        folder.add(u"template.yml"_qs, yml);

    const Workspace workspace = folder.read();

    QStringList names;
    for (const WorkspaceFunction &function : workspace.functions)
        names.append(function.config.name);
    QCOMPARE(names, functions);
    QCOMPARE(workspace.templateError.has_value(), isBroken);
    QCOMPARE(workspace.notes.empty() ? -1 : static_cast<int>(workspace.notes.front().kind), note);
    QCOMPARE(workspace.notes.empty() ? 0 : workspace.notes.front().line, line);
}

void tst_Workspace::staysQuickInAHugeFolder()
{
    Folder folder;
    for (int number = 0; number < 10'050; ++number)
        folder.add(u"data/%1.py"_qs.arg(number), PythonHandler);
    folder.add(u"template.yaml"_qs, "Resources: {}\n");

    const Workspace limited = folder.read();
    QVERIFY(QFile::remove(folder.path() + u"/template.yaml"_qs));
    const Workspace searched = folder.read();

    QCOMPARE(limited.files.size(), 10'000);
    QCOMPARE(limited.notes.size(), std::size_t(1));
    QCOMPARE(limited.notes.front().kind, Kind::TooManyFiles);
    QCOMPARE(searched.functions.size(), std::size_t(2'000));
    QCOMPARE(searched.notes.size(), std::size_t(1));
}

void tst_Workspace::namesFunctionsReadably_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("name");

    QTest::newRow("the folder of a usual file") << u"hello"_qs << u"app.py"_qs << u"hello"_qs;
    QTest::newRow("folders in folders") << u"hello/python"_qs << u"app.py"_qs << u"hello-python"_qs;
    QTest::newRow("a telling file") << u"orders"_qs << u"create.js"_qs << u"orders-create"_qs;
    QTest::newRow("usual folders say nothing")
        << u"functions/orders/src"_qs << u"index.mjs"_qs << u"orders"_qs;
    QTest::newRow("a telling file at the top") << QString() << u"resize.py"_qs << u"resize"_qs;
    QTest::newRow("nothing tells anything") << u"src"_qs << u"app.py"_qs << u"app"_qs;
    QTest::newRow("characters that Lambda refuses")
        << u"my shop (new)"_qs << u"app.py"_qs << u"my-shop-new-"_qs;
    QTest::newRow("no letter is left") << u"\u65e5\u672c"_qs << u"app.py"_qs << u"function"_qs;
    QTest::newRow("nothing at all") << QString() << QString() << u"function"_qs;
    QTest::newRow("longer than Lambda accepts")
        << QString(80, u'a') << u"app.py"_qs << QString(64, u'a');
}

void tst_Workspace::namesFunctionsReadably()
{
    QFETCH(QString, folder);
    QFETCH(QString, fileName);
    QFETCH(QString, name);

    QCOMPARE(functionNameOf(folder, fileName), name);
}

void tst_Workspace::namesAreUnique()
{
    Folder folder;
    for (const auto &path : {u"a/app.py"_qs, u"a/index.py"_qs, u"a/src/main.py"_qs})
        folder.add(path, PythonHandler);

    const Workspace workspace = folder.read();

    QCOMPARE(functionsOf(workspace),
             (QStringList{u"a = a/app.py:1 app.handler"_qs, u"a-2 = a/index.py:1 index.handler"_qs,
                          u"a-3 = a/src/main.py:1 main.handler"_qs}));
}

void tst_Workspace::saysWhenThereIsNoFolder()
{
    const Result<Workspace> missing = Workspace::read(u"/nonexistent"_qs);
    const Result<Workspace> file = Workspace::read(Workspaces + u"/sam/template.yml"_qs);

    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QCOMPARE(missing.error().detail, u"/nonexistent"_qs);
    QCOMPARE(file.error().code, Error::Code::NotFound);
}

void tst_Workspace::anEmptyFolderIsAWorkspace()
{
    const Workspace workspace = Folder().read();

    QVERIFY(workspace.functions.empty() && workspace.notes.empty() && workspace.files.isEmpty());
}

#include "tst_workspace.moc"
