// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/editorpanel.h"

#include "core/base/identifier.h"
#include "gui/base/codeeditor.h"
#include "gui/base/draftwriter.h"
#include "gui/base/emptystate.h"
#include "gui/base/icons.h"
#include "gui/base/noticebar.h"
#include "gui/editor/document.h"
#include "gui/editor/filewatch.h"
#include "gui/editor/saveflow.h"
#include "wording/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPointer>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

using PanelCommand = void (EditorPanel::*)();

PanelCommand panelCommandOf(const QKeyEvent &key)
{
    const std::initializer_list<std::pair<QKeyCombination, PanelCommand>> commands{
        {Qt::CTRL | Qt::Key_S, &EditorPanel::save},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_S, &EditorPanel::saveAll},
        {Qt::CTRL | Qt::Key_W, &EditorPanel::closeCurrent},
        {Qt::CTRL | Qt::Key_F4, &EditorPanel::closeCurrent},
        {Qt::CTRL | Qt::Key_Tab, &EditorPanel::showNextTab},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab, &EditorPanel::showPreviousTab},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, &EditorPanel::showPreviousTab},
        {Qt::CTRL | Qt::Key_PageDown, &EditorPanel::showNextTab},
        {Qt::CTRL | Qt::Key_PageUp, &EditorPanel::showPreviousTab},
    };
    const QKeyCombination pressed(key.modifiers() & ~Qt::KeypadModifier,
                                  static_cast<Qt::Key>(key.key()));
    for (const auto &[keys, command] : commands) {
        if (keys == pressed)
            return command;
    }
    return nullptr;
}

} // namespace

EditorPanel::EditorPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_watch(new FileWatch(this))
    , m_saveFlow(new SaveFlow(*this, this))
    , m_noticeColumn(new QVBoxLayout)
    , m_pages(new QStackedLayout)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("editorPanel"));
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->installEventFilter(this);
    m_tabs->tabBar()->setAccessibleName(tr("Open files"));
    auto *empty = new EmptyState(Symbol::File, tr("No file is open"),
                                 tr("Choose a function or a file in the workspace."), this);
    empty->setActionText(tr("Open File…"));
    m_pages->addWidget(empty);
    m_pages->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_noticeColumn);
    column->addLayout(m_pages, 1);

    connect(empty, &EmptyState::actionRequested, this, &EditorPanel::showOpenDialog);
    connect(m_tabs, &QTabWidget::currentChanged, this, &EditorPanel::onCurrentChanged);
    connect(m_saveFlow, &SaveFlow::attentionNeeded, this, &EditorPanel::showDocument);
    connect(m_watch, &FileWatch::mayHaveChanged, this, [this](const QString &path) {
        if (Document *document = documentOf(path))
            document->checkDisk();
    });
}

EditorPanel::~EditorPanel()
{
    // Tabs that go away one by one are nobody's business any more.
    m_tabs->disconnect(this);
}

void EditorPanel::setWorkspace(const QString &directory)
{
    m_workspace = directory;
    m_saveFlow->setDirectory(directory);
    m_drafts = std::make_shared<DraftWriter>(DraftStore(directory));
    m_toldDraftFailure = false;
    connect(m_drafts.get(), &DraftWriter::failed, this, &EditorPanel::showDraftFailure);
}

int EditorPanel::restoreDrafts()
{
    if (m_drafts == nullptr)
        return 0;
    m_drafts->flush();
    int restored = 0;
    for (const Draft &draft : DraftStore(m_workspace).list()) {
        if (draft.key.startsWith(u"untitled:")) {
            Document *document = addDocument();
            document->begin(tr("Untitled %1").arg(++m_untitledCount), draft.key);
            document->restore(draft);
            ++restored;
        } else if (draft.key.startsWith(u"file:") && documentOf(draft.filePath) == nullptr) {
            open(draft.filePath);
            ++restored;
        }
    }
    labelTabs();
    return restored;
}

void EditorPanel::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    Document *document = documentOf(absolute);
    if (document == nullptr) {
        document = addDocument();
        document->open(absolute);
        if (m_drafts != nullptr) {
            m_drafts->flush();
            if (const auto draft = DraftStore(m_workspace).read(document->draftKey()))
                document->restore(*draft);
        }
        onTabsChanged();
    }
    showDocument(document);
}

void EditorPanel::openAt(const QString &path, TextPosition position)
{
    open(path);
    currentEditor()->setCursorPosition(position);
    currentEditor()->setFocus(Qt::OtherFocusReason);
}

void EditorPanel::newFile()
{
    Document *document = addDocument();
    document->begin(tr("Untitled %1").arg(++m_untitledCount),
                    QStringLiteral("untitled:") + newUuid());
    onTabsChanged();
    showDocument(document);
}

