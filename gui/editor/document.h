// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/project/draftstore.h"
#include "gui/base/noticebar.h"
#include "gui/editor/textfile.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

class QStackedLayout;
class QVBoxLayout;

namespace coldframe {

class CodeEditor;
class DraftWriter;
class EmptyState;

/// A file in the editor, or text that has no file yet: the text, what is said over it, and what
/// connects it with the disk. Unsaved text is kept as a draft while it is typed.
class Document : public QWidget
{
    Q_OBJECT

public:
    /// drafts may be null; the clock outlives the document.
    Document(std::shared_ptr<DraftWriter> drafts, const Clock &clock, QWidget *parent = nullptr);
    ~Document() override;

    /// Shows a file; one without text, or that cannot be read, is shown as a note that says so.
    void open(const QString &path);

    /// Begins a text without a file. The key names its drafts.
    void begin(const QString &name, const QString &draftKey);

    /// Puts unsaved text of an earlier time over what was opened or begun.
    void restore(const Draft &draft);

    QString path() const { return m_path; }
    QString title() const;
    QString draftKey() const;
    CodeEditor &editor() const { return *m_editor; }

    /// Whether closing would lose something: changed text, or a file that is gone from the disk.
    bool isUnsaved() const;

    /// Writes the file. False when it could not be written or was changed by somebody else, which
    /// is then said over the text. A document without a path is not saved.
    bool save();
    bool saveAs(const QString &path);

    /// Looks whether the file is another one than before; reloads, or asks when both changed.
    void checkDisk();

    /// Forgets the draft: the unsaved text shall be lost.
    void discardDraft();

Q_SIGNALS:
    void titleChanged();
    void unsavedChanged(bool unsaved);
    void saved(const QString &path);

private:
    enum class Notice { Conflict, Deleted, Restored, Encoding, SaveFailed };

    void show(const TextFile &file);
    void showNote(const QString &title, const QString &sentence);
    void showConflict(const QByteArray &diskHash, const QString &sentence);
    void showDeleted();
    NoticeBar *showNotice(Notice kind, NoticeBar::Tone tone, const QString &sentence);
    void closeNotice(Notice kind);
    void reload();
    void reloadFrom(const TextFile &file);
    bool writeTo(const QString &path);
    void onTextChanged();
    void writeDraft();
    void tellUnsaved();

    std::shared_ptr<DraftWriter> m_drafts;
    const Clock &m_clock;
    QString m_path;
    QString m_name;
    QString m_untitledKey;
    QByteArray m_diskHash; ///< of the version that saving may replace
    QByteArray m_conflictHash; ///< of the version that is being asked about
    bool m_hasByteOrderMark = false;
    bool m_isText = true;
    bool m_missing = false;
    bool m_toldUnsaved = false;
    bool m_reloading = false;
    QTimer m_draftTimer;
    QElapsedTimer m_sinceDraft;
    std::map<Notice, NoticeBar *> m_notices;
    QVBoxLayout *m_noticeColumn;
    QStackedLayout *m_pages;
    CodeEditor *m_editor;
    EmptyState *m_note;
};

} // namespace coldframe
