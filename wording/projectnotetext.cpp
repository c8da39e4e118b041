// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/projectnotetext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct ProjectNoteText
{
    Q_DECLARE_TR_FUNCTIONS(ProjectNoteText)
};

} // namespace

QString projectNoteText(const ProjectNote &note)
{
    const QString &detail = note.detail;
    switch (note.kind) {
    case ProjectNote::Kind::InvalidTemplate:
        return ProjectNoteText::tr("The template cannot be read: %1.").arg(detail);
    case ProjectNote::Kind::OtherTemplateIgnored:
        return ProjectNoteText::tr("%1 is not read, because template.yaml is there as well.")
            .arg(detail);
    case ProjectNote::Kind::NotATemplate:
        return ProjectNoteText::tr(
                   "%1 describes no AWS resources; functions were looked for in the "
                   "code instead.")
            .arg(detail);
    case ProjectNote::Kind::UnresolvedIntrinsic:
        return ProjectNoteText::tr(
                   "The value is only known after a deployment and stays as written: "
                   "%1.")
            .arg(detail);
    case ProjectNote::Kind::IgnoredProperty:
        return ProjectNoteText::tr("%1 has no effect here.").arg(detail);
    case ProjectNote::Kind::IgnoredResource:
        return ProjectNoteText::tr("%1 is not emulated.").arg(detail);
    case ProjectNote::Kind::UnsupportedPackaging:
        return ProjectNoteText::tr("The function is left out: its code is no folder of this "
                                   "computer (%1).")
            .arg(detail);
    case ProjectNote::Kind::MissingProperty:
        return ProjectNoteText::tr("%1 is missing.").arg(detail);
    case ProjectNote::Kind::MissingDirectory:
        return ProjectNoteText::tr("%1 does not exist.").arg(detail);
    case ProjectNote::Kind::UnsupportedLayer:
        return ProjectNoteText::tr("The layer %1 is left out: only folders and zip files of this "
                                   "computer can be used as layers.")
            .arg(detail);
    case ProjectNote::Kind::RepeatedLayer:
        return ProjectNoteText::tr(
                   "The layer %1 is left out: Lambda does not allow two versions of "
                   "one layer in a function.")
            .arg(detail);
    case ProjectNote::Kind::LogLevelWithText:
        return ProjectNoteText::tr("%1 is not used: Lambda refuses a log level while LogFormat is "
                                   "Text.")
            .arg(detail);
    case ProjectNote::Kind::OutOfRange:
        return ProjectNoteText::tr("Lambda does not allow %1; the nearest value that it allows is "
                                   "used.")
            .arg(detail);
    case ProjectNote::Kind::InvalidValue:
        return ProjectNoteText::tr("The value is not understood and the default is used: %1.")
            .arg(detail);
    case ProjectNote::Kind::AmbiguousValue:
        return ProjectNoteText::tr(
                   "Quote this value, or some readers of YAML take it for something "
                   "else: %1.")
            .arg(detail);
    case ProjectNote::Kind::DuplicateKey:
        return ProjectNoteText::tr("The key %1 is there twice; the last one counts.").arg(detail);
    case ProjectNote::Kind::DuplicateName:
        return ProjectNoteText::tr("Two functions have the name %1.").arg(detail);
    case ProjectNote::Kind::TooManyFiles:
        return ProjectNoteText::tr("The folder has too many files; only the first ones were looked "
                                   "at.");
    }
    return {};
}

QString projectNotePlace(const ProjectNote &note)
{
    if (note.line <= 0)
        return note.file;
    return ProjectNoteText::tr("%1, line %2").arg(note.file, QString::number(note.line));
}

} // namespace coldframe
