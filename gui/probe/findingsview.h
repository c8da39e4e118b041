// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/probe/probesheet.h"

#include <QTreeWidget>

namespace coldframe {

/// A report's entries, the worst first; what varies anyway is folded. Sentences are shown whole,
/// over as many lines as they need.
class FindingsView final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FindingsView(QWidget *parent = nullptr);

    /// The first finding becomes the current one.
    void setSheet(const ProbeSheet &sheet);

    /// Null while the current line is no entry, or there is none.
    const ProbeEntry *currentEntry() const;

Q_SIGNALS:
    void currentEntryChanged();
    /// By a double click or Enter.
    void entryActivated(const coldframe::ProbeEntry &entry);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTreeWidgetItem *add(QTreeWidgetItem *parent, const ProbeEntry &entry);
    void addGroup(const QString &title, const std::vector<ProbeEntry> &entries, bool isOpen);
    const ProbeEntry *entryOf(const QTreeWidgetItem *item) const;
    void activate(const QTreeWidgetItem *item);
    void applyColours();

    std::vector<ProbeEntry> m_entries; ///< by the number that each line carries
};

} // namespace coldframe
