#!/usr/bin/env node
// The command `roundup`: answers --version before anything is loaded, and leaves the rest to cli.ts.

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") process.stdout.write(`${ROUNDUP_VERSION}\n`);
else import("./cli.ts").then((cli) => cli.main(process.argv));
