// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/eventinvokeconfig.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace coldframe {

/// Chooses a receiver of records: none, a function of the workspace, a file or an HTTP address of
/// this computer.
class DestinationField final : public QWidget
{
    Q_OBJECT

public:
    /// name begins the object names of the parts.
    DestinationField(const QString &name, const QString &accessibleName,
                     const QStringList &functions, QWidget *parent = nullptr);

    void setDestination(const std::optional<Destination> &destination);

    /// Nothing when none is chosen; InvalidArgument for what is typed and can't be used.
    Result<std::optional<Destination>> destination() const;

    /// Of the part where the kind is chosen, for a label's buddy.
    QWidget *kindChooser() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void onKindChosen();
    void browse();
    void applyColours();

    QComboBox *m_kind;
    QStackedWidget *m_targets;
    QWidget *m_none;
    QComboBox *m_function;
    QWidget *m_filePage;
    QLineEdit *m_file;
    QToolButton *m_browse;
    QLineEdit *m_address;
};

} // namespace coldframe