void EditorPanel::showOpenDialog()
{
    auto *dialog = new QFileDialog(this, tr("Open File"), m_workspace);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            open(path);
    });
    dialog->open();
}

Document *EditorPanel::addDocument()
{
    auto *document = new Document(m_drafts, m_clock);
    document->editor().setFontPointSize(m_fontPointSize);
    // The component keeps keys for itself that it has no use for.
    document->editor().focusProxy()->installEventFilter(this);
    const int index = m_tabs->addTab(document, QString());
    auto *closeButton = new QToolButton;
    closeButton->setObjectName(QStringLiteral("closeTab"));
    closeButton->setAutoRaise(true);
    closeButton->setFocusPolicy(Qt::NoFocus);
    closeButton->setIconSize(QSize(12, 12));
    closeButton->setIcon(themedIcon(Symbol::Close, palette()));
    closeButton->setToolTip(tr("Close (Ctrl+W)"));
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, closeButton);
    connect(closeButton, &QToolButton::clicked, document, [this, document] { close(document); });
    connect(document, &Document::titleChanged, this, &EditorPanel::onTabsChanged);
    connect(document, &Document::saved, this, &EditorPanel::fileSaved);
    connect(document, &Document::unsavedChanged, this, [this, document](bool unsaved) {
        labelTabs();
        Q_EMIT documentModified(document->path(), unsaved);
    });
    connect(&document->editor(), &CodeEditor::cursorPositionChanged, this,
            [this, document](TextPosition position) {
                if (document == currentDocument())
                    Q_EMIT cursorPositionChanged(position);
            });
    m_pages->setCurrentWidget(m_tabs);
    return document;
}

void EditorPanel::showDocument(Document *document)
{
    m_tabs->setCurrentWidget(document);
    document->editor().setFocus(Qt::OtherFocusReason);
}

Document *EditorPanel::documentAt(int index) const
{
    return qobject_cast<Document *>(m_tabs->widget(index));
}

Document *EditorPanel::currentDocument() const
{
    return documentAt(m_tabs->currentIndex());
}

std::vector<Document *> EditorPanel::documents() const
{
    std::vector<Document *> all;
    for (int index = 0; index < m_tabs->count(); ++index)
        all.push_back(documentAt(index));
    return all;
}

Document *EditorPanel::documentOf(const QString &path) const
{
    for (Document *document : documents()) {
        if (!path.isEmpty() && document->path() == path)
            return document;
    }
    return nullptr;
}

QStringList EditorPanel::openFiles() const
{
    QStringList paths;
    for (const Document *document : documents()) {
        if (!document->path().isEmpty())
            paths.push_back(document->path());
    }
    return paths;
}

QString EditorPanel::currentFile() const
{
    const Document *document = currentDocument();
    return document == nullptr ? QString() : document->path();
}

CodeEditor *EditorPanel::currentEditor() const
{
    const Document *document = currentDocument();
    return document == nullptr ? nullptr : &document->editor();
}

bool EditorPanel::hasUnsaved() const
{
    const auto all = documents();
    return std::any_of(all.begin(), all.end(), [](const Document *d) { return d->isUnsaved(); });
}

void EditorPanel::showProblem(const QString &path, TextPosition position, const QString &message)
{
    if (Document *document = documentOf(QDir::cleanPath(path)))
        document->editor().showProblem(position, message, CodeEditor::ProblemMessage::UnderLine);
}

void EditorPanel::clearProblems()
{
    for (Document *document : documents())
        document->editor().clearProblem();
}

void EditorPanel::setFontPointSize(double points)
{
    m_fontPointSize = points;
    for (Document *document : documents())
        document->editor().setFontPointSize(points);
}

void EditorPanel::checkDisk()
{
    for (Document *document : documents())
        document->checkDisk();
}

void EditorPanel::save()
{
    if (Document *document = currentDocument())
        m_saveFlow->save(document, [](bool) {});
}

void EditorPanel::saveAs()
{
    if (Document *document = currentDocument())
        m_saveFlow->saveAs(document, [](bool) {});
}

void EditorPanel::saveAll()
{
    saveFiles();
}

bool EditorPanel::saveFiles()
{
    std::vector<Document *> unsaved = documents();
    std::erase_if(unsaved,
                  [](const Document *d) { return !d->isUnsaved() || d->path().isEmpty(); });
    bool allSaved = true;
    for (Document *document : unsaved)
        allSaved = document->save() && allSaved;
    return allSaved;
}

void EditorPanel::closeCurrent()
{
    if (Document *document = currentDocument())
        close(document);
}

