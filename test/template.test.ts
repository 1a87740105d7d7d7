import { sources } from "virtual:template-sources";
import { describe, expect, test } from "vitest";
import { compileTemplate, precompileTemplate } from "../src/compile-template.ts";
import { listTemplates, makeTemplates, safeHtml } from "../src/template.ts";
import { TemplateError } from "../src/template-error.ts";

function fill(name: string, source: string, data: object): string {
  return makeTemplates(new Map([[name, compileTemplate(name, source)]])).render(name, data);
}

function faultOf(run: () => unknown): TemplateError {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error("no fault");
}

const NASTY = `<b>&"'\`=</b>`;

describe("escaping", () => {
  test("a document in HTML has everything escaped", () => {
    expect(fill("a.html.hbs", "<i>{{x}}</i>", { x: NASTY })).toBe(
      "<i>&lt;b&gt;&amp;&quot;&#x27;&#x60;&#x3D;&lt;/b&gt;</i>",
    );
  });

  test("a document in markdown or plain text has nothing escaped", () => {
    expect(fill("a.md.hbs", "{{x}}", { x: NASTY })).toBe(NASTY);
    expect(fill("a.txt.hbs", "{{x}}", { x: NASTY })).toBe(NASTY);
    expect(fill("narration.hbs", "{{x}}", { x: NASTY })).toBe(NASTY);
  });

  test("HTML that was made safe stands as it is", () => {
    expect(fill("a.html.hbs", "{{x}}", { x: safeHtml("<b>x</b>") })).toBe("<b>x</b>");
    expect(fill("a.html.hbs", "{{#if x}}{{x}}{{/if}}", { x: safeHtml("<b>x</b>") })).toBe("<b>x</b>");
  });

  test("marks of a template within a value are not read as such", () => {
    expect(fill("a.txt.hbs", "{{x}}", { x: "{{y}} {{#if y}}" })).toBe("{{y}} {{#if y}}");
  });

  test("values may bear the names of helpers", () => {
    expect(fill("a.txt.hbs", "{{this.each}} {{this.log}}", { each: "1", log: "2" })).toBe("1 2");
  });

  test("nothing inherited is reached", () => {
    const fault = faultOf(() => fill("a.txt.hbs", "{{x.constructor.name}}", { x: "text" }));
    expect(fault.message).not.toContain("String");
  });
});

describe("the built-in templates", () => {
  test("are those of the folder templates/", () => {
    expect(listTemplates().sort()).toEqual(Object.keys(sources).sort());
    expect(listTemplates()).toContain("transcript.html.hbs");
  });

  test("each compiles from its source", () => {
    for (const [name, source] of Object.entries(sources)) {
      expect(() => compileTemplate(name, source), name).not.toThrow();
    }
  });

  test("one of the show's takes the place of the built-in of the same name alone", () => {
    const own = makeTemplates(
      new Map([["transcript.txt.hbs", compileTemplate("transcript.txt.hbs", "own")]]),
    );
    expect(own.render("transcript.txt.hbs", {})).toBe("own");
    expect(makeTemplates(new Map()).render("transcript.txt.hbs", { paragraphs: ["a", "b"] })).toBe(
      "a\n\nb\n",
    );
  });

  test("a show's page stands round its documents, with what is in them", () => {
    const page = compileTemplate("page.html.hbs", "<main>{{heading}}: {{> @partial-block}}</main>");
    const document = compileTemplate("sources.html.hbs", "{{#> page heading='S'}}{{title}}{{/page}}");
    const own = makeTemplates(
      new Map(Object.entries({ "page.html.hbs": page, "sources.html.hbs": document })),
    );
    expect(own.render("sources.html.hbs", { title: "T <i>" })).toBe("<main>S: T &lt;i&gt;</main>");
  });

  test("a name that no template has is a fault of the program", () => {
    expect(() => makeTemplates(new Map()).render("no.hbs", {})).toThrow("there is no template no.hbs");
  });
});

describe("a template's fault", () => {
  test("names the template and the line where a block is never closed", () => {
    const fault = faultOf(() => precompileTemplate("a.md.hbs", "one\n{{#if x}}\ntwo\n"));
    expect(fault).toMatchObject({ template: "a.md.hbs", name: "TemplateError" });
    expect(fault.line).toBeGreaterThanOrEqual(2);
    expect(fault.message).toContain("a block is never closed");
  });

  test("names the line of a mark that cannot be read", () => {
    const fault = faultOf(() => precompileTemplate("a.md.hbs", "one\ntwo {{x y=}} z\n"));
    expect(fault.line).toBe(2);
    expect(fault.message).toMatch(/^The template cannot be read here/);
    expect(fault.message).not.toContain("\n");
  });

  test("names the line and column of a block that another word closes", () => {
    const fault = faultOf(() => precompileTemplate("a.md.hbs", "one\n  {{#if x}}{{/unless}}\n"));
    expect(fault.message).toContain("if doesn't match unless");
    expect(fault.line).toBe(2);
    expect(fault.column).toBe(6);
  });

  test("names a value that the document does not have, when it is filled", () => {
    const fault = faultOf(() => fill("a.md.hbs", "one\n{{titel}}\n", { title: "T" }));
    expect(fault.message).toBe("Unexpected {{titel}}, expected a value that the document has");
    expect(fault).toMatchObject({ template: "a.md.hbs", line: 2 });
  });

  test("names a helper that is not Handlebars' own, and lists those there are", () => {
    const fault = faultOf(() => precompileTemplate("a.md.hbs", "{{shout title}}"));
    expect(fault.message).toBe("Unexpected helper shout, expected one of if, unless, each, with, lookup");
  });

  test("is reported of a partial that there is not", () => {
    const fault = faultOf(() => fill("a.md.hbs", "{{> nothing}}", {}));
    expect(fault.template).toBe("a.md.hbs");
    expect(fault.message).toContain("nothing");
  });
});
