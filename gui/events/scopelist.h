// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/events/eventchoices.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace coldframe {

/// What a list of events can be narrowed to, with how many each has, and headings between them.
class ScopeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole,
        IsHeadingRole,
    };

    struct Row
    {
        QString text;
        bool isHeading = false;
        EventScope scope;
        int count = 0;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes services and counts from the answers to the search. Rows stay as long as the services
    /// do, so that they can be clicked while somebody types.
    void follow(const EventChoices &choices);

    const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int rowOf(const EventScope &scope) const; ///< -1 without one

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Row> rowsFor(const EventChoices &choices) const;

    std::vector<Row> m_rows;
};

/// The list of scopes at the side of the events.
class ScopeList : public QListView
{
    Q_OBJECT

public:
    explicit ScopeList(QWidget *parent = nullptr);

    void follow(const EventChoices &choices);
    void choose(const EventScope &scope);

    /// One row up or down that is no heading and has events.
    void move(int step);

Q_SIGNALS:
    void scopeChosen(const coldframe::EventScope &scope);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ScopeModel m_model;
    bool m_isFollowing = false;
};

} // namespace coldframe
