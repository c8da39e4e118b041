count = 0
client = None


class Client:
    def __init__(self):
        self.region = "us-east-1"


def handler(event, context):
    global count, client
    client = client or Client()  # kept on purpose: this does no harm
    count += 1
    with open("/tmp/visitors", "a") as file:
        file.write(event.get("name", "nobody") + "\n")
    with open("/tmp/visitors") as file:
        visitors = ", ".join(file.read().split())
    return {"count": count, "visitors": visitors}
