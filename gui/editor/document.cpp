// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/document.h"

#include "gui/base/codeeditor.h"
#include "gui/base/draftwriter.h"
#include "gui/base/emptystate.h"
#include "wording/errortext.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds DraftDelay = 400ms;
/// Somebody who types without a pause gets a draft this often.
constexpr std::chrono::milliseconds OldestDraft = 3s;

QString readableTime(WallTime time)
{
    const auto sinceEpoch
        = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
    const bool today = local.date() == QDate::currentDate();
    return today ? QLocale().toString(local.time(), QLocale::ShortFormat)
                 : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

Document::Document(std::shared_ptr<DraftWriter> drafts, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_drafts(std::move(drafts))
    , m_clock(clock)
    , m_noticeColumn(new QVBoxLayout)
    , m_pages(new QStackedLayout)
    , m_editor(new CodeEditor(this))
    , m_note(new EmptyState(Symbol::File, {}, {}, this))
{
    setFocusProxy(m_editor);
    m_noticeColumn->setSpacing(0);
    m_pages->addWidget(m_editor);
    m_pages->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_noticeColumn);
    column->addLayout(m_pages, 1);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &Document::writeDraft);
    connect(m_editor, &CodeEditor::textChanged, this, &Document::onTextChanged);
    connect(m_editor, &CodeEditor::modificationChanged, this, &Document::tellUnsaved);
}

Document::~Document()
{
    // The last keys before the end of the program are not lost either.
    if (m_draftTimer.isActive() && isUnsaved())
        writeDraft();
}

void Document::open(const QString &path)
{
    m_path = path;
    m_editor->setTextLabel(title());
    const auto file = readTextFile(path);
    if (file)
        show(*file);
    else
        showNote(tr("Cannot open %1").arg(title()), errorText(file.error()));
}

void Document::begin(const QString &name, const QString &draftKey)
{
    m_name = name;
    m_untitledKey = draftKey;
    m_editor->setTextLabel(name);
}

void Document::show(const TextFile &file)
{
    m_diskHash = file.hash;
    m_hasByteOrderMark = file.hasByteOrderMark;
    m_missing = false;
    closeNotice(Notice::Deleted);
    closeNotice(Notice::Conflict);
    closeNotice(Notice::Encoding);
    if (file.kind == TextFile::Kind::Binary) {
        showNote(tr("%1 is not a text file").arg(title()),
                 tr("It has binary content and cannot be edited here."));
        return;
    }
    if (file.kind == TextFile::Kind::TooLarge) {
        showNote(tr("%1 is too large").arg(title()),
                 tr("Files up to %1 can be opened here.")
                     .arg(QLocale().formattedDataSize(TextFile::LargestFile)));
        return;
    }
    m_isText = true;
    m_pages->setCurrentWidget(m_editor);
    const QString firstLine = file.text.section(u'\n', 0, 0).left(200);
    m_editor->setText(file.text);
    m_editor->setLanguage(languageOf(m_path, firstLine));
    const bool foreign = file.kind == TextFile::Kind::OtherEncoding;
    m_editor->setReadOnly(foreign);
    if (foreign)
        showNotice(
            Notice::Encoding, NoticeBar::Tone::Information,
            tr("%1 is not encoded in UTF-8. It can be read, but not changed here.").arg(title()));
}

void Document::showNote(const QString &title, const QString &sentence)
{
    m_isText = false;
    m_note->setTitle(title);
    m_note->setSentence(sentence);
    m_pages->setCurrentWidget(m_note);
}

