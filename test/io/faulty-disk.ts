// node:fs/promises -> the same calls counted, and made to fail, or never to return, where a test says.
// This is how every moment of a write is tried without a disk that breaks.

import * as nodeFs from "node:fs/promises";
import type { FileSystem } from "../../src/io/write-file.ts";

/** What happens to a call: it is done, fails without being done, is done and then fails, or never returns. */
export type Fate = "done" | { readonly fails: string } | { readonly failsAfter: string } | "never returns";

/** A file system with the names of the calls made so far. */
export interface FaultyDisk {
  readonly fs: FileSystem;
  readonly calls: readonly string[];
  /** Settles when a call has been made that never returns. */
  readonly hasStopped: Promise<void>;
  /** Closes what a call that failed or never returned left open, as the end of a process would. */
  readonly closeFiles: () => Promise<void>;
}

/** A file system whose calls meet the fate that `decide` gives, with their count from 0 and their name. */
export function makeFaultyDisk(decide: (call: number, name: string) => Fate | Promise<Fate>): FaultyDisk {
  const calls: string[] = [];
  const handles = new Set<nodeFs.FileHandle>();
  let stop: () => void = () => undefined;
  const hasStopped = new Promise<void>((settle) => {
    stop = settle;
  });

  async function meet<T>(name: string, act: () => Promise<T>): Promise<T> {
    calls.push(name);
    const fate = await decide(calls.length - 1, name);
    if (fate === "done") return act();
    if (fate === "never returns") {
      stop();
      return new Promise<T>(() => undefined);
    }
    // A file handle is closed even where closing reports a failure, as the system does it.
    if ("failsAfter" in fate || name === "close") await act();
    const code = "failsAfter" in fate ? fate.failsAfter : fate.fails;
    throw Object.assign(new Error(`${code}: made up, ${name}`), { code, syscall: name });
  }

  function wrap<T extends object>(target: T, names: readonly string[]): T {
    return new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== "function") return value;
        if (!names.includes(String(key))) return value.bind(object);
        return (...args: unknown[]) => meet(String(key), () => value.apply(object, args));
      },
    });
  }

  async function open(...args: Parameters<typeof nodeFs.open>): Promise<nodeFs.FileHandle> {
    const handle = await nodeFs.open(...args);
    handles.add(handle);
    return wrap(handle, ["writeFile", "sync", "close"]);
  }

  async function closeFiles(): Promise<void> {
    for (const handle of handles) await handle.close();
  }

  const names = Object.keys(nodeFs).filter((name) => name !== "constants");
  return { fs: wrap({ ...nodeFs, open }, names), calls, hasStopped, closeFiles };
}
