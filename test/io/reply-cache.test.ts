// A reply -> a file under its request's digest, and back; whatever else stands there is as if it were not.

import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findReply, keepReply } from "../../src/io/reply-cache.ts";
import { fillFolder, makeTemporaryFolder, readTree } from "./temporary-folder.ts";

const REPLY = { content: '{"intro":"Ŷ"}', model: "gpt-5-mini", tokens: { input: 12, output: 3 } };
const DIGEST = "ab".repeat(32);

test("a reply comes back as it was kept, and the folder holds nothing else", async () => {
  const folder = join(await makeTemporaryFolder(), "out/.replies");
  expect(await findReply(folder, DIGEST)).toBeNull();
  expect(await keepReply(folder, DIGEST, REPLY)).toBe(true);
  expect(await findReply(folder, DIGEST)).toEqual(REPLY);
  expect(await findReply(folder, "cd".repeat(32))).toBeNull();
  expect(await readTree(folder)).toEqual({ [`${DIGEST}.json`]: `${JSON.stringify(REPLY, null, 2)}\n` });
  const uncounted = { ...REPLY, tokens: null };
  expect(await keepReply(folder, DIGEST, uncounted)).toBe(true);
  expect(await findReply(folder, DIGEST)).toEqual(uncounted);
});

test.each([
  ["an empty file", ""],
  ["half a file", '{"content":"{\\"in'],
  ["another shape", '{"content":1,"model":"m","tokens":null}'],
  ["a list", "[]"],
  ["null", "null"],
  ["a key that is none of ours", '{"content":"a","model":"m","tokens":null,"key":"sk"}'],
  ["no words", '{"content":"","model":"m","tokens":null}'],
  ["over 2 MB", JSON.stringify({ ...REPLY, content: "x".repeat(2 * 1024 * 1024) })],
])("%s is no reply, and is replaced by one", async (_, text) => {
  const folder = await makeTemporaryFolder();
  await fillFolder(folder, { [`${DIGEST}.json`]: text });
  expect(await findReply(folder, DIGEST)).toBeNull();
  expect(await keepReply(folder, DIGEST, REPLY)).toBe(true);
  expect(await findReply(folder, DIGEST)).toEqual(REPLY);
});

test("a link or a folder in a reply's place is not read, nor written through", async () => {
  const folder = await makeTemporaryFolder();
  await fillFolder(folder, { "target.json": JSON.stringify(REPLY) });
  await symlink("target.json", join(folder, `${DIGEST}.json`));
  await mkdir(join(folder, "cd.json"));
  const before = await readTree(folder);
  for (const digest of [DIGEST, "cd"]) {
    expect(await findReply(folder, digest)).toBeNull();
    expect(await keepReply(folder, digest, { ...REPLY, content: "other" })).toBe(false);
  }
  expect(await readTree(folder)).toEqual(before);
});

test("a folder that is a link, or a file, keeps nothing and is no fault", async () => {
  const folder = await makeTemporaryFolder();
  const elsewhere = await makeTemporaryFolder();
  await fillFolder(elsewhere, { [`${DIGEST}.json`]: JSON.stringify(REPLY) });
  await symlink(elsewhere, join(folder, "link"));
  await writeFile(join(folder, "file"), "");
  for (const name of ["link", "file", "file/below"]) {
    expect(await findReply(join(folder, name), DIGEST)).toBeNull();
    expect(await keepReply(join(folder, name), "ef", REPLY)).toBe(false);
  }
  expect(await readdir(elsewhere)).toEqual([`${DIGEST}.json`]);
});

test("a digest that could lead out of the folder is none", async () => {
  const folder = await makeTemporaryFolder();
  await fillFolder(folder, { "up.json": JSON.stringify(REPLY), "in/x": "" });
  for (const digest of ["../up", "", ".", "a/b", "a.b"]) {
    expect(await findReply(join(folder, "in"), digest)).toBeNull();
    expect(await keepReply(join(folder, "in"), digest, REPLY)).toBe(false);
  }
});
