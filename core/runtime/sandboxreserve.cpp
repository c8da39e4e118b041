// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandboxreserve.h"

#include <utility>
#include <vector>

#include <sys/stat.h>

namespace coldframe {

namespace {

/// What a sandbox shows is fixed when it is set up: folders by what they were then, not by name.
struct ShownFolders
{
    std::vector<std::pair<dev_t, ino_t>> folders;
    std::vector<OutsideLink> links;

    bool operator==(const ShownFolders &) const = default;
};

ShownFolders shownFolders(const SandboxPlan &plan)
{
    ShownFolders shown{{}, outsideLinks(plan.codeDirectory)};
    for (const QString &path :
         QStringList{plan.codeDirectory, plan.runtimeDirectory, plan.optDirectory}
             + plan.readOnlyFolders) {
        struct stat status{};
        if (stat(path.toLocal8Bit().constData(), &status) == 0)
            shown.folders.emplace_back(status.st_dev, status.st_ino);
        else
            shown.folders.emplace_back();
    }
    return shown;
}

} // namespace

struct SandboxReserve::Spare
{
    SandboxPlan plan;
    ShownFolders shown;
    std::unique_ptr<Sandbox> sandbox;

    bool isGoodFor(const SandboxPlan &wanted) const
    {
        return plan == wanted && !sandbox->hasEnded() && shown == shownFolders(wanted);
    }
};

SandboxReserve::SandboxReserve(const Clock &clock)
    : m_clock(clock)
{ }

SandboxReserve::~SandboxReserve() = default;

void SandboxReserve::prepare(const SandboxPlan &plan)
{
    if (m_spare && m_spare->isGoodFor(plan))
        return;
    m_spare.reset();
    ShownFolders shown = shownFolders(plan);
    if (Result<std::unique_ptr<Sandbox>> sandbox = Sandbox::start(plan, m_clock))
        m_spare = std::make_unique<Spare>(Spare{plan, std::move(shown), std::move(*sandbox)});
}

std::unique_ptr<Sandbox> SandboxReserve::take(const SandboxPlan &plan)
{
    if (!m_spare || !m_spare->isGoodFor(plan))
        return nullptr;
    return std::move(std::exchange(m_spare, nullptr)->sandbox);
}

void SandboxReserve::clear()
{
    m_spare.reset();
}

} // namespace coldframe
