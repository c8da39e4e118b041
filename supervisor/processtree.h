// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

/// The descendants of a process as /proc tells them.
namespace coldframe::supervisor {

/// Where to look for children: the kernel lists those of each thread apart, threads seldom have
/// any, and looking through all of them takes longer.
enum class Search { FirstThreads, AllThreads };

/// Reads an open children file from its beginning.
inline void appendChildrenOf(int file, std::vector<pid_t> &processes)
{
    std::array<char, 4096> text;
    pid_t number = 0;
    off_t at = 0;
    for (;;) {
        const ssize_t count = pread(file, text.data(), text.size(), at);
        if (count <= 0)
            break;
        at += count;
        for (ssize_t i = 0; i < count; ++i) {
            const char digit = text[static_cast<std::size_t>(i)];
            if (digit >= '0' && digit <= '9') {
                number = number * 10 + (digit - '0');
            } else if (number > 0) {
                processes.push_back(number);
                number = 0;
            }
        }
        if (count < static_cast<ssize_t>(text.size()) - 64) // the next number would have had room
            break;
    }
}

inline int openChildren(pid_t process, pid_t thread)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/task/%d/children", process, thread);
    return open(path.data(), O_RDONLY | O_CLOEXEC);
}

inline void appendChildren(pid_t process, pid_t thread, std::vector<pid_t> &processes)
{
    const int file = openChildren(process, thread);
    if (file < 0)
        return;
    appendChildrenOf(file, processes);
    close(file);
}

/// Calls visit(thread) for each thread of a process.
template <typename Visit>
void forEachThread(pid_t process, Visit visit)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/task", process);
    DIR *const folder = opendir(path.data());
    if (!folder)
        return;
    while (const dirent *entry = readdir(folder)) {
        const auto thread = static_cast<pid_t>(std::atoi(entry->d_name));
        if (thread > 0)
            visit(thread);
    }
    closedir(folder);
}

/// Appends the children, their children and so on of the processes from index `begin` on.
inline void appendDescendants(std::vector<pid_t> &processes, std::size_t begin, Search search)
{
    // A cap, so that a fork bomb can't keep the reader busy.
    constexpr std::size_t mostProcesses = 8192;
    for (std::size_t i = begin; i < processes.size() && processes.size() < mostProcesses; ++i) {
        const pid_t process = processes[i];
        if (search == Search::FirstThreads)
            appendChildren(process, process, processes);
        else
            forEachThread(process, [&processes, process](pid_t thread) {
                appendChildren(process, thread, processes);
            });
    }
}

/// All processes below root, without it. Zombies are among them.
inline std::vector<pid_t> descendantsOf(pid_t root, Search search)
{
    std::vector<pid_t> processes{root};
    appendDescendants(processes, 0, search);
    processes.erase(processes.begin());
    return processes;
}

/// Stops every process below root with SIGSTOP and adds it to `stopped`, again and again until no
/// new one is found: what is stopped can't fork any more. Gives up after many rounds.
inline void stopDescendants(pid_t root, Search search, std::vector<pid_t> &stopped)
{
    constexpr int mostRounds = 200;
    std::sort(stopped.begin(), stopped.end());
    for (int round = 0; round < mostRounds; ++round) {
        std::vector<pid_t> found = descendantsOf(root, search);
        std::vector<pid_t> fresh;
        std::sort(found.begin(), found.end());
        std::set_difference(found.begin(), found.end(), stopped.begin(), stopped.end(),
                            std::back_inserter(fresh));
        if (fresh.empty())
            return;
        for (const pid_t process : fresh)
            kill(process, SIGSTOP);
        stopped.insert(stopped.end(), fresh.begin(), fresh.end());
        std::sort(stopped.begin(), stopped.end());
    }
}

} // namespace coldframe::supervisor
