# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses CPU time, in this process or in one of its own, or sleeps; tells what it used."""
import subprocess
import sys
import time

BURN = """
import sys, time
while time.process_time() < float(sys.argv[1]):
    pass
print(time.process_time())
"""


def handler(event, context):
    if "sleepMs" in event:
        time.sleep(event["sleepMs"] / 1000)
    if "childMs" in event:
        child = subprocess.run([sys.executable, "-c", BURN, str(event["childMs"] / 1000)],
                               check=True, capture_output=True, text=True)
        return float(child.stdout) * 1000
    begin = time.process_time()
    while (time.process_time() - begin) * 1000 < event.get("burnMs", 0):
        pass
    return (time.process_time() - begin) * 1000
