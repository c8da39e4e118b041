import json
import os
import uuid
from datetime import datetime, timezone

PRICES = {"tea": 4.5, "cup": 9.0, "pot": 24.0}

ORDERS = {
    "1001": {
        "customer": {"name": "Ada", "city": "London"},
        "items": [{"sku": "tea", "quantity": 3}, {"sku": "cup", "quantity": 2}],
    }
}


class UnknownProduct(Exception):
    pass


def total(items):
    return sum(price_of(item["sku"]) * item["quantity"] for item in items)


def price_of(sku):
    if sku not in PRICES:
        raise UnknownProduct(f"there is no product {sku}")
    return PRICES[sku]


def answer(status, body):
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body),
    }


def read(order_id):
    order = ORDERS.get(order_id)
    if order is None:
        return answer(404, {"message": f"there is no order {order_id}"})
    return answer(200, {"id": order_id, **order, "total": total(order["items"])})


def create(event):
    items = json.loads(event["body"])["items"]
    order = {
        "id": str(uuid.uuid4()),
        "createdAt": datetime.now(timezone.utc).isoformat(),
        "items": items,
        "total": total(items),
    }
    print(f"created {order['id']}")
    return answer(201, order)


def handler(event, context):
    match event.get("routeKey"):
        case "GET /health":
            return answer(200, {"status": "ok", "stage": os.environ["STAGE"]})
        case "GET /orders/{id}":
            return read(event["pathParameters"]["id"])
        case "POST /orders":
            return create(event)
        case route:
            return answer(404, {"message": f"there is nothing at {route}"})
