// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventparameter.h"

#include <QObject>

#include <memory>

class QWidget;

namespace coldframe {

/// The widget that fits a parameter's type, seen as a value that can be set, read and edited.
class ValueEditor : public QObject
{
    Q_OBJECT

public:
    /// The editor of a parameter; its widget belongs to parent.
    static std::unique_ptr<ValueEditor> create(const EventParameter &parameter, QWidget *parent);

    virtual QWidget *widget() const = 0;

    /// Shows a value without telling that it was edited.
    virtual void setValue(const OrderedJson &value) = 0;

    /// What stands there, or InvalidParameter.
    virtual Result<OrderedJson> value() const = 0;

Q_SIGNALS:
    /// By the user.
    void edited();
};

} // namespace coldframe
