// The body of a request for a chat completion -> what is wrong with it by the API's published description.
// Local servers forgive much that OpenAI's refuses; a test must not.

import { Ajv } from "ajv";

/**
 * CreateChatCompletionRequest of the public OpenAPI description, for the parts that are used; any other key
 * is refused.
 */
const requestSchema = {
  type: "object",
  additionalProperties: false,
  required: ["model", "messages"],
  properties: {
    model: { type: "string", minLength: 1 },
    messages: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["role", "content"],
        properties: {
          role: { enum: ["developer", "system", "user", "assistant"] },
          content: { type: "string", minLength: 1 },
        },
      },
    },
    response_format: {
      oneOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["type"],
          properties: { type: { enum: ["text", "json_object"] } },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["type", "json_schema"],
          properties: {
            type: { const: "json_schema" },
            json_schema: {
              type: "object",
              additionalProperties: false,
              required: ["name"],
              properties: {
                name: { type: "string", pattern: "^[a-zA-Z0-9_-]{1,64}$" },
                description: { type: "string" },
                strict: { type: ["boolean", "null"] },
                schema: { type: "object" },
              },
            },
          },
        },
      ],
    },
    temperature: { type: ["number", "null"], minimum: 0, maximum: 2 },
    stream: { type: ["boolean", "null"] },
    stream_options: {
      type: ["object", "null"],
      additionalProperties: false,
      properties: { include_usage: { type: "boolean" }, include_obfuscation: { type: "boolean" } },
    },
  },
};

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(requestSchema);

/** The keywords that a strict schema may have: the guide to structured outputs, "Supported schemas". */
const STRICT_KEYWORDS = new Set(
  (
    "type description title enum const properties required additionalProperties items anyOf $ref $defs " +
    "pattern format multipleOf maximum exclusiveMaximum minimum exclusiveMinimum minItems maxItems"
  ).split(" "),
);

const MAX_DEPTH = 10;

/** What is wrong with a request, a sentence each; empty for a right one. */
export function checkChatRequest(body: unknown): string[] {
  if (!validate(body)) {
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || "body"} ${message} ${JSON.stringify(params)}.`,
    );
  }
  const { stream, stream_options, response_format } = body as {
    readonly stream?: boolean;
    readonly stream_options?: unknown;
    readonly response_format?: {
      readonly json_schema?: { readonly strict?: boolean; readonly schema?: unknown };
    };
  };
  const faults: string[] = [];
  if (stream_options && stream !== true)
    faults.push("The 'stream_options' parameter is only allowed when 'stream' is enabled.");
  const format = response_format?.json_schema;
  if (format?.strict) {
    const root = format.schema as { readonly type?: unknown } | undefined;
    if (root?.type !== "object") faults.push("Invalid schema: the root must be of type 'object'.");
    faults.push(...checkStrict(format.schema, "schema", 1));
  }
  return faults;
}

function checkStrict(schema: unknown, path: string, depth: number): string[] {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema))
    return [`Invalid schema: ${path} is not an object.`];
  const written = schema as Readonly<Record<string, unknown>>;
  const faults = Object.keys(written)
    .filter((keyword) => !STRICT_KEYWORDS.has(keyword))
    .map((keyword) => `Invalid schema: ${path} has '${keyword}', which is not permitted.`);
  if (depth > MAX_DEPTH) return [`Invalid schema: ${path} is nested too deep.`];
  const properties = (written.properties ?? {}) as Readonly<Record<string, unknown>>;
  if (written.type === "object" || written.properties !== undefined) {
    if (written.additionalProperties !== false)
      faults.push(`Invalid schema: ${path} must have 'additionalProperties' false.`);
    const required = Array.isArray(written.required) ? [...written.required].sort() : [];
    if (JSON.stringify(required) !== JSON.stringify(Object.keys(properties).sort()))
      faults.push(`Invalid schema: ${path} must list all of its properties in 'required'.`);
  }
  for (const [name, inner] of Object.entries(properties))
    faults.push(...checkStrict(inner, `${path}.${name}`, depth + 1));
  if (written.items !== undefined) faults.push(...checkStrict(written.items, `${path}[]`, depth + 1));
  for (const inner of (written.anyOf ?? []) as readonly unknown[])
    faults.push(...checkStrict(inner, `${path}.anyOf`, depth));
  for (const inner of Object.values((written.$defs ?? {}) as object))
    faults.push(...checkStrict(inner, `${path}.$defs`, depth));
  return faults;
}
