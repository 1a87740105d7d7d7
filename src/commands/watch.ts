// roundup build --watch: builds, then again at every change of the show, until Ctrl-C.

import { relative, sep } from "node:path";
import { watch as watchFiles } from "chokidar";
import { formatUserError, relativePath, type Session } from "../io/session.ts";
import { UserError } from "../problem.ts";
import { loadShow } from "./load-show.ts";

/** An editor saves in several steps; a build waits until none has come for this long (milliseconds). */
const SETTLE = 40;

/**
 * Runs `build` now and after each change. Returns 0 when it is interrupted, 143 when it is ended. What stops
 * the first build, such as an episode that is not there, stops the watch as well.
 */
export async function watch(session: Session, build: () => Promise<number>): Promise<number> {
  const { root } = await loadShow(session);
  const stop = openGate();
  let timer: NodeJS.Timeout | null = null;
  let work: Promise<unknown> = Promise.resolve();
  const rebuild = () => {
    work = work.then(build).catch((error: unknown) => {
      // Later an episode may be moved for a moment, which must not end the watch.
      if (!(error instanceof UserError)) return stop.reject(error);
      process.stderr.write(formatUserError(error));
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
  watcher.on("error", (error) => stop.reject(explainWatching(error)));
  for (const [signal, status] of [
    ["SIGINT", 0],
    ["SIGTERM", 143],
  ] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => stop.resolve(status));
  }
  try {
    const ready = new Promise<void>((done) => watcher.once("ready", () => done()));
    await Promise.race([ready, stop.promise]);
    work = build();
    await work;
    session.say(`Watching ${relativePath(root, session.cwd)}; stop with Ctrl-C.`);
    return await stop.promise;
  } finally {
    if (timer) clearTimeout(timer);
    await watcher.close();
    await work.catch(() => undefined);
  }
}

/** A system that watches no more files is the user's to mend. */
function explainWatching(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (!["ENOSPC", "EMFILE", "ENFILE"].includes(code)) return error;
  return new UserError(
    `The show cannot be watched: the system watches no more files (${code})`,
    "End other programs that watch files, or build without --watch.",
  );
}

/** A promise of an exit status, and its two ends. */
function openGate() {
  let resolve: (status: number) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<number>((done, failed) => {
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
