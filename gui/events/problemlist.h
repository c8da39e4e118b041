// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventlint.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace coldframe {

/// The problems of an event, a row each.
class ProblemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// An event can have thousands; nobody reads more.
    static constexpr int MostRows = 300;

    enum Role {
        PlaceRole = Qt::UserRole,
        IsErrorRole,
        IsMendableRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setProblems(std::vector<EventProblem> problems);
    const std::vector<EventProblem> &problems() const { return m_problems; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<EventProblem> m_problems;
};

/// The list of problems below the JSON: each with its place and, where it has a quick fix, a button
/// for it. As high as its rows, up to a limit.
class ProblemList : public QListView
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);

    void setProblems(std::vector<EventProblem> problems);
    const std::vector<EventProblem> &problems() const { return m_model.problems(); }

    /// From where on it scrolls.
    void setLargestHeight(int height);

    /// Where the button of a row is, in coordinates of the viewport; empty without one.
    QRect buttonRect(const QModelIndex &index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeRequested(const coldframe::EventProblem &problem);
    void mendRequested(const coldframe::EventProblem &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const EventProblem &problemAt(const QModelIndex &index) const;
    bool isOnButton(const QPoint &place) const;

    ProblemModel m_model;
    int m_largestHeight = 200;
    bool m_pressedOnButton = false;
};

} // namespace coldframe
