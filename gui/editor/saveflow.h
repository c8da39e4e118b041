// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace coldframe {

class Document;

/// Saving where the user may have to be asked something first: for a path, or whether to save at
/// all. Nothing waits: each function goes on in its continuation, with true when the documents may
/// be closed without loss that the user did not choose.
class SaveFlow : public QObject
{
    Q_OBJECT

public:
    using Continuation = std::function<void(bool)>;

    /// Dialogs belong to the window, which outlives the flow.
    explicit SaveFlow(QWidget &window, QObject *parent = nullptr);

    /// Where the dialogs begin.
    void setDirectory(const QString &directory) { m_directory = directory; }

    /// Asks whether to save all of these, to discard their changes, or to go on editing.
    void ask(const std::vector<Document *> &unsaved, const Continuation &proceed);

    void save(Document *document, const Continuation &proceed);
    void saveAs(Document *document, const Continuation &proceed);

Q_SIGNALS:
    /// The user is about to be asked about this document.
    void attentionNeeded(coldframe::Document *document);

private:
    void saveAll(std::vector<Document *> unsaved, const Continuation &proceed);

    QWidget &m_window;
    QString m_directory;
};

} // namespace coldframe
