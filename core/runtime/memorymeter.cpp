// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/memorymeter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace coldframe {

namespace {

Descriptor openProcFile(const char *pattern, pid_t process, pid_t thread = 0)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), pattern, process, thread);
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

std::int64_t residentBytes(pid_t process)
{
    const ProcText file(openProcFile("/proc/%d/statm", process));
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

/// The kernel lists the children of each thread apart.
void appendChildren(std::vector<pid_t> &processes, pid_t parent, pid_t thread)
{
    const ProcText file(openProcFile("/proc/%d/task/%d/children", parent, thread));
    const std::string_view text = file.text();
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at < end) {
        pid_t child = 0;
        const auto [next, error] = std::from_chars(at, end, child);
        if (error == std::errc())
            processes.push_back(child);
        at = next + 1;
    }
}

std::vector<pid_t> threadsOf(pid_t process)
{
    std::vector<pid_t> threads;
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/task", process);
    DIR *const folder = opendir(path.data());
    if (!folder)
        return threads;
    while (const dirent *entry = readdir(folder)) {
        const pid_t thread = static_cast<pid_t>(firstNumber(entry->d_name));
        if (thread > 0)
            threads.push_back(thread);
    }
    closedir(folder);
    return threads;
}

} // namespace

MemoryMeter::MemoryMeter(pid_t root, Root counting)
    : m_root(root)
    , m_counting(counting)
{}

std::vector<pid_t> MemoryMeter::processes(Search search) const
{
    // A cap, so that a fork bomb can't keep the meter busy.
    constexpr std::size_t mostProcesses = 2048;
    std::vector<pid_t> all{m_root};
    for (std::size_t i = 0; i < all.size() && all.size() < mostProcesses; ++i) {
        const pid_t process = all[i];
        if (search == Search::FirstThreads) {
            appendChildren(all, process, process);
            continue;
        }
        for (const pid_t thread : threadsOf(process))
            appendChildren(all, process, thread);
    }
    if (m_counting == Root::NotCounted)
        all.erase(all.begin());
    return all;
}

std::int64_t MemoryMeter::sample()
{
    // Threads seldom have children of their own, and looking through all of them takes longer.
    constexpr int samplesPerThoroughOne = 10;
    const Search search = m_samples++ % samplesPerThoroughOne == 0 ? Search::AllThreads
                                                                   : Search::FirstThreads;
    std::int64_t bytes = 0;
    for (const pid_t process : processes(search))
        bytes += residentBytes(process);
    m_peakBytes = std::max(m_peakBytes, bytes);
    return bytes;
}

void MemoryMeter::openRuntime()
{
    const std::vector<pid_t> all = processes(Search::FirstThreads);
    if (all.empty())
        return;
    m_status = openProcFile("/proc/%d/status", all.front());
    m_children = openProcFile("/proc/%d/task/%d/children", all.front(), all.front());
}

std::int64_t MemoryMeter::peakBytes()
{
    if (!m_status.isValid())
        openRuntime();
    m_peakBytes = std::max(m_peakBytes, highWaterBytes(m_status));
    if (!ProcText(m_children).text().empty())
        sample();
    return m_peakBytes;
}

} // namespace coldframe
