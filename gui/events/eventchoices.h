// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe {

class TemplateCatalogue;

/// One event that can be chosen.
struct EventChoice
{
    enum class Kind { Saved, Template };

    Kind kind = Kind::Template;
    QString id; ///< of a template, or the path of a saved event
    QString title;
    QString service; ///< of a template
    QString summary;

    bool operator==(const EventChoice &) const = default;
};

/// The saved events of the workspace and the templates that answer to a search, saved ones first.
class EventChoices : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< EventChoice::Kind as int
        ServiceRole,
        SummaryRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// The catalogue outlives the model; none for no templates.
    void setCatalogue(const TemplateCatalogue *catalogue);
    void setSavedEvents(const QStringList &paths);

    /// Leaves what has every word of the text.
    void search(const QString &text);

    const EventChoice &choice(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<EventChoice> found() const;
    void update();

    const TemplateCatalogue *m_catalogue = nullptr;
    QStringList m_savedEvents;
    QString m_text;
    std::vector<EventChoice> m_choices;
};

/// The name of a saved event: its file without folder and ending.
QString savedEventName(const QString &path);

} // namespace coldframe
