// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacepanel.h"
#include "tests/support/testmain.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace coldframe;

class tst_WorkspacePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAFolderItOffersToOpenOne();
    void aClickActivates_data();
    void aClickActivates();
    void enterActivates();
    void whatIsFoldedStaysSo();
    void anotherFolderBeginsUnfolded();
    void notesAreCountedAndLeadToTheirPlace();
    void withoutNotesThereIsNoList();

private:
    static Workspace workspace();
    QTreeView *tree() const;
    QModelIndex row(const QString &title, const QModelIndex &parent = {}) const;

    std::unique_ptr<WorkspacePanel> m_panel;
};

Workspace tst_WorkspacePanel::workspace()
{
    Workspace workspace;
    workspace.directory = QStringLiteral("/w/hello");
    WorkspaceFunction function;
    function.config.name = QStringLiteral("greet");
    workspace.functions = {function};
    workspace.files = {QStringLiteral("app.py"), QStringLiteral("events/ada.json"),
                       QStringLiteral("lib/db.py")};
    workspace.events = {{QStringLiteral("ada"), QStringLiteral("events/ada.json")}};
    return workspace;
}

void tst_WorkspacePanel::init()
{
    m_panel = std::make_unique<WorkspacePanel>();
    m_panel->resize(300, 500);
    m_panel->show();
}

QTreeView *tst_WorkspacePanel::tree() const
{
    return m_panel->findChild<QTreeView *>(QStringLiteral("workspaceTree"));
}

QModelIndex tst_WorkspacePanel::row(const QString &title, const QModelIndex &parent) const
{
    const QAbstractItemModel *model = tree()->model();
    for (int i = 0; i < model->rowCount(parent); ++i) {
        const QModelIndex index = model->index(i, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const QModelIndex found = row(title, index); found.isValid())
            return found;
    }
    return {};
}

void tst_WorkspacePanel::withoutAFolderItOffersToOpenOne()
{
    QSignalSpy requested(m_panel.get(), &WorkspacePanel::openFolderRequested);

    QVERIFY(!tree()->isVisible());
    auto *button = m_panel->findChild<QWidget *>(QStringLiteral("workspaceEmpty"))
                       ->findChild<QPushButton *>();
    QTest::mouseClick(button, Qt::LeftButton);

    QCOMPARE(requested.size(), 1);
}

void tst_WorkspacePanel::aClickActivates_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a function") << QStringLiteral("greet") << QStringLiteral("function greet");
    QTest::newRow("an event") << QStringLiteral("ada")
                              << QStringLiteral("event /w/hello/events/ada.json");
    QTest::newRow("a file") << QStringLiteral("app.py") << QStringLiteral("file /w/hello/app.py:1");
    QTest::newRow("a section") << QStringLiteral("Files") << QString();
}

void tst_WorkspacePanel::aClickActivates()
{
    QFETCH(QString, title);
    QFETCH(QString, expected);
    QString activated;
    connect(m_panel.get(), &WorkspacePanel::functionActivated, this,
            [&](const QString &name) { activated += QStringLiteral("function ") + name; });
    connect(m_panel.get(), &WorkspacePanel::eventActivated, this,
            [&](const QString &path) { activated += QStringLiteral("event ") + path; });
    connect(m_panel.get(), &WorkspacePanel::fileActivated, this,
            [&](const QString &path, int line) {
                activated += QStringLiteral("file %1:%2").arg(path).arg(line);
            });
    m_panel->setWorkspace(workspace());

    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {},
                      tree()->visualRect(row(title)).center());

    QCOMPARE(activated, expected);
}

void tst_WorkspacePanel::enterActivates()
{
    m_panel->setWorkspace(workspace());
    QSignalSpy activated(m_panel.get(), &WorkspacePanel::functionActivated);
    tree()->setCurrentIndex(row(QStringLiteral("greet")));

    QTest::keyClick(tree(), Qt::Key_Return);

    QCOMPARE(activated.size(), 1);
}

void tst_WorkspacePanel::whatIsFoldedStaysSo()
{
    m_panel->setWorkspace(workspace());
    tree()->setExpanded(row(QStringLiteral("lib")), true);
    tree()->setExpanded(row(QStringLiteral("Events")), false);
    tree()->setCurrentIndex(row(QStringLiteral("app.py")));

    Workspace changed = workspace();
    changed.files.append(QStringLiteral("new.py"));
    m_panel->setWorkspace(changed);

    QVERIFY(row(QStringLiteral("new.py")).isValid());
    QVERIFY(tree()->isExpanded(row(QStringLiteral("lib"))));
    QVERIFY(!tree()->isExpanded(row(QStringLiteral("Events"))));
    QVERIFY(tree()->isExpanded(row(QStringLiteral("Files"))));
    QCOMPARE(tree()->currentIndex().data().toString(), QStringLiteral("app.py"));
}

void tst_WorkspacePanel::anotherFolderBeginsUnfolded()
{
    m_panel->setWorkspace(workspace());
    tree()->setExpanded(row(QStringLiteral("Functions")), false);

    Workspace other = workspace();
    other.directory = QStringLiteral("/w/other");
    m_panel->setWorkspace(other);

    QVERIFY(tree()->isExpanded(row(QStringLiteral("Functions"))));
    QVERIFY(!tree()->isExpanded(row(QStringLiteral("lib"))));
    QVERIFY(!tree()->isExpanded(row(QStringLiteral("events")))); // the folder, not the section
}

void tst_WorkspacePanel::notesAreCountedAndLeadToTheirPlace()
{
    Workspace noted = workspace();
    noted.notes = {{ProjectNote::Kind::IgnoredProperty, QStringLiteral("Tracing"),
                    QStringLiteral("template.yaml"), 12},
                   {ProjectNote::Kind::TooManyFiles, {}, {}, 0}};
    m_panel->setWorkspace(noted);
    QSignalSpy activated(m_panel.get(), &WorkspacePanel::fileActivated);
    auto *title = m_panel->findChild<QToolButton *>(QStringLiteral("notesTitle"));
    auto *list = m_panel->findChild<QListWidget *>(QStringLiteral("notesList"));

    QVERIFY(title->text().startsWith(u'2'));
    QVERIFY(!list->isVisible());
    QTest::mouseClick(title, Qt::LeftButton);
    QVERIFY(list->isVisible());
    QCOMPARE(list->item(0)->text(),
             QStringLiteral("template.yaml, line 12\nTracing has no effect here."));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);

    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().at(0).toString(), QStringLiteral("/w/hello/template.yaml"));
    QCOMPARE(activated.front().at(1).toInt(), 12);
}

void tst_WorkspacePanel::withoutNotesThereIsNoList()
{
    Workspace noted = workspace();
    noted.notes = {{ProjectNote::Kind::TooManyFiles, {}, {}, 0}};
    m_panel->setWorkspace(noted);
    QVERIFY(m_panel->findChild<QWidget *>(QStringLiteral("notes"))->isVisible());

    m_panel->setWorkspace(workspace());

    QVERIFY(!m_panel->findChild<QWidget *>(QStringLiteral("notes"))->isVisible());
}

COLDFRAME_TEST(tst_WorkspacePanel);

#include "tst_workspacepanel.moc"
