// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/saveflow.h"

#include "gui/base/icons.h"
#include "gui/editor/document.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace coldframe {

SaveFlow::SaveFlow(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{ }

void SaveFlow::ask(const std::vector<Document *> &unsaved, const Continuation &proceed)
{
    auto *question = new QMessageBox(&m_window);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIconPixmap(themedIcon(Symbol::Warning, m_window.palette())
                                .pixmap(QSize(32, 32), m_window.devicePixelRatioF()));
    const int count = static_cast<int>(unsaved.size());
    question->setText(count == 1 ? tr("Save the changes to %1?").arg(unsaved.front()->title())
                                 : tr("Save the changes to %n files?", nullptr, count));
    question->setInformativeText(tr("They are lost otherwise."));
    question->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    question->button(QMessageBox::Save)->setText(count == 1 ? tr("Save") : tr("Save All"));
    question->button(QMessageBox::Discard)->setText(tr("Discard"));
    question->setDefaultButton(QMessageBox::Save);
    std::vector<QPointer<Document>> guarded(unsaved.begin(), unsaved.end());
    connect(question, &QMessageBox::finished, this, [this, guarded, proceed](int answer) {
        std::vector<Document *> alive;
        for (const QPointer<Document> &document : guarded) {
            if (document != nullptr)
                alive.push_back(document);
        }
        if (answer == QMessageBox::Save) {
            saveAll(alive, proceed);
        } else if (answer == QMessageBox::Discard) {
            for (Document *document : alive)
                document->discardDraft();
            proceed(true);
        } else {
            proceed(false);
        }
    });
    question->open();
}

void SaveFlow::save(Document *document, const Continuation &proceed)
{
    if (document->path().isEmpty())
        saveAs(document, proceed);
    else
        proceed(document->save());
}

void SaveFlow::saveAll(std::vector<Document *> unsaved, const Continuation &proceed)
{
    if (unsaved.empty()) {
        proceed(true);
        return;
    }
    Document *first = unsaved.front();
    unsaved.erase(unsaved.begin());
    save(first, [this, unsaved, proceed](bool saved) {
        if (saved)
            saveAll(unsaved, proceed);
        else
            proceed(false);
    });
}

void SaveFlow::saveAs(Document *document, const Continuation &proceed)
{
    Q_EMIT attentionNeeded(document);
    auto *dialog = new QFileDialog(&m_window, tr("Save File As"), m_directory);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (!document->path().isEmpty())
        dialog->selectFile(document->path());
    connect(dialog, &QFileDialog::finished, document, [document, dialog, proceed](int result) {
        const QStringList chosen = dialog->selectedFiles();
        proceed(result == QDialog::Accepted && !chosen.isEmpty()
                && document->saveAs(chosen.constFirst()));
    });
    dialog->open();
}

} // namespace coldframe

#include "moc_saveflow.cpp"
