// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"
#include "core/events/templatecatalogue.h"

#include <QFile>
#include <QTemporaryDir>

namespace coldframe::test {

inline QByteArray queueTemplateText()
{
    return R"({
  "id": "queue", "service": "Amazon SQS", "title": "Messages of a queue",
  "summary": "Fires when a batch was polled.", "keywords": ["poll"],
  "parameters": [
    {"name": "body", "type": "document", "label": "Body", "help": "The message.",
     "default": {"orderId": 1}},
    {"name": "count", "type": "integer", "label": "Messages", "help": "What it is.", "default": 2, "minimum": 1,
     "maximum": 10},
    {"name": "queue", "type": "text", "label": "Queue", "help": "Its name.", "default": "orders",
     "pattern": "[a-z]{1,8}", "accepts": "up to 8 letters"},
    {"name": "fifo", "type": "boolean", "label": "In order", "help": "What it is.", "default": false},
    {"name": "mode", "type": "choice", "label": "Mode", "help": "What it is.", "choices": ["slow", "fast"],
     "default": "slow"},
    {"name": "headers", "type": "map", "label": "Headers", "help": "What it is.", "default": {"a": "1"}},
    {"name": "sender", "type": "text", "label": "Sender", "help": "What it is.", "default": "me", "advanced": true}
  ],
  "body": {
    "queue": "${queue}", "count": "${count}", "fifo": "${fifo}", "mode": "${mode}",
    "headers": "${headers}", "body": "${body|document}", "md5": "${body|document|md5}",
    "sender": "${sender}"
  }
})";
}

inline QByteArray topicTemplateText()
{
    return R"({
  "id": "topic", "service": "Amazon SNS", "title": "Notification of a topic",
  "summary": "Fires on a publication.", "keywords": ["publish"],
  "parameters": [{"name": "subject", "type": "text", "label": "Subject", "help": "What it is.", "default": "hello"}],
  "body": {"subject": "${subject}"}
})";
}

inline EventTemplate queueTemplate()
{
    return readEventTemplate(queueTemplateText(), QStringLiteral("queue.json")).value();
}

/// A catalogue of both templates.
inline TemplateCatalogue sampleCatalogue()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    };
    write(QStringLiteral("queue.json"), queueTemplateText());
    write(QStringLiteral("topic.json"), topicTemplateText());
    return TemplateCatalogue::load(folder.path()).value();
}

/// The templates that Coldframe comes with.
inline const TemplateCatalogue &shippedCatalogue()
{
    static const TemplateCatalogue catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events")).value();
    return catalogue;
}

} // namespace coldframe::test
