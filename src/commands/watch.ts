// roundup build --watch: builds, then again at every change of the show, until Ctrl-C.

import { join, relative, sep } from "node:path";
import { watch as watchFiles } from "chokidar";
import type { Session } from "../io/session.ts";
import { UserError } from "../problem.ts";
import { loadShow } from "./load-show.ts";

/** An editor saves in several steps; a build waits until none has come for this long (milliseconds). */
const SETTLE = 40;

/** Runs `build` now and after each change. Returns 0 when it is interrupted. */
export async function watch(session: Session, build: () => Promise<number>): Promise<number> {
  const { root } = await loadShow(session);
  const stop = openGate();
  let timer: NodeJS.Timeout | null = null;
  let work: Promise<unknown> = Promise.resolve();
  const rebuild = () => {
    work = work.then(build).catch((error: unknown) => {
      // A fault in one build, such as an episode that was just moved, must not end the watch.
      if (!(error instanceof UserError)) return stop.reject(error);
      session.say(`roundup: ${error.message}. ${error.hint}`);
    });
  };
  const watcher = watchFiles(root, {
    ignoreInitial: true,
    ignored: (path) => isIgnored(relative(root, path)),
  });
  watcher.on("all", () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(rebuild, SETTLE);
  });
  watcher.on("error", (error) => stop.reject(error));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => stop.resolve());
  }
  await new Promise((ready) => watcher.once("ready", () => ready(null)));
  rebuild();
  await work;
  session.say(`Watching ${join(root, "episodes")}; stop with Ctrl-C.`);
  try {
    await stop.promise;
  } finally {
    if (timer) clearTimeout(timer);
    await watcher.close();
    await work;
  }
  return 0;
}

/** A promise and its two ends. */
function openGate() {
  let resolve: () => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/** Only what a build reads is watched: settings, names, templates and episodes, and nothing hidden. */
function isIgnored(path: string): boolean {
  const [top = "", ...rest] = path.split(sep);
  if (rest.some((part) => part.startsWith("."))) return true;
  return path !== "" && !["roundup.yaml", "names.yaml", "templates", "episodes"].includes(top);
}