void Document::restore(const Draft &draft)
{
    if (m_untitledKey.isEmpty() && !m_isText) {
        // The file is gone or unreadable: the draft is all there is.
        m_isText = true;
        m_missing = true;
        m_pages->setCurrentWidget(m_editor);
        m_editor->setText({});
        m_editor->setLanguage(languageOf(m_path));
    }
    if (draft.text == m_editor->text() && !m_missing) {
        discardDraft();
        return;
    }
    m_editor->setText(draft.text, CodeEditor::UndoHistory::Keep);
    const QString restored
        = tr("Unsaved changes from %1 were restored.").arg(readableTime(draft.written));
    if (m_missing) {
        showDeleted();
    } else if (m_untitledKey.isEmpty() && draft.baseHash != m_diskHash) {
        showConflict(m_diskHash, tr("%1 The file was changed on disk since then.").arg(restored));
        tellUnsaved();
        return;
    }
    NoticeBar *notice = showNotice(Notice::Restored, NoticeBar::Tone::Information, restored);
    if (m_untitledKey.isEmpty() && !m_missing)
        notice->addAnswer(QStringLiteral("discardRestored"), tr("Back to Saved File"));
    notice->setClosable();
    connect(notice, &NoticeBar::answered, this, &Document::reload);
    connect(notice, &NoticeBar::closed, this, [this] { closeNotice(Notice::Restored); });
    tellUnsaved();
}

QString Document::title() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

QString Document::draftKey() const
{
    return m_path.isEmpty() ? m_untitledKey : QStringLiteral("file:") + m_path;
}

bool Document::isUnsaved() const
{
    return m_isText && (m_editor->isModified() || m_missing);
}

bool Document::save()
{
    if (m_path.isEmpty() || !m_isText || m_editor->isReadOnly())
        return false;
    // Nobody else's work is overwritten without a question.
    checkDisk();
    return m_notices.count(Notice::Conflict) == 0 && writeTo(m_path);
}

bool Document::saveAs(const QString &path)
{
    if (!m_isText || m_editor->isReadOnly())
        return false;
    const QString oldKey = draftKey();
    if (!writeTo(path))
        return false;
    if (m_drafts != nullptr && oldKey != draftKey())
        m_drafts->remove(oldKey);
    return true;
}

bool Document::writeTo(const QString &path)
{
    const auto hash = writeTextFile(path, m_editor->text(), m_hasByteOrderMark);
    if (!hash) {
        NoticeBar *notice = showNotice(Notice::SaveFailed, NoticeBar::Tone::Error,
                                       tr("Not saved. %1").arg(errorText(hash.error())));
        notice->setClosable();
        connect(notice, &NoticeBar::closed, this, [this] { closeNotice(Notice::SaveFailed); });
        return false;
    }
    const bool moved = path != m_path;
    m_path = path;
    m_diskHash = *hash;
    m_missing = false;
    for (const Notice kind :
         {Notice::Conflict, Notice::Deleted, Notice::Restored, Notice::SaveFailed})
        closeNotice(kind);
    m_editor->setUnmodified();
    discardDraft();
    tellUnsaved();
    if (moved) {
        m_untitledKey.clear();
        m_editor->setLanguage(languageOf(m_path));
        m_editor->setTextLabel(title());
        Q_EMIT titleChanged();
    }
    Q_EMIT saved(m_path);
    return true;
}

void Document::checkDisk()
{
    if (m_path.isEmpty())
        return;
    const auto file = readTextFile(m_path);
    if (!file) {
        if (file.error().code == Error::Code::NotFound && m_isText && !m_missing)
            showDeleted();
        return;
    }
    if (m_missing && file->hash == m_diskHash) {
        m_missing = false;
        closeNotice(Notice::Deleted);
        tellUnsaved();
    } else if (file->hash == m_diskHash) {
        return;
    } else if (!isUnsaved() || (m_missing && !m_editor->isModified())) {
        reloadFrom(*file);
    } else if (file->kind == TextFile::Kind::Utf8 && file->text == m_editor->text()) {
        reloadFrom(*file);
    } else {
        showConflict(file->hash, tr("%1 was changed on disk, and here as well.").arg(title()));
    }
}

