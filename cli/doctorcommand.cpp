// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/invokeoptions.h"
#include "core/base/jsontext.h"
#include "core/invoker/host.h"
#include "core/lambda/recordjson.h"
#include "wording/errortext.h"
#include "wording/fidelity.h"
#include "wording/limitsinforce.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

/// One thing of this computer: what it is, or why it is missing.
struct Finding
{
    QString subject;
    bool found = false;
    QString detail;
};

Finding interpreterFinding(Host &host, const QString &runtime, const QString &subject)
{
    const Result<LocalRuntime> found = host.runtime(runtime);
    if (!found)
        return {subject, false, errorText(found.error())};
    return {subject, true,
            QStringLiteral("%1, %2").arg(interpreterTitle(found->interpreter),
                                         found->interpreter.program)};
}

std::vector<Finding> findings(Host &host)
{
    const HostCapabilities capabilities = host.capabilities();
    return {
        interpreterFinding(host, QStringLiteral("python"), QStringLiteral("Python")),
        interpreterFinding(host, QStringLiteral("nodejs"), QStringLiteral("Node.js")),
        {QCoreApplication::translate("Command", "Isolation by bubblewrap"), !capabilities.bubblewrap.isEmpty(),
         capabilities.bubblewrap.isEmpty()
             ? errorText({Error::Code::IsolationUnavailable, capabilities.bubblewrapObstacle})
             : capabilities.bubblewrap},
    };
}

void printText(std::ostream &out, const std::vector<Finding> &found, const LimitsInForce &limits)
{
    const std::vector<FidelityEntry> figures = fidelityEntries(limits);
    out << "coldframe " << COLDFRAME_VERSION << "\n\n"
        << QCoreApplication::translate("Command", "Found on this computer").toStdString() << '\n';
    for (const Finding &finding : found) {
        out << "  " << (finding.found ? "+ " : "- ") << finding.subject.toStdString() << ": "
            << finding.detail.toStdString() << '\n';
    }
    out << '\n'
        << QCoreApplication::translate("Command", "In force").toStdString() << "\n  "
        << limitsText(limits).toStdString() << '\n';
    for (const Provenance provenance : allProvenances()) {
        QString title = provenanceText(provenance);
        if (!title.isEmpty())
            title[0] = title[0].toUpper();
        out << '\n' << title.toStdString() << '\n';
        for (const FidelityEntry &figure : figures) {
            if (figure.provenance == provenance)
                out << "  " << figure.subject.toStdString() << ": " << figure.how.toStdString()
                    << '\n';
        }
    }
}

const char *provenanceName(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Enforced:
        return "enforced";
    case Provenance::Measured:
        return "measured";
    case Provenance::Modelled:
        return "modelled";
    case Provenance::NotEmulated:
        return "notEmulated";
    }
    return "";
}

void printJson(std::ostream &out, const std::vector<Finding> &found, const LimitsInForce &limits)
{
    const std::vector<FidelityEntry> figures = fidelityEntries(limits);
    OrderedJson json{{"version", COLDFRAME_VERSION},
                     {"found", OrderedJson::array()},
                     {"isolation", isolationName(limits.isolation).toStdString()},
                     {"figures", OrderedJson::array()}};
    for (const Finding &finding : found) {
        json["found"].push_back({{"subject", finding.subject.toStdString()},
                                 {"found", finding.found},
                                 {"detail", finding.detail.toStdString()}});
    }
    for (const FidelityEntry &figure : figures) {
        json["figures"].push_back({{"subject", figure.subject.toStdString()},
                                   {"provenance", provenanceName(figure.provenance)},
                                   {"how", figure.how.toStdString()}});
    }
    out << writeJson(json, JsonLayout::Indented).toStdString() << '\n';
}

} // namespace

ExitStatus runDoctor(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command",
                                    "Show what was found on this computer, and which limits and "
                                    "figures are enforced, measured, "
                                    "modelled or not emulated."));
    parser.addOption({QStringLiteral("isolation"),
                      QCoreApplication::translate("Command", "auto, bubblewrap or none."),
                      QStringLiteral("kind"), QStringLiteral("auto")});
    parser.addOption(outputOption());
    if (const auto over
        = parse(parser, QStringLiteral("doctor [OPTIONS]"), arguments, surroundings))
        return *over;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return fail(format.error(), surroundings);
    const Result<IsolationChoice> isolation = isolationOf(parser);
    if (!isolation)
        return fail(isolation.error(), surroundings);
    Host host(surroundings.dataDirectory, surroundings.cacheDirectory);
    const Result<LimitsInForce> limits = limitsInForce(host, *isolation, EmulationOptions{});
    if (!limits)
        return fail(limits.error(), surroundings);
    const std::vector<Finding> found = findings(host);
    if (*format == OutputFormat::Json)
        printJson(surroundings.out, found, *limits);
    else
        printText(surroundings.out, found, *limits);
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
