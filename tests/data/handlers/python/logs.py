# SPDX-License-Identifier: GPL-3.0-or-later
import logging

logging.getLogger().setLevel(logging.INFO)
logging.info('while importing')


def handler(event, context):
    logger = logging.getLogger('orders')
    logger.info('accepted %d', 3)
    logger.debug('not shown')
    logger.warning('first line\nsecond line')
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception('failed')
    return None