void Document::showConflict(const QByteArray &diskHash, const QString &sentence)
{
    if (m_notices.count(Notice::Conflict) != 0 && m_conflictHash == diskHash)
        return;
    m_conflictHash = diskHash;
    closeNotice(Notice::Deleted);
    closeNotice(Notice::Restored);
    m_missing = false;
    NoticeBar *notice = showNotice(Notice::Conflict, NoticeBar::Tone::Warning, sentence);
    notice->addAnswer(QStringLiteral("reload"), tr("Reload"));
    notice->addAnswer(QStringLiteral("keepMine"), tr("Keep Mine"));
    connect(notice, &NoticeBar::answered, this, [this, diskHash](const QString &answer) {
        if (answer == u"reload") {
            reload();
            return;
        }
        // From here on the disk's version is the one that saving may replace.
        m_diskHash = diskHash;
        closeNotice(Notice::Conflict);
        writeDraft();
    });
}

void Document::showDeleted()
{
    m_missing = true;
    NoticeBar *notice
        = showNotice(Notice::Deleted, NoticeBar::Tone::Warning,
                     tr("%1 no longer exists on disk. Save it to write it again.").arg(title()));
    notice->addAnswer(QStringLiteral("saveDeleted"), tr("Save"));
    connect(notice, &NoticeBar::answered, this, [this] { save(); });
    tellUnsaved();
}

NoticeBar *Document::showNotice(Notice kind, NoticeBar::Tone tone, const QString &sentence)
{
    closeNotice(kind);
    auto *notice = new NoticeBar(tone, sentence, this);
    m_notices[kind] = notice;
    m_noticeColumn->addWidget(notice);
    notice->show();
    return notice;
}

void Document::closeNotice(Notice kind)
{
    const auto found = m_notices.find(kind);
    if (found == m_notices.end())
        return;
    // One of its buttons may be what is being pressed.
    found->second->hide();
    found->second->deleteLater();
    m_notices.erase(found);
}

void Document::reload()
{
    if (const auto file = readTextFile(m_path))
        reloadFrom(*file);
}

void Document::reloadFrom(const TextFile &file)
{
    if (!m_isText || file.kind != TextFile::Kind::Utf8 || m_editor->isReadOnly()) {
        show(file);
    } else {
        m_diskHash = file.hash;
        m_hasByteOrderMark = file.hasByteOrderMark;
        m_missing = false;
        // Between the two the text counts as modified, which is nobody's business.
        m_reloading = true;
        m_editor->setText(file.text, CodeEditor::UndoHistory::Keep);
        m_editor->setUnmodified();
        m_reloading = false;
    }
    for (const Notice kind : {Notice::Conflict, Notice::Deleted, Notice::Restored})
        closeNotice(kind);
    discardDraft();
    tellUnsaved();
}

void Document::onTextChanged()
{
    if (m_reloading)
        return;
    if (!m_editor->isModified() || m_drafts == nullptr) {
        if (m_draftTimer.isActive())
            discardDraft();
        return;
    }
    if (!m_draftTimer.isActive())
        m_sinceDraft.start();
    else if (m_sinceDraft.hasExpired(OldestDraft.count()))
        return;
    m_draftTimer.start();
}

void Document::writeDraft()
{
    m_draftTimer.stop();
    if (m_drafts == nullptr || !m_editor->isModified())
        return;
    m_drafts->write({.key = draftKey(),
                     .text = m_editor->text(),
                     .filePath = m_path,
                     .baseHash = m_diskHash,
                     .written = m_clock.wallNow()});
}

void Document::discardDraft()
{
    m_draftTimer.stop();
    if (m_drafts != nullptr)
        m_drafts->remove(draftKey());
}

void Document::tellUnsaved()
{
    if (m_reloading)
        return;
    const bool unsaved = isUnsaved();
    // Undone back to the saved text: nothing is left to keep.
    if (!unsaved && m_toldUnsaved)
        discardDraft();
    if (unsaved == m_toldUnsaved)
        return;
    m_toldUnsaved = unsaved;
    Q_EMIT unsavedChanged(unsaved);
}

} // namespace coldframe

#include "moc_document.cpp"
