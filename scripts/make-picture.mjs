// The sample show's episode 018 -> docs/transcript.png, the picture of the README: the top of its transcript.
// Run by hand after a change of the page: `npm run build && node scripts/make-picture.mjs`. It needs Chromium,
// at /usr/bin/chromium or where $CHROMIUM says, and sets the page in the fonts of the machine it runs on.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { chromium } from "playwright-core";

const WIDTH = 1000;
const MAX_HEIGHT = 900;
const SHARPNESS = 1.5;
const COLOURS = 64;
const root = fileURLToPath(new URL("..", import.meta.url));

const picture = encodePng(await photograph());
writeFileSync(join(root, "docs", "transcript.png"), picture);
console.log(`docs/transcript.png: ${Math.ceil(picture.length / 1024)} KB`);

/** Builds the episode and takes the picture: its size, and its pixels as red, green, blue and alpha. */
async function photograph() {
  const out = mkdtempSync(join(tmpdir(), "roundup-picture-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--font-render-hinting=none"],
  });
  try {
    const program = join(root, "dist", "roundup.js");
    execFileSync(process.execPath, [program, "build", "018", "--quiet", "--show", root, "--out", out]);
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: MAX_HEIGHT },
      deviceScaleFactor: SHARPNESS,
      colorScheme: "light",
    });
    await page.goto(pathToFileURL(join(out, "018", "transcript.html")).href);
    const height = await page.evaluate(findCut, MAX_HEIGHT);
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height } });
    const size = { width: WIDTH * SHARPNESS, height: height * SHARPNESS };
    const pixels = await page.evaluate(readPixels, shot.toString("base64"));
    return { ...size, pixels: Buffer.from(pixels, "base64") };
  } finally {
    await browser.close();
    rmSync(out, { recursive: true, force: true });
  }
}

/** Run in the page: an even height that ends under the last paragraph that fits, so that no line is halved. */
function findCut(most) {
  const ends = [...document.querySelectorAll("main p")].map((p) => p.getBoundingClientRect().bottom);
  return 2 * Math.floor(Math.max(...ends.filter((end) => end <= most - 20)) / 2 + 10);
}

/** Run in the page: a PNG in base64 -> its pixels in base64. */
async function readPixels(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let at = 0; at < data.length; at += 32768)
    text += String.fromCharCode(...data.subarray(at, at + 32768));
  return btoa(text);
}

/** Pixels -> PNG with a palette: a page of text has few colours, and a third of the bytes says them. */
function encodePng({ width, height, pixels }) {
  const counts = new Map();
  const colours = Array.from({ length: width * height }, (_, i) => pixels.readUIntBE(i * 4, 3));
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, COLOURS);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (a, b) => Math.hypot(...parts(a).map((part, i) => part - parts(b)[i]));
  const nearest = new Map(
    [...counts.keys()].map((colour) => {
      const far = palette.map((other) => distance(colour, other));
      return [colour, far.indexOf(Math.min(...far))];
    }),
  );
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, i) => {
    rows[i + Math.floor(i / width) + 1] = nearest.get(colour);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
