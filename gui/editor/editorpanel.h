// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QWidget>

#include <memory>
#include <vector>

class QStackedLayout;
class QTabWidget;
class QVBoxLayout;

namespace coldframe {

class CodeEditor;
class Document;
class DraftWriter;
class FileWatch;
class SaveFlow;

/// The files that are open, as tabs. Unsaved text survives the end of the program, however it
/// comes; what other programs write is reloaded.
class EditorPanel : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the panel.
    explicit EditorPanel(const Clock &clock, QWidget *parent = nullptr);
    ~EditorPanel() override;

    /// The folder that keeps drafts and in which file dialogs begin. Close all files first.
    void setWorkspace(const QString &directory);

    /// Opens every document that has a draft and is not open yet. Gives their number.
    int restoreDrafts();

    /// Shows a file, in a new tab unless it is open already. Its draft is restored.
    void open(const QString &path);
    void openAt(const QString &path, TextPosition position);

    /// Absolute paths in the order of the tabs.
    QStringList openFiles() const;

    /// Empty when no tab is open or the current one has no file.
    QString currentFile() const;

    /// Null when no tab is open.
    CodeEditor *currentEditor() const;

    bool hasUnsaved() const;

    /// As saveAll(); false when a document that has a path could not be saved.
    bool saveFiles();

    /// Marks a place of a file that is open; other files are left alone.
    void showProblem(const QString &path, TextPosition position, const QString &message);
    void clearProblems();

    /// Size of the text's font in points; 0 for the system's.
    void setFontPointSize(double points);

    /// Asks once about everything unsaved, then emits closeConfirmed() or closeCancelled(). The
    /// tabs stay open, so that openFiles() can still be stored.
    void requestClose();

    /// Closes all tabs without a question; drafts stay.
    void closeAll();

public Q_SLOTS:
    void newFile();
    void showOpenDialog();
    void save();
    void saveAs();
    void saveAll();
    void closeCurrent();
    void showNextTab();
    void showPreviousTab();

    /// Looks at the disk for every open file, for example when the window becomes active.
    void checkDisk();

Q_SIGNALS:
    void fileSaved(const QString &path);
    void currentFileChanged(const QString &path);
    void documentModified(const QString &path, bool unsaved);
    void cursorPositionChanged(coldframe::TextPosition position);
    void closeConfirmed();
    void closeCancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Document *documentAt(int index) const;
    Document *currentDocument() const;
    Document *documentOf(const QString &path) const;
    std::vector<Document *> documents() const;
    Document *addDocument();
    void showDocument(Document *document);
    void close(Document *document);
    void remove(Document *document);
    void showDraftFailure(const Error &error);
    void onCurrentChanged();
    void onTabsChanged();
    void labelTabs();

    const Clock &m_clock;
    QString m_workspace;
    std::shared_ptr<DraftWriter> m_drafts;
    FileWatch *m_watch;
    SaveFlow *m_saveFlow;
    QVBoxLayout *m_noticeColumn;
    QStackedLayout *m_pages;
    QTabWidget *m_tabs;
    double m_fontPointSize = 0;
    int m_untitledCount = 0;
    bool m_toldDraftFailure = false;
};

} // namespace coldframe
