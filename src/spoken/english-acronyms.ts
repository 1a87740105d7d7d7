// Words in capitals -> whether they are said as a word or letter by letter.
// Lists of what is well known in British public life; a show's names.yaml comes before them.

import { listOf } from "./english-rules.ts";

/** Initials that are said as a word. */
const ACRONYMS =
  listOf(`ACAS AIDS ANZAC ARIA ASBO ASCII ASEAN ASLEF AWOL BAFTA BAME BUPA CAPTCHA CERN CERT COBOL COBR
  COBRA COP COVID DARPA DEFRA ECOFIN EFTA ERASMUS FEMA FIFA FORTRAN GATT GIF HAZMAT HIPAA IKEA INTERPOL ISIS JANET JPEG JSON
  LAMDA LASER LEGO LIBOR LIDAR MERS NAFTA NASA NASDAQ NASUWT NATO NESTA NICE NIMBY OAUTH OFCOM OFGEM OFQUAL OFSTED OFWAT
  OPEC OXFAM PIN PISA QANGO QUANGO RADA RADAR RAG RAM RIBA ROM SAGE SARS SCUBA SIM SOCITM SONAR SPAD STEM SWAT SWIFT TUPE
  UCAS UEFA UKIP UNESCO UNICEF UNISON VOIP WASP WASPI WIFI YAML YOLO ZIP`);

/** Common words, which in capitals are only loud. */
const LOUD_WORDS =
  listOf(`ABOUT AFTER AGAIN ALL ALSO ALWAYS AN AND ANY ARE AS AT BACK BAD BE BEEN BEFORE BEST BIG
  BREAKING BUT BUY BY CAN CANNOT COME DAY DID DO DOES DONE DOWN EACH END EVEN EVER EVERY FIRST FOR FREE FROM FULL GET GIVE
  GO GOOD GREAT HAD HAS HAVE HE HER HERE HIGH HIM HIS HOW IF IN INTO IS ITS JUST KEEP KEY KNOW LAST LESS LIFE LIKE LIVE
  LONG LOOK LOW MADE MAKE MAN MANY MAY ME MORE MOST MUCH MUST MY NEED NEVER NEW NEWS NEXT NO NONE NOR NOT NOTE NOTHING NOW
  OF OFF OLD ON ONCE ONE ONLY OPEN OR OUR OUT OVER OWN PART PAUSE PLEASE PLUS PUT READ REAL REALLY SAID SAME SAY SEE SHE
  SHOULD SLOW SLOWLY SO SOME SOON STILL STOP SUCH TAKE TEAM TELL THAN THANK THANKS THAT THE THEIR THEM THEN THERE THESE
  THEY THIS THOSE TIME TO TODAY TOO TOP TWO UNDER UNTIL UP USE USED VERY WAR WARNING WAS WAY WE WELL WERE WHAT WHEN WHERE
  WHICH WHILE WHY WILL WITH WOMEN WORD WORK WORLD WOULD YEAR YES YOU YOUR`);

/** Initials that are letters even among words in capitals, and in the names of web pages. */
const INITIALS =
  listOf(`AI API BBC BMA BT CCG CDDO CEO CFO CIO CPS CQC CTO CYP DBS DCMS DFE DFT DHSC DNA DSIT DVLA DVSA DWP
  EPR EU FAQ FBI FCA FCDO FOI FTSE GCHQ GCSE GDP GDPR GDS GMB GP GPT HMRC HMT HR HS HSE IBM ICB ICO ICS ICT ID IDS IMF IPA
  ISO ITV JCB KPI LGA LGBT LGBTQ LLM MHRA ML MOD MOJ MOT MP NAO NCSC NEC NHS NHSE NHSX NIA NI NIHR OECD ONS OPSS PAC
  PAYE PC PDF PHE PLC PM PMO PR RAF RAC RNIB RNLI RPA RSPCA SBS SME SMS SNP SQL TFL TUC TV UK UKHSA UKRI UN URL USA USB UX
  VAT VIP VPN WHO WWW XML HTML HTTP HTTPS CSS CSV CNN JS TS`);

/** True for initials that are well known as letters, in any letter case. */
export function isKnownInitials(letters: string): boolean {
  return INITIALS.has(letters.toUpperCase());
}

const VOWEL_GROUPS = /^(?:[^AEIOUY]{0,2}[AEIOUY]{1,2}){2,6}[^AEIOUY]{0,2}$/;

/**
 * True for capitals that are said as a word: well-known acronyms, common words said loudly, and what reads like a word
 * by its letters: five and more in turns of consonants and vowels (UNESCO), or four in strict turns (NATO).
 */
export function isWord(capitals: string): boolean {
  if (INITIALS.has(capitals)) return false;
  if (ACRONYMS.has(capitals) || LOUD_WORDS.has(capitals)) return true;
  if (capitals.length === 4) return /^[^AEIOUY][AEIOU][^AEIOUY][AEIOU]$/.test(capitals);
  return capitals.length >= 5 && capitals.length <= 20 && VOWEL_GROUPS.test(capitals);
}

/** Stretches of three and more words in capitals, one of them a word for sure: headlines and shouts. */
export function findShouting(text: string): readonly { readonly start: number; readonly end: number }[] {
  const runs = text.matchAll(
    /(?<![\p{L}\p{M}\d&'’-])[A-Z]+(?:[\s,;:!"“”]+[A-Z]+){2,}(?![\p{L}\p{M}\d&'’$-]|\.\p{L})/gu,
  );
  return [...runs]
    .filter(([run]) => run.split(/[^A-Z]+/).some((word) => word.length > 1 && isWord(word)))
    .map((run) => ({ start: run.index, end: run.index + run[0].length }));
}
