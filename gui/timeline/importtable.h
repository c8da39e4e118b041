// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/timeline/importmodel.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace coldframe {

/// The imports of a cold start as a table that sorts, the most expensive one first. Space chooses
/// what would be lazy, Enter opens a file.
class ImportTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ImportTable(QWidget *parent = nullptr);

    ImportModel &imports() { return *m_model; }

    /// Index of the current import, or -1.
    int currentImport() const;
    /// Nothing when there is no such import.
    void select(int import);

Q_SIGNALS:
    void currentImportChanged(int import);
    void activatedImport(int import);
    void menuRequested(QPoint globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void sizeColumns();

    ImportModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace coldframe