void EditorPanel::close(Document *document)
{
    if (!document->isUnsaved()) {
        remove(document);
        return;
    }
    showDocument(document);
    m_saveFlow->ask({document}, [this, guarded = QPointer<Document>(document)](bool confirmed) {
        if (confirmed && guarded != nullptr)
            remove(guarded);
    });
}

void EditorPanel::requestClose()
{
    std::vector<Document *> unsaved = documents();
    std::erase_if(unsaved, [](const Document *document) { return !document->isUnsaved(); });
    if (unsaved.empty()) {
        Q_EMIT closeConfirmed();
        return;
    }
    m_saveFlow->ask(unsaved, [this](bool confirmed) {
        if (confirmed)
            Q_EMIT closeConfirmed();
        else
            Q_EMIT closeCancelled();
    });
}

void EditorPanel::remove(Document *document)
{
    document->discardDraft();
    m_tabs->removeTab(m_tabs->indexOf(document));
    document->deleteLater();
    onTabsChanged();
}

void EditorPanel::closeAll()
{
    while (m_tabs->count() > 0) {
        Document *document = documentAt(0);
        m_tabs->removeTab(0);
        delete document;
    }
    onTabsChanged();
}

void EditorPanel::showNextTab()
{
    if (m_tabs->count() > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
}

void EditorPanel::showPreviousTab()
{
    if (m_tabs->count() > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count());
}

void EditorPanel::onCurrentChanged()
{
    if (Document *document = currentDocument()) {
        document->editor().setFocus(Qt::OtherFocusReason);
        Q_EMIT cursorPositionChanged(document->editor().cursorPosition());
    }
    Q_EMIT currentFileChanged(currentFile());
}

void EditorPanel::onTabsChanged()
{
    m_watch->setFiles(openFiles());
    m_pages->setCurrentIndex(m_tabs->count() == 0 ? 0 : 1);
    labelTabs();
}

void EditorPanel::labelTabs()
{
    QHash<QString, int> titles;
    for (const Document *document : documents())
        ++titles[document->title()];
    for (int index = 0; index < m_tabs->count(); ++index) {
        const Document *document = documentAt(index);
        QString title = document->title();
        // Files of one name are told apart by their folder.
        if (titles.value(title) > 1 && !document->path().isEmpty())
            title = tr("%1 (%2)", "file name and its folder")
                        .arg(title, QFileInfo(document->path()).absoluteDir().dirName());
        const bool unsaved = document->isUnsaved();
        QString shown = title;
        // In a tab's text an ampersand marks a key.
        shown.replace(u'&', QStringLiteral("&&"));
        m_tabs->setTabText(index, unsaved ? QStringLiteral("● ") + shown : shown);
        m_tabs->setTabToolTip(index,
                              unsaved ? tr("%1, unsaved").arg(document->path()) : document->path());
        m_tabs->tabBar()->setAccessibleTabName(index,
                                               unsaved ? tr("%1, unsaved").arg(title) : title);
        if (QWidget *closeButton = m_tabs->tabBar()->tabButton(index, QTabBar::RightSide))
            closeButton->setAccessibleName(tr("Close %1").arg(title));
    }
}

void EditorPanel::showDraftFailure(const Error &error)
{
    if (std::exchange(m_toldDraftFailure, true))
        return;
    auto *notice = new NoticeBar(
        NoticeBar::Tone::Warning,
        tr("Unsaved text cannot be kept safe here. %1").arg(errorText(error)), this);
    notice->setClosable();
    m_noticeColumn->addWidget(notice);
    notice->show();
    connect(notice, &NoticeBar::closed, notice, &QObject::deleteLater);
}

bool EditorPanel::event(QEvent *event)
{
    // Also the window's keys; here they mean the tab that is being typed into.
    if (event->type() == QEvent::ShortcutOverride
        && panelCommandOf(*static_cast<QKeyEvent *>(event)) != nullptr) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void EditorPanel::keyPressEvent(QKeyEvent *event)
{
    if (const PanelCommand command = panelCommandOf(*event))
        (this->*command)();
    else
        QWidget::keyPressEvent(event);
}

bool EditorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tabs->tabBar() && event->type() == QEvent::KeyPress) {
        if (const PanelCommand command = panelCommandOf(*static_cast<QKeyEvent *>(event))) {
            (this->*command)();
            return true;
        }
    }
    if (watched == m_tabs->tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = m_tabs->tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            close(documentAt(index));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EditorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (auto *button : m_tabs->tabBar()->findChildren<QToolButton *>(QStringLiteral("closeTab")))
        button->setIcon(themedIcon(Symbol::Close, palette()));
}

} // namespace coldframe

#include "moc_editorpanel.cpp"
