from urllib.parse import unquote_plus


def handler(event, context):
    objects = []
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        # Keys arrive form-URL-encoded: a space is a plus sign.
        key = unquote_plus(record["s3"]["object"]["key"])
        size = record["s3"]["object"].get("size", 0)  # not there when an object was removed
        print(f"{record['eventName']}: s3://{bucket}/{key} ({size} bytes)")
        objects.append({"bucket": bucket, "key": key, "size": size})
    return {"count": len(objects), "bytes": sum(o["size"] for o in objects), "objects": objects}
