// Pages by their paths -> a server on loopback that serves them, and misbehaves where a page says so.
// It keeps what it was asked, and counts connections, so that a test can see that none was made.

import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { extname } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { type PageFault, sendFault } from "./page-server-faults.ts";

/** A page as it is served; 200 and `text/html; charset=utf-8` unless it says otherwise. */
export interface Page {
  readonly status?: number;
  /** By name in lower case; null takes away one that would be sent. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  /** A string is sent as UTF-8. */
  readonly body?: string | Buffer;
  readonly packing?: "gzip" | "deflate" | "raw deflate" | "br";
  /** With either, a request that names the same gets a 304 (RFC 9110, 13.1). */
  readonly etag?: string;
  readonly lastModified?: string;
  /** What goes wrong while it is sent (page-server-faults.ts). */
  readonly fault?: PageFault;
}

/** A request as it came; header names in lower case. */
export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A string is a page of HTML; a function may answer otherwise each time. */
export type ServedPage = string | Page | ((request: PageRequest) => string | Page);

export interface PageServerOptions {
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: any that is free. */
  readonly port?: number;
  /** For https: a key and a certificate as PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface PageServer {
  /** Without a slash at the end: `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly PageRequest[];
  /** How many connections were made to it. */
  readonly connections: number;
  /** How many of them are still open. */
  readonly open: number;
  /** Ends it, and every connection. */
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".rss": "application/rss+xml",
  ".atom": "application/atom+xml",
  ".pdf": "application/pdf",
};

/** Every file directly in a folder as a page, by `/` and its name; `headers` are given to each. */
export function readPages(folder: string, headers: NonNullable<Page["headers"]> = {}): Record<string, Page> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return Object.fromEntries(
    names.map((name) => {
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      return [
        `/${encodeURI(name)}`,
        { headers: { "content-type": type, ...headers }, body: readFileSync(`${folder}/${name}`) },
      ];
    }),
  );
}

/** A page that sends on. */
export function redirectTo(location: string, status = 302): Page {
  return { status, headers: { location }, body: "Moved." };
}

/** Starts the server. A path is looked for with its query, then without; any other is a 404. */
export async function startPageServer(
  pages: Readonly<Record<string, ServedPage>>,
  options: PageServerOptions = {},
): Promise<PageServer> {
  const requests: PageRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const seen = readRequest(request);
    requests.push(seen);
    const served = pages[seen.path] ?? pages[seen.path.replace(/\?.*/, "")];
    const page = typeof served === "function" ? served(seen) : served;
    sendPage(readPage(page), seen, response);
  };
  const server = options.tls ? createSecureServer(options.tls, answer) : createServer(answer);
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((settle, fail) => {
    server.on("error", fail);
    server.listen(options.port ?? 0, host, settle);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    port,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function readRequest(request: IncomingMessage): PageRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method ?? "", path: request.url ?? "", headers };
}

function readPage(page: string | Page | undefined): Page {
  if (page === undefined) return { status: 404, body: "<title>Not found</title>" };
  return typeof page === "string" ? { body: page } : page;
}

function sendPage(page: Page, request: PageRequest, response: ServerResponse): void {
  const headers: Record<string, string | readonly string[] | null> = {
    "content-type": "text/html; charset=utf-8",
    etag: page.etag ?? null,
    "last-modified": page.lastModified ?? null,
    "content-encoding": page.packing === "raw deflate" ? "deflate" : (page.packing ?? null),
    ...page.headers,
  };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null) response.setHeader(name, value);
  }
  if (isUnchanged(page, request)) {
    response.writeHead(304).end();
    return;
  }
  const body = pack(Buffer.from(page.body ?? ""), page.packing);
  response.statusCode = page.status ?? 200;
  if (page.fault) sendFault(page.fault, body, response);
  else response.setHeader("content-length", body.length).end(body);
}

function isUnchanged(page: Page, { headers }: PageRequest): boolean {
  const asked = headers["if-none-match"];
  if (asked !== undefined) return asked === page.etag;
  return page.lastModified !== undefined && headers["if-modified-since"] === page.lastModified;
}

function pack(body: Buffer, packing: Page["packing"]): Buffer {
  switch (packing) {
    case "gzip":
      return gzipSync(body);
    case "deflate":
      return deflateSync(body);
    case "raw deflate":
      return deflateRawSync(body);
    case "br":
      return brotliCompressSync(body);
    default:
      return body;
  }
}
