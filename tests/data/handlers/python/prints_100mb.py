# SPDX-License-Identifier: GPL-3.0-or-later
def handler(event, context):
    line = 'x' * 1023
    for _ in range(100 * 1024):
        print(line)
    return 'printed'
