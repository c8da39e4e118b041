// SPDX-License-Identifier: GPL-3.0-or-later
// Uses CPU time or sleeps; tells what it used.
'use strict';

const used = (begin) => {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
};

exports.handler = async (event) => {
  if (event.sleepMs) await new Promise((resolve) => setTimeout(resolve, event.sleepMs));
  const begin = process.cpuUsage();
  while (used(begin) < (event.burnMs || 0));
  return used(begin);
};
