// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <optional>
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
    bool isRecent = false; ///< of a template

    bool operator==(const EventChoice &) const = default;
};

/// Which events a list shows.
struct EventScope
{
    enum class Kind { All, Recent, Saved, Service };

    Kind kind = Kind::All;
    QString service;

    bool operator==(const EventScope &) const = default;
};

/// The saved events of the workspace and the templates that answer to a search: recently used ones
/// first, then saved ones.
class EventChoices : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< EventChoice::Kind as int
        IdRole, ///< of a template
        SummaryRole, ///< service and first sentence, or the place of a saved event
        IsRecentRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// The catalogue outlives the model; none for no templates.
    void setCatalogue(const TemplateCatalogue *catalogue);
    void setSavedEvents(const QStringList &paths);

    /// Ids of templates, the last one first.
    void setRecentTemplates(const QStringList &ids);

    /// Leaves what has every word of the text.
    void search(const QString &text);
    void setScope(const EventScope &scope);
    const EventScope &scope() const { return m_scope; }

    const EventChoice &choice(int row) const;

    /// Everything that answers to the search, in whatever scope.
    const std::vector<EventChoice> &found() const { return m_found; }

    /// The services of all templates, whatever is searched for.
    std::vector<QString> services() const;

    /// Of a choice that is a template.
    std::optional<EventTemplate> templateOf(const EventChoice &choice) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<EventChoice> searched() const;
    void searchAgain();
    void showScope();

    const TemplateCatalogue *m_catalogue = nullptr;
    QStringList m_savedEvents;
    QStringList m_recent;
    QString m_text;
    EventScope m_scope;
    std::vector<EventChoice> m_found;
    std::vector<EventChoice> m_choices;
};

/// Whether a list with this scope shows an event.
bool isInScope(const EventChoice &choice, const EventScope &scope);

/// The name of a saved event: its file without folder and ending.
QString savedEventName(const QString &path);

/// A summary's first sentence.
QString firstSentence(const QString &summary);

} // namespace coldframe
