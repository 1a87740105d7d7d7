#!/usr/bin/env node
// The command `roundup`: answers --version before anything is loaded, and leaves the rest to cli.ts.

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") {
  // A reader that has gone is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 1;
  });
  process.stdout.write(`${ROUNDUP_VERSION}\n`);
} else import("./cli.ts").then((cli) => cli.main(process.argv));
