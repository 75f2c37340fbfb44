// A process of its own, to be killed when a picture is made to eat the machine: the picture's path, and where the copy goes.
import sharp from "sharp";

const PIXELS_MAX = 60_000_000;
const SIDE_MAX = 2_560;

const [, , from, to, contentType] = process.argv;
if (from === undefined || to === undefined) throw new Error("clean-image-child FROM TO TYPE");
sharp.concurrency(1);
sharp.cache(false);
// Turned upright first: how the camera was held is said in what is left out.
const upright = sharp(from, { limitInputPixels: PIXELS_MAX, failOn: "error", sequentialRead: true })
  .rotate()
  .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: "inside", withoutEnlargement: true });
await (contentType === "image/png" ? upright.png() : upright.flatten({ background: "#fff" }).jpeg({ quality: 85 })).toFile(to);
