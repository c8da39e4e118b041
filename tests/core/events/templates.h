// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <QByteArray>

#include <initializer_list>
#include <utility>

namespace coldframe::test {

/// A template that Coldframe ships; one without a body when there is none.
EventTemplate shippedTemplate(const QString &id);

/// The ids of all of them.
QStringList shippedTemplateIds();

/// Values from JSON text: {{"key", "\"a b\""}}.
ParameterValues valuesOf(std::initializer_list<std::pair<const char *, const char *>> values);

/// A JSON object as values.
ParameterValues valuesOf(const QByteArray &object);

/// Compact JSON of what is at a pointer, "absent" when there is nothing.
QByteArray at(const OrderedJson &json, const QByteArray &pointer);

/// Compact JSON of an event's place, or what is wrong.
QByteArray renderedAt(const QString &id, const QByteArray &values, const QByteArray &pointer);

/// The values as one JSON object, for comparing.
QByteArray textOf(const ParameterValues &values);

/// Replaces what is at a pointer; the parent has to exist.
OrderedJson edited(OrderedJson json, const QByteArray &pointer, const QByteArray &value);

} // namespace coldframe::test
