// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/memorymeter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <numeric>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace coldframe {

namespace {

Descriptor openProcFile(const char *pattern, pid_t process)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), pattern, process);
    return Descriptor(::open(path.data(), O_RDONLY | O_CLOEXEC));
}

/// The beginning of a file of /proc as it is now; these files are short.
class ProcText
{
public:
    explicit ProcText(const Descriptor &file)
    {
        const ssize_t count = ::pread(file.value(), m_text.data(), m_text.size(), 0);
        m_size = count > 0 ? static_cast<std::size_t>(count) : 0;
    }

    std::string_view text() const { return {m_text.data(), m_size}; }

private:
    std::array<char, 4096> m_text;
    std::size_t m_size = 0;
};

std::int64_t firstNumber(std::string_view text)
{
    const std::size_t begin = text.find_first_of("0123456789");
    std::int64_t number = 0;
    if (begin != std::string_view::npos)
        std::from_chars(text.data() + begin, text.data() + text.size(), number);
    return number;
}

std::int64_t residentBytes(const Descriptor &statm)
{
    const ProcText file(statm);
    const std::string_view text = file.text();
    const std::size_t blank = text.find(' ');
    static const std::int64_t pageBytes = sysconf(_SC_PAGESIZE);
    return blank == std::string_view::npos ? 0 : firstNumber(text.substr(blank)) * pageBytes;
}

std::int64_t highWaterBytes(const Descriptor &status)
{
    const ProcText file(status);
    const std::string_view text = file.text();
    const std::size_t field = text.find("VmHWM:");
    return field == std::string_view::npos ? 0 : firstNumber(text.substr(field)) * 1024;
}

} // namespace

MemoryMeter::MemoryMeter(pid_t root, Root counting)
    : m_root(root)
    , m_counting(counting)
{}

MemoryMeter::ProcessFiles::ProcessFiles(pid_t process)
    : memory(openProcFile("/proc/%d/statm", process))
    , status(openProcFile("/proc/%d/status", process))
    , children(supervisor::openChildren(process, process))
{}

const MemoryMeter::ProcessFiles &MemoryMeter::filesOf(pid_t process)
{
    constexpr std::size_t most = 32; // a fork bomb must not use up our descriptors
    if (const auto known = m_files.find(process); known != m_files.end())
        return known->second;
    if (m_files.size() < most)
        return m_files.emplace(process, process).first->second;
    return m_otherFiles.emplace(process);
}

/// Numbers of processes that are gone are given away again.
void MemoryMeter::forgetOthers(const std::vector<pid_t> &processes)
{
    std::erase_if(m_files, [this, &processes](const auto &entry) {
        return entry.first != m_root
            && std::find(processes.begin(), processes.end(), entry.first) == processes.end();
    });
}

std::vector<pid_t> MemoryMeter::allProcesses() const
{
    std::vector<pid_t> all = supervisor::descendantsOf(m_root, supervisor::Search::AllThreads);
    if (m_counting == Root::Counted)
        all.insert(all.begin(), m_root);
    return all;
}

/// Those that first threads began, which are all of them as a rule.
std::vector<pid_t> MemoryMeter::knownProcesses()
{
    constexpr std::size_t mostProcesses = 8192;
    std::vector<pid_t> all{m_root};
    for (std::size_t i = 0; i < all.size() && all.size() < mostProcesses; ++i)
        supervisor::appendChildrenOf(filesOf(all[i]).children.value(), all);
    if (m_counting == Root::NotCounted)
        all.erase(all.begin());
    forgetOthers(all);
    return all;
}

std::int64_t MemoryMeter::sample()
{
    // Threads seldom have children of their own, and looking through all of them takes longer.
    constexpr unsigned samplesPerThoroughOne = 10;
    const bool thorough = m_samples++ % samplesPerThoroughOne == 0;
    std::int64_t bytes = 0;
    for (const pid_t process : thorough ? allProcesses() : knownProcesses())
        bytes += residentBytes(filesOf(process).memory);
    m_peakBytes = std::max(m_peakBytes, bytes);
    return bytes;
}

std::int64_t MemoryMeter::peakBytes()
{
    const std::vector<pid_t> all = knownProcesses();
    if (all.size() == 1) // its own high water is all there is
        return m_peakBytes = std::max(m_peakBytes, highWaterBytes(filesOf(all.front()).status));
    std::vector<std::int64_t> resident;
    for (const pid_t process : all)
        resident.push_back(residentBytes(filesOf(process).memory));
    const std::int64_t sum = std::accumulate(resident.begin(), resident.end(), std::int64_t(0));
    m_peakBytes = std::max(m_peakBytes, sum);
    // Between two samples it is seldom more than one process that grew and shrank again.
    for (std::size_t i = 0; i < all.size(); ++i)
        m_peakBytes
            = std::max(m_peakBytes, sum - resident[i] + highWaterBytes(filesOf(all[i]).status));
    return m_peakBytes;
}

int MemoryMeter::threads() const
{
    int count = 0;
    for (const pid_t process : allProcesses()) {
        std::array<char, 64> path{};
        std::snprintf(path.data(), path.size(), "/proc/%d/task", process);
        struct stat folder
        { };
        if (stat(path.data(), &folder) == 0) // it has a folder for each thread, and . and ..
            count += static_cast<int>(folder.st_nlink) - 2;
    }
    return count;
}

} // namespace coldframe
