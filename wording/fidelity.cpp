// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/fidelity.h"

#include "wording/fidelitylimits.h"

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
             tr("From the start of the runtime and the extensions in the ready sandbox until all "
                "of "
                "them have asked for their first event, by the monotonic clock. It is split into "
                "its phases and each import.")},
            {tr("Duration"), Provenance::Measured,
             tr("From the moment the event is written to the runtime until its response is read "
                "completely. A computer that is faster or slower than Lambda gives another "
                "figure.")},
            {tr("Max Memory Used"), Provenance::Measured,
             tr("The peak of the memory of all processes of the environment since it started, as "
                "on Lambda, and not of the single invocation. Invocations that end within two "
                "milliseconds of each other share a reading.")},
            {tr("Billed Duration"), Provenance::Modelled,
             tr("Init and duration together on a cold start, the duration alone when warm, with "
                "the "
                "time that extensions need after the response, rounded up to whole milliseconds.")},
            {tr("Cost"), Provenance::Modelled,
             tr("Billed duration and configured memory times the published price of the region; "
                "the "
                "price book carries its date and source. Without free tier, taxes and discounts.")},
            {tr("CPU Time"), Provenance::Measured,
             tr("Of all processes of the environment during the invoke phase, by the control group "
                "where it keeps the account, else by the processes' own clocks.")},
            {tr("Power Tuning"), Provenance::Modelled,
             tr("Durations at other memory sizes are computed from CPU time and waiting time "
                "without a limit; a few sizes are measured under their CPU quota. How fast "
                "Lambda's processors are is an assumption that is always told.")},
        };
    }

    static std::vector<FidelityEntry> lifecycle()
    {
        return {
            {tr("Timeout"), Provenance::Enforced,
             tr("When it is over, everything that runs in the environment is killed; the next "
                "invocation starts the processes anew and finds its /tmp again.")},
            {tr("Time of the init phase"), Provenance::Enforced,
             tr("After 10 s it is broken off and repeated inside the first invocation, under the "
                "function's timeout.")},
            {tr("Shutdown time"), Provenance::Enforced,
             tr("None without extensions, 500 ms with internal and 2,000 ms with external ones; "
                "what "
                "still runs then is killed.")},
            {tr("Concurrency limits"), Provenance::Enforced,
             tr("The account's, reserved and provisioned concurrency, and the rates of requests and "
                "of new environments; what is above them is throttled with status 429. The cap of "
                "environments on this computer is no rule of Lambda: it holds events back.")},
            {tr("Idle lifetime of environments"), Provenance::Modelled,
             tr("Lambda promises none. How long an environment waits for another event here is an "
                "assumption: 5 minutes where nothing else is set.")},
            {tr("Asynchronous events"), Provenance::Enforced,
             tr("The queue, its retries, back-off, maximum age, destinations and dead letters are "
                "Lambda's, on a clock that can be advanced. Records go to what this computer has: "
                "functions, files and local addresses.")},
            {tr("Extensions"), Provenance::Enforced,
             tr("External and internal ones register and get INVOKE and SHUTDOWN events; the init "
                "phase and each invocation wait for them.")},
            {tr("Telemetry API and Logs API"), Provenance::Modelled,
             tr("Subscribers get platform events and logs by HTTP or TCP, buffered as they ask "
                "for; "
                "the figures in them are those of this computer.")},
            {tr("Payload sizes"), Provenance::Enforced,
             tr("6 MB for an event and for a response, 200 MB for a streamed response; what is "
                "larger fails with Lambda's error.")},
            {tr("SnapStart hooks"), Provenance::Measured,
             tr("The init phase and the hooks before the snapshot and after the restore are run "
                "and "
                "measured.")},
            {tr("SnapStart snapshots"), Provenance::NotEmulated,
             tr("No image of the memory is taken and restored, so the time that this takes on "
                "Lambda is not part of any figure.")},
        };
    }

    static std::vector<FidelityEntry> platform(const LimitsInForce &limits)
    {
        const bool ownKeys = limits.emulation.credentials == CredentialsChoice::PassedThrough;
        return {
            {tr("Permissions"), Provenance::NotEmulated,
             ownKeys
                 ? tr("There is no execution role: your own AWS credentials are passed to the "
                      "function, which may do in your account whatever you may.")
                 : tr("There is no execution role. The environment carries dummy keys, so calls "
                      "to AWS are refused there.")},
            {tr("Network"), Provenance::NotEmulated,
             tr("Calls leave from this computer, with its latency and bandwidth; there is no VPC "
                "and no way from the caller to Lambda.")},
            {tr("Processor architecture"), Provenance::NotEmulated,
             tr("The function runs on this computer's processor; the architecture that is "
                "configured only chooses the price.")},
            {tr("Sandbox creation and code download"), Provenance::NotEmulated,
             tr("Before the init phase, Lambda makes a sandbox and downloads the code; that is not "
                "billed. The phase Sandbox shows what setting up the isolation took here.")},
            {tr("X-Ray"), Provenance::NotEmulated,
             tr("The function sees a trace id for each event, but nothing receives its segments.")},
            {tr("Metadata endpoint"), Provenance::NotEmulated,
             tr("AWS_LAMBDA_METADATA_API is not set, so no function learns an availability zone.")},
        };
    }
};

} // namespace

std::vector<Provenance> allProvenances()
{
    return {Provenance::Enforced, Provenance::Measured, Provenance::Modelled,
            Provenance::NotEmulated};
}

QString provenanceText(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Enforced:
        return Fidelity::tr("enforced");
    case Provenance::Measured:
        return Fidelity::tr("measured");
    case Provenance::Modelled:
        return Fidelity::tr("modelled");
    case Provenance::NotEmulated:
        return Fidelity::tr("not emulated");
    }
    return {};
}

std::vector<FidelityEntry> fidelityEntries(const LimitsInForce &limits)
{
    std::vector<FidelityEntry> entries = Fidelity::figures();
    for (auto &&group : {limitEntries(limits), Fidelity::lifecycle(), Fidelity::platform(limits)})
        entries.insert(entries.end(), group.begin(), group.end());
    return entries;
}

} // namespace coldframe
