import { parse } from "node:path";

const widths = [64, 256];
const images = new Set([".jpg", ".png"]);

/** Says which thumbnails of the uploaded images are to be made; a real function would make them. */
export async function handler(event) {
  const thumbnails = [];
  for (const record of event.Records) {
    const key = decodeURIComponent(record.s3.object.key.replaceAll("+", " "));
    const { dir, name, ext } = parse(key);
    if (!images.has(ext)) {
      console.log(`skipped ${key}`);
      continue;
    }
    for (const width of widths)
      thumbnails.push({ source: key, width, target: `thumbnails/${dir}/${name}-${width}${ext}` });
  }
  console.log(`${thumbnails.length} thumbnails`);
  return { thumbnails };
}
