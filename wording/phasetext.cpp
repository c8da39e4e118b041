// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phasetext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct PhaseText
{
    Q_DECLARE_TR_FUNCTIONS(PhaseText)
};

} // namespace

QString phaseText(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Sandbox:
        return PhaseText::tr("Sandbox");
    case PhaseKind::ProcessStart:
        return PhaseText::tr("Process start");
    case PhaseKind::InterpreterStart:
        return PhaseText::tr("Interpreter start");
    case PhaseKind::Bootstrap:
        return PhaseText::tr("Bootstrap");
    case PhaseKind::HandlerImport:
        return PhaseText::tr("Handler import");
    case PhaseKind::RuntimeReady:
        return PhaseText::tr("Runtime ready");
    case PhaseKind::ExtensionsReady:
        return PhaseText::tr("Extensions ready");
    case PhaseKind::Restore:
        return PhaseText::tr("Restore");
    case PhaseKind::Invoke:
        return PhaseText::tr("Invoke");
    case PhaseKind::ExtensionsDone:
        return PhaseText::tr("Extensions done");
    }
    return {};
}

QString originText(ImportOrigin origin)
{
    switch (origin) {
    case ImportOrigin::Function:
        return PhaseText::tr("Your code");
    case ImportOrigin::Dependency:
        return PhaseText::tr("Dependency");
    case ImportOrigin::StandardLibrary:
        return PhaseText::tr("Standard library");
    }
    return {};
}

} // namespace coldframe
