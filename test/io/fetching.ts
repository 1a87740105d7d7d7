// Pages and an address -> what fetchPage made of it: the page, or the error as it is told.
// No test waits for the real limits: a fetch that hangs ends after two seconds.

import { afterEach } from "vitest";
import { type FetchedPage, type FetchOptions, fetchPage, type Network } from "../../src/io/fetch-page.ts";
import {
  type PageServer,
  type PageServerOptions,
  type ServedPage,
  startPageServer,
} from "../support/page-server.ts";

const started: PageServer[] = [];

afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

/** Starts a server that ends with the test. */
export async function serve(
  pages: Readonly<Record<string, ServedPage>>,
  options?: PageServerOptions,
): Promise<PageServer> {
  const server = await startPageServer(pages, options);
  started.push(server);
  return server;
}

/** Fetches from this machine. */
export function fetchHere(url: string, options: Partial<FetchOptions> = {}): Promise<FetchedPage> {
  return fetchPage(url, { allowLocal: true, ...options, limits: { seconds: 2, ...options.limits } });
}

/** The error of a fetch: its name, its message and its hint, on a line each. A page is an error of the test. */
export async function tellFault(fetched: Promise<FetchedPage>): Promise<string> {
  const outcome = await fetched.then(
    (page) => new Error(`Unexpected page of ${page.url}`),
    (error: Error) => error,
  );
  const hint = "hint" in outcome ? String(outcome.hint) : "";
  return `${outcome.name}: ${outcome.message}\n${hint}`;
}

/** Fetches as on the internet, by a network of the test's own; the system's is asked for nothing. */
export function fetchBy(url: string, network: Network, allowLocal = false): Promise<FetchedPage> {
  return fetchPage(url, { allowLocal, limits: { seconds: 2 } }, network);
}
