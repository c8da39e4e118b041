import json


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            process(json.loads(record["body"]))
        except Exception as error:
            # Only the messages named here are delivered again.
            print(f"message {record['messageId']} failed: {error!r}")
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def process(order):
    if order["quantity"] < 1:
        raise ValueError(f"order {order['orderId']}: quantity must be at least 1")
    print(f"order {order['orderId']}: {order['quantity']} x {order['item']}")
