// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/fidelity.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

class Fidelity
{
    Q_DECLARE_TR_FUNCTIONS(Fidelity)

public:
    static std::vector<FidelityEntry> figures()
    {
        return {
            {tr("Init Duration"), Provenance::Measured,
             tr("From the start of the process until the runtime asks for its first event, by the "
                "monotonic clock. It is split into process start, interpreter start, bootstrap and "
                "each import.")},
            {tr("Duration"), Provenance::Measured,
             tr("From the moment the event is written to the runtime until its response is read "
                "completely. A computer that is faster or slower than Lambda gives another "
                "figure.")},
            {tr("Billed Duration"), Provenance::Modelled,
             tr("Init and duration together on a cold start, the duration alone when warm, rounded "
                "up "
                "to whole milliseconds as Lambda does.")},
            {tr("Max Memory Used"), Provenance::Measured,
             tr("The peak of the resident memory of all processes of the environment, read every "
                "few "
                "milliseconds.")},
            {tr("Cost"), Provenance::Modelled,
             tr("Billed duration and configured memory times the published price of the region; "
                "the "
                "price book carries its date and source. Without free tier, taxes and discounts.")},
        };
    }

    static std::vector<FidelityEntry> environment(Isolation isolation)
    {
        const bool isolated = isolation == Isolation::Bubblewrap;
        const QString notIsolated = tr("Needs isolation with bubblewrap, which is not in force.");
        return {
            {tr("Timeout"), Provenance::Measured,
             tr("The environment is killed with everything that it started when the configured "
                "timeout is over.")},
            {tr("Memory limit"), Provenance::Modelled,
             tr("The memory is watched and the environment is killed when it uses more than is "
                "configured; a peak of a few milliseconds can be missed.")},
            {tr("File system: read-only code, own /tmp"),
             isolated ? Provenance::Modelled : Provenance::NotEmulated,
             isolated ? tr("/var/task, /opt and the system are read-only; /tmp is empty at a cold "
                           "start and stays while the environment lives.")
                      : notIsolated},
            {tr("/tmp limit"), isolated ? Provenance::Modelled : Provenance::NotEmulated,
             isolated ? tr("/tmp is a file system of the configured size; writing more fails as it "
                           "does on Lambda.")
                      : notIsolated},
            {tr("CPU share"), Provenance::NotEmulated,
             tr("Lambda gives CPU in proportion to memory, one vCPU at 1,769 MB. Here the function "
                "uses the computer's full speed, so small memory sizes are slower on Lambda.")},
            {tr("Processor architecture"), Provenance::NotEmulated,
             tr("The function runs on this computer's processor; the architecture that is "
                "configured "
                "only chooses the price.")},
        };
    }

    static std::vector<FidelityEntry> platform()
    {
        return {
            {tr("Sandbox creation and code download"), Provenance::NotEmulated,
             tr("Before the init phase, Lambda makes a sandbox and downloads the code; that is not "
                "billed, and it is not part of any figure here.")},
            {tr("Network"), Provenance::NotEmulated,
             tr("Calls leave from this computer, with its latency and bandwidth; there is no VPC "
                "and "
                "no way from the caller to Lambda.")},
            {tr("Time between invocations"), Provenance::NotEmulated,
             tr("Lambda freezes an environment between invocations; here its processes keep "
                "running, "
                "so work in the background goes on.")},
            {tr("Permissions"), Provenance::NotEmulated,
             tr("There is no execution role. The environment carries dummy keys, so calls to AWS "
                "are refused there.")},
            {tr("Layers"), Provenance::NotEmulated,
             tr("/opt is empty: the layers of a function are read from the template and not "
                "mounted yet.")},
        };
    }
};

} // namespace

QString provenanceText(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Measured:
        return Fidelity::tr("measured");
    case Provenance::Modelled:
        return Fidelity::tr("modelled");
    case Provenance::NotEmulated:
        return Fidelity::tr("not emulated");
    }
    return {};
}

std::vector<FidelityEntry> fidelityEntries(Isolation isolation)
{
    std::vector<FidelityEntry> entries = Fidelity::figures();
    for (auto &&group : {Fidelity::environment(isolation), Fidelity::platform()})
        entries.insert(entries.end(), group.begin(), group.end());
    return entries;
}

QString isolationText(Isolation isolation)
{
    switch (isolation) {
    case Isolation::Bubblewrap:
        return Fidelity::tr("bubblewrap");
    case Isolation::None:
        return Fidelity::tr("none");
    }
    return {};
}

} // namespace coldframe
