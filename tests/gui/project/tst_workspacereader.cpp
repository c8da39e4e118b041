// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacereader.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace coldframe;

class tst_WorkspaceReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFolder();
    void saysThatAFolderIsMissing();
    void aNewFileIsNoticed();
    void aNewFileInASubfolderIsNoticed();
    void aHandlerThatIsWrittenInPlaceIsNoticed();
    void theLastFolderCounts();

private:
    void write(const char *name, const char *text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceReader> m_reader;
    std::optional<Workspace> m_workspace;
};

void tst_WorkspaceReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_reader = std::make_unique<WorkspaceReader>();
    m_workspace.reset();
    connect(m_reader.get(), &WorkspaceReader::workspaceRead, this,
            [this](const Workspace &workspace) { m_workspace = workspace; });
    write("app.py", "def handler(event, context):\n    return 1\n");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("events")));
}

void tst_WorkspaceReader::write(const char *name, const char *text) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

void tst_WorkspaceReader::readsAFolder()
{
    m_reader->open(m_folder->path());

    QVERIFY(!m_workspace); // never in the caller's time
    QTRY_VERIFY(m_workspace);
    QCOMPARE(m_workspace->functions.size(), std::size_t(1));
}

void tst_WorkspaceReader::saysThatAFolderIsMissing()
{
    QSignalSpy failed(m_reader.get(), &WorkspaceReader::failed);

    m_reader->open(QStringLiteral("/no/such/folder"));

    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, Error::Code::NotFound);
}

void tst_WorkspaceReader::aNewFileIsNoticed()
{
    m_reader->open(m_folder->path());
    QTRY_VERIFY(m_workspace);

    write("notes.txt", "");

    QTRY_VERIFY(m_workspace->files.contains(QStringLiteral("notes.txt")));
}

void tst_WorkspaceReader::aNewFileInASubfolderIsNoticed()
{
    write("events/one.json", "{}");
    m_reader->open(m_folder->path());
    QTRY_VERIFY(m_workspace);

    write("events/two.json", "{}");

    QTRY_COMPARE(m_workspace->events.size(), std::size_t(2));
}

void tst_WorkspaceReader::aHandlerThatIsWrittenInPlaceIsNoticed()
{
    m_reader->open(m_folder->path());
    QTRY_VERIFY(m_workspace);

    write("app.py", "def lambda_handler(event, context):\n    return 1\n");

    QTRY_COMPARE(m_workspace->functions.front().config.handler,
                 QStringLiteral("app.lambda_handler"));
}

void tst_WorkspaceReader::theLastFolderCounts()
{
    QTemporaryDir other;
    QSignalSpy read(m_reader.get(), &WorkspaceReader::workspaceRead);

    m_reader->open(other.path());
    m_reader->open(m_folder->path());

    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(m_workspace->directory, m_folder->path());
}

COLDFRAME_TEST(tst_WorkspaceReader);

#include "tst_workspacereader.moc"
