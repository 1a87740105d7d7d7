// Text -> the addresses in it: of the web and of mail, written or read aloud, telephone numbers, streets.
// None is ever sent to a model, and none that a model writes is read out.

const TLD =
  "com|org|net|uk|co|gov|edu|io|ai|app|dev|info|biz|eu|tv|fm|me|us|ie|scot|wales|london|cymru|nhs|ac|int|tech|online|site|website|blog|news|link|shop|cloud|example|test|social|digital|health|ly|de|fr|nl|ru|cn|xyz|podcast|audio|services|agency";
const DIGIT_WORD = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble";

/** As they are written for a machine. */
const WRITTEN: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,20}:\/\/\S*/giu,
  /(?<![\p{L}\p{N}])(?:mailto|tel|javascript|data|ftp|sms):\S+/giu,
  /(?<![\p{L}\p{N}])www\.\S+/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]+(?:@[\p{L}\p{N}.-]+)?/gu,
  /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{Ll}{2,24}(?![\p{L}\p{N}])(?:\/\S*)?/gu,
  new RegExp(
    `(?<![\\p{L}\\p{N}.@-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:${TLD})(?![\\p{L}\\p{N}])(?:/\\S*)?`,
    "giu",
  ),
  /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)(?:[:/]\S*)?/gu,
  /(?<=\p{L})\s\.\s?(?:com|org|net|co\.uk|gov\.uk|uk|gov|io|info|example)(?!\p{L})/giu,
];

/** Everything that no listener can use. */
export const ADDRESSES: readonly RegExp[] = [
  ...WRITTEN,
  /(?<![\p{L}\p{N}&])#[\p{L}_][\p{L}\p{N}_]*/gu,
  // As it is read aloud.
  new RegExp(
    `(?:(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}-]+ (?:at )?){0,4}(?<![\\p{L}\\p{N}])(?:dot|full stop|punkt) (?:${TLD}|parliament|[a-z]{2,3})(?![\\p{L}])(?: (?:dot|slash|forward slash) [\\p{L}\\p{N}-]+)*`,
    "giu",
  ),
  // "s b s dot n h s": a dot between words, where no dot is drawn or stood upon.
  /(?<![\p{L}'])(?:(?:\p{L} ){1,8}|\p{L}+,? )(?<!(?:^|[^\p{L}])(?:an?|the|this|that|each|every|one|no|of|by|to|polka|red|first|last|little|tiny|who|which|they|we|and|with),? )dot,? (?!(?:an?|the|our|their|its|to|in|on|of|and|or|at|by|is|across|plot|matrix|on)(?![\p{L}]))(?:(?:\p{L} )*\p{L}(?!\p{L})|\p{L}+)(?: (?:dot|slash|forward slash) (?:(?:\p{L} )*\p{L}(?!\p{L})|\p{L}+))*/giu,
  /(?:[[({<]\s?(?:dot|at)\s?[\])}>])/giu,
  /(?<!\p{L})(?:(?:forward|back) ?slash(?:es)?|colon slash|slash slash|slash \p{L}+|at sign|at symbol|double[- ]u double[- ]u|double you double you|w w w|h t t p|all one word|all lower ?case)(?!\p{L})(?: \p{L}+)?/giu,
  /(?<!\p{L})(?:e-?mail (?:us|them|him|her|me)? ?at|hashtag \p{L}+|underscore \p{L}+|handle is|U ?R ?L)(?!\p{L})/giu,
  /(?<!\p{L})(?:(?:our|the|their|its) )?(?:web|e-?mail|postal) ?(?:address|site|page)(?:es|s)?(?!\p{L})/giu,
  // Numbers to call.
  /(?<![\d£€$.,\p{L}])\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?![\d,])/gu,
  /(?<![\d.,£$€])0\d{2,4}[\s-]\d{2,}/gu,
  new RegExp(`(?<![\\p{L}])(?:(?:${DIGIT_WORD})[ ,-]{1,2}){4,20}(?:${DIGIT_WORD})(?!\\p{L})`, "giu"),
  /(?<!\p{L})(?:(?:call|ring|phone|dial|text|fax|whatsapp)(?: (?:us|them|me|him|her|it|now|free|the (?:team|helpline|number|hotline)))?(?: (?:\p{Lu}+))? ?(?:on|to|at|now)? (?:\d|oh |zero |one |nought )[\d\p{L} -]{2,40})/giu,
  /(?<!\p{L})(?:freephone|helpline number|telephone number|phone number|hotline|box number|P\.?O\.? Box)(?!\p{L})/giu,
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{1,4}[a-z]?,? (?:\p{Lu}\p{Ll}+ ){1,3}(?:Street|Road|Avenue|Lane|Square|Close|Drive|Way|Place|Terrace|Row|Crescent|Court|Gardens|Hill)(?!\p{L})/gu,
  /(?<![^\s("“])\/[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\/\S*)?/gu,
  /(?<![\p{L}\p{N}])(?:[A-Z]:\\|\.{0,2}\/(?:[\w.-]+\/)+)\S*/gu,
];

/** Abbreviations and figures with a stop in them, and names such as GOV.UK, which are said like any other. */
const NO_ADDRESS = /^(?:(?:e\.g|i\.e|a\.m|p\.m|u\.k|u\.s|n\.h\.s|ph\.d|\d+(?:\.\d+)*[a-z]{0,2})\.?)$/i;
const NAME_WITH_STOP = /^\p{Lu}{2,6}\.UK$/u;

/** True for words that look like an address and are none. */
export function isNoAddress(words: string): boolean {
  const bare = words.replace(/[.,;:!?]+$/, "");
  return NO_ADDRESS.test(bare) || NAME_WITH_STOP.test(bare);
}

/** True for a text with an address in it, in whatever form. */
export function holdsAddress(text: string): boolean {
  return ADDRESSES.some((pattern) => [...text.matchAll(pattern)].some(([words]) => !isNoAddress(words)));
}

/** The text with each written address, as of a page or a mailbox, as "…". */
export function removeAddresses(text: string): string {
  return WRITTEN.reduce(
    (left, pattern) =>
      left.replace(pattern, (words) => {
        const stop = /[.,;:!?)\]}'"”’]+$/.exec(words)?.[0] ?? "";
        return isNoAddress(words) ? words : `…${stop}`;
      }),
    text,
  );
}
