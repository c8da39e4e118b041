// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/fidelitylimits.h"

#include <QCoreApplication>
#include <QStringList>

namespace coldframe {

namespace {

class Limits
{
    Q_DECLARE_TR_FUNCTIONS(FidelityLimits)

public:
    static FidelityEntry memory(LimitMeans means)
    {
        const QString subject = tr("Memory limit");
        switch (means) {
        case LimitMeans::Kernel:
            return {
                subject, Provenance::Enforced,
                tr("The memory of all processes is read every 10 ms and the environment is "
                   "killed when it is above what is configured; a control group ends what grows "
                   "too fast for that. A peak of less than 10 ms can pass.")};
        case LimitMeans::Watched:
            return {subject, Provenance::Modelled,
                    tr("The memory of all processes is read every 10 ms and the environment is "
                       "killed when it is above what is configured; what grows very fast goes "
                       "beyond it before. This user can make no control group, which would end "
                       "that.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated, tr("The memory is measured and not limited.")};
    }

    static FidelityEntry temporaryStorage(LimitMeans means)
    {
        const QString subject = tr("/tmp limit");
        switch (means) {
        case LimitMeans::Kernel:
            return {
                subject, Provenance::Enforced,
                tr("/tmp is a file system of the configured size of its own; writing more fails "
                   "with \"No space left on device\".")};
        case LimitMeans::Watched:
            return {subject, Provenance::Modelled,
                    tr("The size of /tmp is looked at from time to time.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated,
                tr("A function can fill /tmp as far as this computer's disk allows. %1")
                    .arg(needsBubblewrap())};
    }

    static FidelityEntry fileSystem(Isolation isolation)
    {
        const QString subject = tr("Read-only file system, own /tmp");
        if (isolation == Isolation::Bubblewrap)
            return {
                subject, Provenance::Enforced,
                tr("/var/task, /opt and the system are read-only; /tmp is empty at a cold start "
                   "and stays while the environment lives.")};
        return {subject, Provenance::NotEmulated,
                tr("The function sees this computer's files with the rights of this user and may "
                   "change them. %1")
                    .arg(needsBubblewrap())};
    }

    static FidelityEntry layers(Isolation isolation)
    {
        const QString subject = tr("Layers");
        if (isolation == Isolation::Bubblewrap)
            return {subject, Provenance::Enforced,
                    tr("Folders and zip files are merged into /opt in their order, at most five; "
                       "the runtime's search paths find them there.")};
        return {subject, Provenance::Modelled,
                tr("Folders and zip files are merged in their order, at most five, and the "
                   "runtime's search paths find them; their folder is not /opt. %1")
                    .arg(needsBubblewrap())};
    }

    static FidelityEntry descriptors(LimitMeans means)
    {
        const QString subject = tr("Open descriptors");
        if (means == LimitMeans::Kernel)
            return {subject, Provenance::Enforced,
                    tr("A process can have 1,024 of them open; the next one fails.")};
        return {subject, Provenance::NotEmulated, tr("This computer's own limit holds.")};
    }

    static FidelityEntry processes(LimitMeans means)
    {
        const QString subject = tr("Processes and threads");
        switch (means) {
        case LimitMeans::Kernel:
            return {subject, Provenance::Enforced,
                    tr("An environment can have 1,024 of them together; starting one more fails.")};
        case LimitMeans::Watched:
            return {
                subject, Provenance::Modelled,
                tr("They are counted from time to time, and an environment with more than 1,024 "
                   "is killed.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated, tr("This user's own limit holds.")};
    }

    static FidelityEntry descendants(LimitMeans means)
    {
        const QString subject = tr("Processes that stay behind");
        switch (means) {
        case LimitMeans::Kernel:
            return {subject, Provenance::Enforced,
                    tr("There are none: the kernel ends all processes of an environment with it, "
                       "also when Coldframe itself is killed.")};
        case LimitMeans::Watched:
            return {subject, Provenance::Modelled,
                    tr("A supervisor ends all processes of an environment with it, also when "
                       "Coldframe itself is killed; a function that kills the supervisor gets "
                       "away.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated,
                tr("A process that leaves its session goes on when the environment has ended.")};
    }

    static FidelityEntry cpuShare(const LimitsInForce &limits)
    {
        const QString subject = tr("CPU share");
        if (!limits.emulation.limitsCpu)
            return {subject, Provenance::NotEmulated,
                    tr("Lambda gives CPU in proportion to memory, one vCPU at 1,769 MB. Here the "
                       "function uses the computer's full speed, so small memory sizes are slower "
                       "on Lambda; an option of the run limits it.")};
        switch (limits.cpuShare) {
        case LimitMeans::Kernel:
            return {
                subject, Provenance::Enforced,
                tr("The kernel gives CPU time in proportion to memory, one vCPU at 1,769 MB, in "
                   "periods of 20 ms. How fast one vCPU is differs from Lambda's.")};
        case LimitMeans::Watched:
            return {subject, Provenance::Modelled,
                    tr("The processes are stopped when the CPU time of 20 ms is spent, which is in "
                       "proportion to memory, one vCPU at 1,769 MB. How fast one vCPU is differs "
                       "from Lambda's.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated,
                tr("It was asked for, but this user may not make the control groups that it "
                   "needs.")};
    }

    static FidelityEntry bandwidth(const EmulationOptions &emulation)
    {
        const QString subject = tr("Bandwidth of streamed responses");
        if (emulation.limitsBandwidth)
            return {subject, Provenance::Enforced,
                    tr("After the first 6 MB, a streamed response is taken at 2 MB per second.")};
        return {subject, Provenance::NotEmulated,
                tr("A streamed response is taken as fast as it comes; an option of the run limits "
                   "it to 2 MB per second after the first 6 MB.")};
    }

    static FidelityEntry freeze(const LimitsInForce &limits)
    {
        const QString subject = tr("Freeze between invocations");
        if (!limits.emulation.freezesBetweenInvocations)
            return {subject, Provenance::NotEmulated,
                    tr("It is switched off: work in the background goes on between invocations, "
                       "which it does not on Lambda.")};
        switch (limits.freeze) {
        case LimitMeans::Kernel:
            return {subject, Provenance::Enforced,
                    tr("A control group stands still as a whole until the next event.")};
        case LimitMeans::Watched:
            return {subject, Provenance::Enforced,
                    tr("Every process of the environment is stopped until the next event.")};
        case LimitMeans::None:
            break;
        }
        return {subject, Provenance::NotEmulated,
                tr("Processes keep running between invocations.")};
    }

    static QString join(const QStringList &parts)
    {
        if (parts.size() < 2)
            return parts.join(QString());
        return tr("%1 and %2")
            .arg(parts.first(parts.size() - 1).join(QStringLiteral(", ")), parts.last());
    }

    static QString text(const LimitsInForce &limits)
    {
        QStringList enforced;
        if (limits.memory == LimitMeans::Kernel)
            enforced.append(tr("memory"));
        if (limits.temporaryStorage == LimitMeans::Kernel)
            enforced.append(tr("/tmp"));
        if (limits.emulation.limitsCpu && limits.cpuShare == LimitMeans::Kernel)
            enforced.append(tr("CPU"));
        QStringList parts{limits.isolation == Isolation::Bubblewrap
                              ? isolationText(limits.isolation)
                              : tr("no isolation")};
        if (!enforced.isEmpty())
            parts.append(tr("%1 enforced").arg(join(enforced)));
        if (limits.memory == LimitMeans::Watched)
            parts.append(tr("memory watched"));
        return parts.join(QStringLiteral(" · "));
    }

private:
    static QString needsBubblewrap()
    {
        return tr("Needs isolation with bubblewrap, which is not in force.");
    }
};

} // namespace

std::vector<FidelityEntry> limitEntries(const LimitsInForce &limits)
{
    return {Limits::memory(limits.memory),
            Limits::temporaryStorage(limits.temporaryStorage),
            Limits::fileSystem(limits.isolation),
            Limits::descriptors(limits.descriptors),
            Limits::processes(limits.processes),
            Limits::descendants(limits.descendants),
            Limits::cpuShare(limits),
            Limits::bandwidth(limits.emulation),
            Limits::freeze(limits),
            Limits::layers(limits.isolation)};
}

QString isolationText(Isolation isolation)
{
    switch (isolation) {
    case Isolation::Bubblewrap:
        return Limits::tr("bubblewrap");
    case Isolation::None:
        return Limits::tr("none");
    }
    return {};
}

QString limitsText(const LimitsInForce &limits)
{
    return Limits::text(limits);
}

} // namespace coldframe
