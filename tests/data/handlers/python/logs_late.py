# SPDX-License-Identifier: GPL-3.0-or-later
def handler(event, context):
    """Imports logging only now; the level is the default one."""
    import logging
    logging.info('not shown')
    logging.warning('late')
    return None
