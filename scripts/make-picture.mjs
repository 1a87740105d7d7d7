// The sample show -> the pictures of the README: docs/transcript.png, the top of a transcript, and
// docs/prompter.png, the prompter at work. Run by hand after a change of a page: `npm run build && node
// scripts/make-picture.mjs`. It needs Chromium, at /usr/bin/chromium or where $CHROMIUM says, and sets the pages
// in the fonts of the machine it runs on.

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

const PICTURES = [
  { name: "transcript.png", words: ["build", "018"], page: "018/transcript.html", prepare: findCut },
  {
    name: "prompter.png",
    words: ["export", "002"],
    page: "002/script.html#story-bin-lorry-tablets",
    prepare: startPrompter,
  },
];

const out = mkdtempSync(join(tmpdir(), "roundup-picture-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--font-render-hinting=none"],
});
try {
  for (const { name, words, page, prepare } of PICTURES) {
    const program = join(root, "dist", "roundup.js");
    execFileSync(process.execPath, [program, ...words, "--quiet", "--show", root, "--out", out]);
    const picture = encodePng(await photograph(page, prepare));
    writeFileSync(join(root, "docs", name), picture);
    console.log(`docs/${name}: ${Math.ceil(picture.length / 1024)} KB`);
  }
} finally {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
}

/** Takes the picture of a page: its size, and its pixels as red, green, blue and alpha. */
async function photograph(path, prepare) {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: MAX_HEIGHT },
    deviceScaleFactor: SHARPNESS,
    colorScheme: "light",
  });
  const [file, place = ""] = path.split("#");
  await page.goto(`${pathToFileURL(join(out, file)).href}#${place}`);
  const height = await prepare(page);
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height } });
  const size = { width: WIDTH * SHARPNESS, height: height * SHARPNESS };
  // On an empty page, since the policy of a page of ours may let no picture in.
  const reader = await browser.newPage();
  const pixels = await reader.evaluate(readPixels, shot.toString("base64"));
  return { ...size, pixels: Buffer.from(pixels, "base64") };
}

/** The prompter, running since four seconds, its controls gone. */
async function startPrompter(page) {
  const height = 560;
  await page.setViewportSize({ width: WIDTH, height });
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await page.keyboard.press("Space");
  await page.waitForTimeout(4000);
  return height;
}

/** An even height that ends under the last paragraph that fits, so that no line is halved. */
function findCut(page) {
  return page.evaluate((most) => {
    const ends = [...document.querySelectorAll("main p")].map((p) => p.getBoundingClientRect().bottom);
    return 2 * Math.floor(Math.max(...ends.filter((end) => end <= most - 20)) / 2 + 10);
  }, MAX_HEIGHT);
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
