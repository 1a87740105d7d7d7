// `[^id]` in running text -> a footnote reference, whether or not a footnote of that name is defined.
// The contract binds a sentence to a source by `[^id]`; GFM knows only footnotes defined in the text.

import type { Code, Effects, Extension, State, TokenType } from "micromark-util-types";

const EXCLAMATION = 33;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const CARET = 94;
const LONGEST = 999;

// The same tokens as micromark-extension-gfm-footnote makes, so that its mdast half makes the node.
const TOKENS = {
  call: "gfmFootnoteCall" as TokenType,
  marker: "gfmFootnoteCallLabelMarker" as TokenType,
  caret: "gfmFootnoteCallMarker" as TokenType,
  label: "gfmFootnoteCallString" as TokenType,
} as const;

/** The micromark extension for `[^id]`; the label holds neither blanks nor brackets. */
export const footnoteCall: Extension = {
  text: {
    [OPEN]: { name: "footnoteCall", tokenize: tokenizeCall },
    // Without this the `![` of “What news![^id]” begins an image.
    [EXCLAMATION]: { name: "exclamationBeforeFootnoteCall", tokenize: tokenizeExclamation },
  },
};

function tokenizeExclamation(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter("data");
    effects.consume(code);
    effects.exit("data");
    return effects.check({ tokenize: tokenizeCall, partial: true }, ok, nok);
  };
}

function tokenizeCall(effects: Effects, ok: State, nok: State): State {
  let size = 0;
  return (code) => {
    if (code !== OPEN) return nok(code);
    effects.enter(TOKENS.call);
    effects.enter(TOKENS.marker);
    effects.consume(code);
    effects.exit(TOKENS.marker);
    return atCaret;
  };

  function atCaret(code: Code): State | undefined {
    if (code !== CARET) return nok(code);
    effects.enter(TOKENS.caret);
    effects.consume(code);
    effects.exit(TOKENS.caret);
    effects.enter(TOKENS.label);
    effects.enter("chunkString").contentType = "string";
    return inLabel;
  }

  function inLabel(code: Code): State | undefined {
    // Line ends, tabs and what stands for them are below zero; 32 is the blank.
    if (code === null || code < 0 || code === 32 || code === OPEN || code === BACKSLASH || size > LONGEST)
      return nok(code);
    if (code !== CLOSE) {
      size += 1;
      effects.consume(code);
      return inLabel;
    }
    if (size === 0) return nok(code);
    effects.exit("chunkString");
    effects.exit(TOKENS.label);
    effects.enter(TOKENS.marker);
    effects.consume(code);
    effects.exit(TOKENS.marker);
    effects.exit(TOKENS.call);
    return ok;
  }
}
