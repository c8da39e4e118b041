// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/noteslist.h"

#include "gui/base/icons.h"
#include "wording/projectnotetext.h"

#include <QEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace coldframe {

namespace {

constexpr int LongestListHeight = 180; // pixels

} // namespace

NotesList::NotesList(QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("notes"));
    m_title->setObjectName(QStringLiteral("notesTitle"));
    m_title->setCheckable(true);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setObjectName(QStringLiteral("notesList"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAlternatingRowColors(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMaximumHeight(LongestListHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    setIcons();
    unfold(false);
    hide();

    connect(m_title, &QToolButton::toggled, this, &NotesList::unfold);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const ProjectNote &note = m_notes[std::size_t(m_list->row(item))];
        if (!note.file.isEmpty())
            Q_EMIT placeActivated(note.file, std::max(1, note.line));
    });
}

void NotesList::setNotes(const std::vector<ProjectNote> &notes)
{
    setVisible(!notes.empty());
    if (notes == m_notes)
        return;
    m_notes = notes;
    m_title->setText(notes.size() == 1 ? tr("1 note about this folder")
                                       : tr("%1 notes about this folder").arg(notes.size()));
    m_list->clear();
    for (const ProjectNote &note : notes) {
        const QString place = projectNotePlace(note);
        m_list->addItem(place.isEmpty() ? projectNoteText(note)
                                        : place + u'\n' + projectNoteText(note));
    }
}

void NotesList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    QWidget::changeEvent(event);
}

void NotesList::setIcons()
{
    m_title->setIcon(themedIcon(Symbol::Info, palette()));
}

void NotesList::unfold(bool unfolded)
{
    m_list->setVisible(unfolded);
}

} // namespace coldframe

#include "moc_noteslist.cpp"
