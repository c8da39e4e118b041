// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacemodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;

namespace {

/// The tree as lines, indented by level.
QStringList linesOf(const QAbstractItemModel &model, const QModelIndex &parent = {}, int level = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString detail = index.data(WorkspaceModel::DetailRole).toString();
        lines.append(QString(level * 2, QLatin1Char(' ')) + index.data().toString()
                     + (detail.isEmpty() ? QString() : QStringLiteral(" | ") + detail));
        lines += linesOf(model, index, level + 1);
    }
    return lines;
}

Workspace smallWorkspace()
{
    Workspace workspace;
    workspace.directory = QStringLiteral("/w");
    WorkspaceFunction function;
    function.config.name = QStringLiteral("hello");
    function.config.runtime = QStringLiteral("python3.12");
    function.config.handler = QStringLiteral("app.handler");
    workspace.functions = {function};
    workspace.files = {QStringLiteral("app.py"), QStringLiteral("events/hello.json"),
                       QStringLiteral("lib/a/b.py"), QStringLiteral("lib/c.py"),
                       QStringLiteral("template.yaml")};
    workspace.events = {{QStringLiteral("hello"), QStringLiteral("events/hello.json")},
                        {QStringLiteral("bye"), QStringLiteral("lib/events/bye.json")}};
    return workspace;
}

} // namespace

class tst_WorkspaceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFunctionsEventsAndFolders();
    void aFolderWithoutFunctionsHasOnlyFiles();
    void theSameWorkspaceResetsNothing();
    void findsByKindAndKey();
};

void tst_WorkspaceModel::showsFunctionsEventsAndFolders()
{
    WorkspaceModel model;
    const QAbstractItemModelTester tester(&model);

    model.setWorkspace(smallWorkspace());

    const QStringList expected{
        QStringLiteral("Functions"),
        QStringLiteral("  hello | python3.12 · app.handler"),
        QStringLiteral("Events"),
        QStringLiteral("  hello"),
        QStringLiteral("  bye | lib/events"),
        QStringLiteral("Files"),
        QStringLiteral("  events"),
        QStringLiteral("    hello.json"),
        QStringLiteral("  lib"),
        QStringLiteral("    a"),
        QStringLiteral("      b.py"),
        QStringLiteral("    c.py"),
        QStringLiteral("  app.py"),
        QStringLiteral("  template.yaml"),
    };
    QCOMPARE(linesOf(model), expected);
}

void tst_WorkspaceModel::aFolderWithoutFunctionsHasOnlyFiles()
{
    WorkspaceModel model;
    const QAbstractItemModelTester tester(&model);
    Workspace workspace;
    workspace.directory = QStringLiteral("/w");

    model.setWorkspace(workspace);

    QCOMPARE(linesOf(model), QStringList{QStringLiteral("Files")});
}

void tst_WorkspaceModel::theSameWorkspaceResetsNothing()
{
    WorkspaceModel model;
    model.setWorkspace(smallWorkspace());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.setWorkspace(smallWorkspace());
    QCOMPARE(reset.size(), 0);

    Workspace changed = smallWorkspace();
    changed.files.append(QStringLiteral("z.py"));
    model.setWorkspace(changed);
    QCOMPARE(reset.size(), 1);
}

void tst_WorkspaceModel::findsByKindAndKey()
{
    WorkspaceModel model;
    model.setWorkspace(smallWorkspace());

    QCOMPARE(model.find(WorkspaceModel::Kind::File, QStringLiteral("lib/a/b.py")).data().toString(),
             QStringLiteral("b.py"));
    QCOMPARE(model.find(WorkspaceModel::Kind::Folder, QStringLiteral("lib/a")).data().toString(),
             QStringLiteral("a"));
    QVERIFY(!model.find(WorkspaceModel::Kind::File, QStringLiteral("lib/a")).isValid());
}

COLDFRAME_TEST(tst_WorkspaceModel);

#include "tst_workspacemodel.moc"
