// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace coldframe {

/// How many problems an event has.
struct EventFindings
{
    int errors = 0;
    int warnings = 0;
    int mendable = 0; ///< of both

    int count() const { return errors + warnings; }
    bool operator==(const EventFindings &) const = default;
};

/// The line below the JSON: whether it is valid, where it is not, how many problems it has as an
/// event, and how large it is.
class EventStatus : public QWidget
{
    Q_OBJECT

public:
    explicit EventStatus(QWidget *parent = nullptr);

    void setState(qsizetype bytes, const std::optional<Error> &problem);

    /// None while the event has not been looked at.
    void setFindings(const std::optional<EventFindings> &findings);

    /// Whether the list of problems is to be seen, as far as there are any.
    bool isListOpen() const { return m_isListOpen; }

Q_SIGNALS:
    /// The user wants to see where the problem is.
    void problemActivated();
    void mendAllRequested();
    void listOpenChanged(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Tone { Quiet, Warning, Error };

    Tone tone() const;
    QString sentence() const;
    void refresh();
    void applyColours();

    qsizetype m_bytes = 0;
    std::optional<Error> m_problem;
    std::optional<EventFindings> m_findings;
    bool m_isListOpen = true;
    QToolButton *m_fold;
    QLabel *m_picture;
    QLabel *m_sentence;
    QToolButton *m_show;
    QToolButton *m_mendAll;
    QLabel *m_size;
};

} // namespace coldframe
