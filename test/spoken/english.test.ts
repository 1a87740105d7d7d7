import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEnglishSayings } from "../../src/spoken/english.ts";
import { countSpokenWords, findSayings, sayText } from "../../src/spoken/sayings.ts";
import { makeVoice } from "../../src/spoken/voice.ts";

const voice = makeVoice({ language: "en-GB", names: [] });

/** Examples as written and as said: the table is the description of what is said. */
function saysAll(examples: readonly (readonly [written: string, said: string])[]): void {
  test.each(examples)("%s → %s", (written, said) => expect(sayText(written, voice)).toBe(said));
}

describe("numbers", () => {
  saysAll([
    ["0", "zero"],
    ["7 boroughs", "seven boroughs"],
    ["Around 30 staff", "Around thirty staff"],
    ["over 300 jobs", "over three hundred jobs"],
    ["101 councils", "one hundred and one councils"],
    ["2,500", "two thousand five hundred"],
    ["1,500 users", "one thousand five hundred users"],
    ["100,000 professionals", "one hundred thousand professionals"],
    ["1,234,567", "one million two hundred and thirty-four thousand five hundred and sixty-seven"],
    ["15000 records", "fifteen thousand records"],
    ["2000000", "two million"],
    ["3.14", "three point one four"],
    ["0.5", "nought point five"],
    ["0.05", "nought point nought five"],
    ["3.05", "three point oh five"],
    ["1.50", "one point five oh"],
    ["1,500.25", "one thousand five hundred point two five"],
    ["a rise of .5", "a rise of point five"],
    ["−5", "minus five"],
    ["It was -5 overnight", "It was minus five overnight"],
    ["+3", "plus three"],
    ["5 million", "five million"],
    ["1.2 million people", "one point two million people"],
    ["1.2m people", "one point two million people"],
    ["3bn records", "three billion records"],
    ["5 bn", "five billion"],
    ["5k followers", "five thousand followers"],
    ["a 10k run", "a ten K run"],
    ["10+ years", "ten plus years"],
    ["65+", "sixty-five plus"],
    ["about 10–15 sites", "about ten to fifteen sites"],
    ["10-20 people", "ten to twenty people"],
    ["5–10 million", "five to ten million"],
    ["500–1,000 homes", "five hundred to one thousand homes"],
    ["between 10–20", "between ten and twenty"],
    ["~500", "about five hundred"],
    ["<5", "less than five"],
    [">100", "more than one hundred"],
    ["≥3", "at least three"],
    ["≤3", "at most three"],
    ["±2", "plus or minus two"],
    ["a 25-year-old system", "a twenty-five-year-old system"],
    ["the 10-year plan", "the ten-year plan"],
    ["a 10–15-year plan", "a ten to fifteen-year plan"],
    ["under-18s", "under-eighteens"],
    ["over-65s", "over-sixty-fives"],
    ["18-24s", "eighteen to twenty-fours"],
    ["16- to 24-year-olds", "sixteen- to twenty-four-year-olds"],
    ["1,000s of apps", "one thousands of apps"],
    ["cut 54, 000 staff", "cut fifty-four thousand staff"],
    ["(42)", "(forty-two)"],
    ["“12”", "“twelve”"],
    ["1, 2 and 3.", "one, two and three."],
    ["2nd and 3rd", "second and third"],
  ]);
});

describe("digits one by one", () => {
  saysAll([
    ["007", "double oh seven"],
    ["code 0042", "code oh oh four two"],
    ["0800 123 4567", "oh eight oh oh one two three four five six seven"],
    ["020 7946 0123", "oh two oh seven nine four six oh one two three"],
    ["01632 960123", "oh one six three two nine six oh one two three"],
    ["(020) 7946 0123", "oh two oh seven nine four six oh one two three"],
    ["+44 20 7946 0123", "plus four four two oh seven nine four six oh one two three"],
    ["call 999", "call nine nine nine"],
    ["999 and 111 calls", "nine nine nine and one one one calls"],
    ["999 calls", "nine nine nine calls"],
    ["999 books", "nine hundred and ninety-nine books"],
    ["NHS 111", "N H S one one one"],
    ["999 or 111", "nine nine nine or one one one"],
    ["105 or 116", "one oh five or one one six"],
    ["dial 119", "dial one one nine"],
    ["call 101", "call one oh one"],
    ["Text 105", "Text one oh five"],
    ["Ring 116 123", "Ring one one six one two three"],
    ["call 101 councils", "call one hundred and one councils"],
    ["105 calls", "one hundred and five calls"],
    ["between 101 and 111", "between one hundred and one and one hundred and eleven"],
    ["the 101 number", "the one oh one number"],
    ["case 48151623", "case four eight one five one six two three"],
    ["4111111111111111", `four${" one".repeat(15)}`],
    ["555-0123", "five five five oh one two three"],
    ["10.0.0.1", "ten point zero point zero point one"],
    ["section 2.1.3", "section two point one point three"],
  ]);
});

describe("money", () => {
  saysAll([
    ["£100 million", "one hundred million pounds"],
    ["exceed £100 million.", "exceed one hundred million pounds."],
    ["£100m", "one hundred million pounds"],
    ["£1.5bn", "one point five billion pounds"],
    ["£1.5 billion", "one point five billion pounds"],
    ["£2tn", "two trillion pounds"],
    ["£100k", "one hundred thousand pounds"],
    ["£100K", "one hundred thousand pounds"],
    ["£1", "one pound"],
    ["£1m", "one million pounds"],
    ["£2", "two pounds"],
    ["£0", "zero pounds"],
    ["£1,000", "one thousand pounds"],
    ["£2.50", "two pounds fifty"],
    ["£2.05", "two pounds five"],
    ["£1.01", "one pound one"],
    ["£3.00", "three pounds"],
    ["£0.50", "fifty pence"],
    ["£0.01", "one penny"],
    ["£1,234.56", "one thousand two hundred and thirty-four pounds fifty-six"],
    ["50p", "fifty pence"],
    ["1p", "one penny"],
    ["a 10p coin", "a ten penny coin"],
    ["£5m–£10m", "five to ten million pounds"],
    ["£5-10 million", "five to ten million pounds"],
    ["£5–10m", "five to ten million pounds"],
    ["£5-£10", "five to ten pounds"],
    ["£500k–£1m", "five hundred thousand to one million pounds"],
    ["between £5–£10", "between five and ten pounds"],
    ["from £5m to £10m", "from five million pounds to ten million pounds"],
    ["a £5m fund", "a five million pound fund"],
    ["a £100 million programme", "a one hundred million pound programme"],
    ["the £25 fee", "the twenty-five pound fee"],
    ["the £25 paid", "the twenty-five pounds paid"],
    ["the £5m that was lost", "the five million pounds that was lost"],
    ["£20-a-head dinners", "twenty pound a head dinners"],
    ["A £20-a-week rise", "A twenty pound a week rise"],
    ["a £2.50-a-week rise", "a two pounds fifty a week rise"],
    ["a £5m-a-year fund", "a five million pound a year fund"],
    ["£12-an-hour", "twelve pounds an hour"],
    ["£20 a week", "twenty pounds a week"],
    ["£3m", "three million pounds"],
    ["a £3m wall", "a three million pound wall"],
    ["£2.3 m", "two point three million pounds"],
    ["It costs 50c", "It costs fifty cents"],
    ["50c each", "fifty cents each"],
    ["50c a litre", "fifty cents a litre"],
    ["Flat 50c", "Flat fifty C"],
    ["£12/hour", "twelve pounds an hour"],
    ["£30/month", "thirty pounds a month"],
    ["5p/km", "five pence a kilometre"],
    ["£5m+", "five million pounds plus"],
    ["-£5m", "minus five million pounds"],
    ["−£5", "minus five pounds"],
    ["~£3bn", "about three billion pounds"],
    ["$1", "one dollar"],
    ["$2.50", "two dollars fifty"],
    ["$0.99", "ninety-nine cents"],
    ["US$5m", "five million U S dollars"],
    ["US$1", "one U S dollar"],
    ["A$20", "twenty Australian dollars"],
    ["NZ$3", "three New Zealand dollars"],
    ["€1", "one euro"],
    ["€4.20", "four euros twenty"],
    ["€20bn", "twenty billion euros"],
    ["¥500", "five hundred yen"],
    ["₹300", "three hundred rupees"],
    ["GBP 5m", "five million pounds"],
    ["EUR 300", "three hundred euros"],
    ["£5", "five pounds"],
    ["It cost £5. £3 was lost.", "It cost five pounds. three pounds was lost."],
  ]);
});

describe("per cent", () => {
  saysAll([
    ["45%", "forty-five per cent"],
    ["45 %", "forty-five per cent"],
    ["45 per cent", "forty-five per cent"],
    ["0.5%", "nought point five per cent"],
    ["12.5%", "twelve point five per cent"],
    ["100%", "one hundred per cent"],
    ["+5%", "plus five per cent"],
    ["−5%", "minus five per cent"],
    ["5–10%", "five to ten per cent"],
    ["5%–10%", "five to ten per cent"],
    ["5-10%", "five to ten per cent"],
    ["a 3% rise", "a three per cent rise"],
    ["5pc", "five per cent"],
    ["up 3pp", "up three percentage points"],
    ["5 percentage points", "five percentage points"],
    ["3‰", "three per thousand"],
  ]);
});

describe("measures", () => {
  saysAll([
    ["1 km", "one kilometre"],
    ["5km", "five kilometres"],
    ["a 5km run", "a five kilometre run"],
    ["10kg", "ten kilograms"],
    ["1.5 kg", "one point five kilograms"],
    ["5–10 km", "five to ten kilometres"],
    ["20mph", "twenty miles per hour"],
    ["a 20mph limit", "a twenty mile per hour limit"],
    ["60 km/h", "sixty kilometres per hour"],
    ["8GB", "eight gigabytes"],
    ["1 TB", "one terabyte"],
    ["50 Mbps", "fifty megabits per second"],
    ["300MW", "three hundred megawatts"],
    ["3 kWh", "three kilowatt hours"],
    ["20°C", "twenty degrees Celsius"],
    ["-5°C", "minus five degrees Celsius"],
    ["1°C", "one degree Celsius"],
    ["a 45° turn", "a forty-five degree turn"],
    ["30m²", "thirty square metres"],
    ["2,000 sq ft", "two thousand square feet"],
    ["5 sq km", "five square kilometres"],
    ["2m apart", "two metres apart"],
    ["the 100m sprint", "the one hundred metres sprint"],
    ["the 200m and 400m hurdles", "the two hundred metres and four hundred metres hurdles"],
    ["It is 21m (69ft) tall", "It is twenty-one metres (sixty-nine feet) tall"],
    ["85dB at 1m", "eighty-five decibels at one metre"],
    ["a 3m wall", "a three metre wall"],
    ["a 3m brick wall", "a three metre brick wall"],
    ["a 10m pool", "a ten metre pool"],
    ["A 2m gap", "A two metre gap"],
    ["a 2m-high fence", "a two metre-high fence"],
    ["1m tall", "one metre tall"],
    ["2m wide", "two metres wide"],
    ["2–3m tall", "two to three metres tall"],
    ["3m x 4m", "three metres x four metres"],
    ["10m/s", "ten metres per second"],
    ["He ran 100m in 9.58s", "He ran one hundred metres in nine point five eight seconds"],
    ["She swam 1,500m.", "She swam one thousand five hundred metres."],
    ["He fell 20m", "He fell twenty metres"],
    ["a height of 30m", "a height of thirty metres"],
    ["The tower is 120m.", "The tower is one hundred and twenty metres."],
    ["Profits fell 5m", "Profits fell five million"],
    ["ran 5m tests", "ran five million tests"],
    ["1m people", "one million people"],
    ["2m homes", "two million homes"],
    ["a 5m increase in users", "a five million increase in users"],
    ["1m long-term sick", "one million long-term sick"],
    ["2m high earners", "two million high earners"],
    ["raised 5m from donors", "raised five million from donors"],
    ["spent 10m on a pool", "spent ten million on a pool"],
    ["6ft 2in", "six feet two inches"],
    ["5ft 1in tall", "five feet one inch tall"],
    ["a 6ft 2in door", "a six foot two inch door"],
    ["5ft 10 in socks", "five feet ten in socks"],
    ["6′2″", "six feet two inches"],
    ["10st 4lb", "ten stone four pounds"],
    ["4 min 30 s", "four minutes thirty seconds"],
    ["1h 20m", "one hour twenty minutes"],
    ["1h 20m 30s", "one hour twenty minutes thirty seconds"],
    ["30mpg", "thirty miles per gallon"],
    ["a 30mpg car", "a thirty mile per gallon car"],
    ["52°12′N", "fifty-two degrees twelve minutes north"],
    ["52°12′30″N, 1°W", "fifty-two degrees twelve minutes thirty seconds north, one degree west"],
    ["per m²", "per square metre"],
    ["£5/m²", "five pounds a square metre"],
    ["10^6", "ten to the power six"],
    ["1.5 × 10⁻³", "one point five times ten to the power minus three"],
    ["10²", "ten squared"],
    ["E=mc²", "E equals M C squared"],
    ["12st", "twelve stone"],
    ["6ft", "six feet"],
    ["5 mins", "five minutes"],
    ["24 hrs", "twenty-four hours"],
    ["300ms", "three hundred milliseconds"],
    ["3x faster", "three times faster"],
    ["10x", "ten times"],
    ["250g", "two hundred and fifty grams"],
    ["400 ppm", "four hundred parts per million"],
  ]);
});

describe("ordinals", () => {
  saysAll([
    ["1st", "first"],
    ["the 2nd episode", "the second episode"],
    ["3rd", "third"],
    ["4th", "fourth"],
    ["5th", "fifth"],
    ["8th", "eighth"],
    ["9th", "ninth"],
    ["12th", "twelfth"],
    ["20th", "twentieth"],
    ["21st", "twenty-first"],
    ["100th", "one hundredth"],
    ["101st", "one hundred and first"],
    ["103rd", "one hundred and third"],
    ["112th", "one hundred and twelfth"],
    ["1,000th", "one thousandth"],
    ["the 19th century", "the nineteenth century"],
    ["21st-century skills", "twenty-first-century skills"],
    ["a 3rd-party app", "a third-party app"],
  ]);
});

describe("fractions, marks and ratios", () => {
  saysAll([
    ["½", "a half"],
    ["¼ of staff", "a quarter of staff"],
    ["¾", "three quarters"],
    ["⅓", "a third"],
    ["⅔", "two thirds"],
    ["⅛", "an eighth"],
    ["2½", "two and a half"],
    ["2 ½", "two and a half"],
    ["2½%", "two and a half per cent"],
    ["a ½ share", "a half share"],
    ["½ an hour", "half an hour"],
    ["½ a mile", "half a mile"],
    ["½ hour", "half an hour"],
    ["½ the staff", "half the staff"],
    ["¼ an hour", "a quarter of an hour"],
    ["1½ hours", "one and a half hours"],
    ["1/2", "a half"],
    ["a 1/2 share", "a half share"],
    ["3/4 of staff", "three quarters of staff"],
    ["2/3", "two thirds"],
    ["4/5", "four fifths"],
    ["4/5 stars", "four out of five stars"],
    ["2 1/2", "two and a half"],
    ["10/10", "ten out of ten"],
    ["9/10", "nine out of ten"],
    ["24/7", "twenty-four seven"],
    ["24/7/365", "twenty-four seven three six five"],
    ["9/11", "nine eleven"],
    ["50/50", "fifty fifty"],
    ["60/40", "sixty forty"],
    ["120/80", "one hundred and twenty over eighty"],
    ["3:1", "three to one"],
    ["16:9", "sixteen to nine"],
    ["1:100", "one to one hundred"],
    ["won 5-4", "won five four"],
    ["a 3–0 win", "a three nil win"],
    ["a 24-7 service", "a twenty-four seven service"],
    ["1-2-3", "one two three"],
  ]);
});

describe("years", () => {
  saysAll([
    ["in 2022.", "in twenty twenty-two."],
    ["by March 2024,", "by March twenty twenty-four,"],
    ["the 2024 intake", "the twenty twenty-four intake"],
    ["2023", "twenty twenty-three"],
    ["2000", "two thousand"],
    ["2001", "two thousand and one"],
    ["2009", "two thousand and nine"],
    ["2010", "twenty ten"],
    ["2030", "twenty thirty"],
    ["1900", "nineteen hundred"],
    ["1905", "nineteen oh five"],
    ["1999", "nineteen ninety-nine"],
    ["in 1066", "in ten sixty-six"],
    ["1066 forms", "one thousand and sixty-six forms"],
    ["since 1832", "since eighteen thirty-two"],
    ["by 1500 users", "by one thousand five hundred users"],
    ["1950 people", "one thousand nine hundred and fifty people"],
    ["in 2023 people said", "in twenty twenty-three people said"],
    ["more than 1950", "more than one thousand nine hundred and fifty"],
    ["2,023", "two thousand and twenty-three"],
    ["£2023", "two thousand and twenty-three pounds"],
    ["2023 km", "two thousand and twenty-three kilometres"],
    ["2023’s budget", "twenty twenty-three’s budget"],
    ["post-2020", "post-twenty twenty"],
    ["2023–24", "twenty twenty-three to twenty-four"],
    ["2023-24", "twenty twenty-three to twenty-four"],
    ["2023/24", "twenty twenty-three twenty-four"],
    ["2008–09", "two thousand and eight to two thousand and nine"],
    ["1999–00", "nineteen ninety-nine to two thousand"],
    ["1914–18", "nineteen fourteen to eighteen"],
    ["2019–2023", "twenty nineteen to twenty twenty-three"],
    ["2019-2023", "twenty nineteen to twenty twenty-three"],
    ["1980s", "nineteen eighties"],
    ["the mid-1990s", "the mid-nineteen nineties"],
    ["the 1900s", "the nineteen hundreds"],
    ["2000s", "two thousands"],
    ["the ’90s", "the nineties"],
    ["the '90s", "the nineties"],
    ["90s", "nineties"],
    ["in her 20s", "in her twenties"],
    ["44 BC", "forty-four B C"],
    ["AD 1200", "A D twelve hundred"],
    ["2000 BC", "two thousand B C"],
  ]);
});

describe("dates", () => {
  saysAll([
    ["3 October 2023", "the third of October twenty twenty-three"],
    ["on 3 October", "on the third of October"],
    ["On 3 October 2023, it", "On the third of October twenty twenty-three, it"],
    ["the 3 October meeting", "the third of October meeting"],
    ["Tuesday 3 October", "Tuesday the third of October"],
    ["Thursday 18 July 2024,", "Thursday the eighteenth of July twenty twenty-four,"],
    ["On 5th December 2022, it", "On the fifth of December twenty twenty-two, it"],
    ["3rd October", "the third of October"],
    ["the 3rd of October", "the third of October"],
    ["03 Oct 2023", "the third of October twenty twenty-three"],
    ["3 Oct", "the third of October"],
    ["3 Oct. 2023", "the third of October twenty twenty-three"],
    ["Tue 3 Oct", "Tuesday the third of October"],
    ["October 3", "October the third"],
    ["In October 15 boroughs signed up", "In October fifteen boroughs signed up"],
    ["In March 12 trusts joined", "In March twelve trusts joined"],
    ["On October 15 boroughs signed up", "On October the fifteenth boroughs signed up"],
    ["the October 3 deadline", "the October the third deadline"],
    ["October 3rd", "October the third"],
    ["Oct 3, 2023", "October the third twenty twenty-three"],
    ["Oct 2023", "October twenty twenty-three"],
    ["In March 3 people left", "In March three people left"],
    ["May 2023", "May twenty twenty-three"],
    ["3–5 October", "the third to the fifth of October"],
    ["3-5 October 2023", "the third to the fifth of October twenty twenty-three"],
    ["3 and 4 October", "the third and the fourth of October"],
    ["October 3–5", "October the third to the fifth"],
    ["28 September–3 October", "the twenty-eighth of September to the third of October"],
    [
      "28 September – 3 October 2023",
      "the twenty-eighth of September to the third of October twenty twenty-three",
    ],
    ["January–March", "January to March"],
    ["Mon–Fri", "Monday to Friday"],
    ["Monday-Friday", "Monday to Friday"],
    ["2023-10-03", "the third of October twenty twenty-three"],
    ["03/10/2023", "the third of October twenty twenty-three"],
    ["3/10/23", "the third of October twenty twenty-three"],
    ["3.10.2023", "the third of October twenty twenty-three"],
    ["10/25/2023", "the twenty-fifth of October twenty twenty-three"],
    ["31 December 1999", "the thirty-first of December nineteen ninety-nine"],
    ["1 January 2000.", "the first of January two thousand."],
  ]);
});

describe("times", () => {
  saysAll([
    ["9:30am", "nine thirty A M"],
    ["9.30am", "nine thirty A M"],
    ["9am", "nine A M"],
    ["9 am", "nine A M"],
    ["9 a.m.", "nine A M."],
    ["at 9 a.m. on Tuesday", "at nine A M on Tuesday"],
    ["9 p.m.", "nine P M."],
    ["9PM", "nine P M"],
    ["12pm", "twelve P M"],
    ["9:00am", "nine A M"],
    ["9:05am", "nine oh five A M"],
    ["9am–5pm", "nine A M to five P M"],
    ["9am-5pm", "nine A M to five P M"],
    ["9–11am", "nine to eleven A M"],
    ["9:30–10:30am", "nine thirty to ten thirty A M"],
    ["from 9am to 5pm", "from nine A M to five P M"],
    ["14:30", "fourteen thirty"],
    ["9:05", "nine oh five"],
    ["9:00", "nine o'clock"],
    ["14:00", "fourteen hundred"],
    ["00:00", "midnight"],
    ["07:30", "seven thirty"],
    ["14:30–15:30", "fourteen thirty to fifteen thirty"],
    ["at 9.30", "at nine thirty"],
    ["at 9.30 per cent", "at nine point three oh per cent"],
    ["It rose to 9.30", "It rose to nine point three oh"],
    ["8:51", "eight fifty-one"],
    ["1:02:03", "one oh two oh three"],
    ["at noon", "at noon"],
    ["0915 hours", "oh nine fifteen hours"],
    ["1430 hours", "fourteen thirty hours"],
    ["1405hrs", "fourteen oh five hours"],
    ["0900–1700 hours", "oh nine hundred to seventeen hundred hours"],
    ["at 2000 hours", "at twenty hundred hours"],
    ["saved 2000 hours", "saved two thousand hours"],
    ["1430 hours of work", "one thousand four hundred and thirty hours of work"],
  ]);
});

describe("initials", () => {
  saysAll([
    ["HMRC", "H M R C"],
    ["the NHS.", "the N H S."],
    ["(ONS)", "(O N S)"],
    ["GDS and CDDO", "G D S and C D D O"],
    ["NHS SBS's", "N H S S B S's"],
    ["HMRC’s", "H M R C’s"],
    ["A&E", "A and E"],
    ["R&D", "R and D"],
    ["Q&A", "Q and A"],
    ["M&S’s", "M and S’s"],
    ["AT&T", "A T and T"],
    ["T&Cs", "T and C's"],
    ["IT staff", "I T staff"],
    ["the US and UK", "the U S and U K"],
    ["WHO guidance", "W H O guidance"],
    ["CIOs", "C I O's"],
    ["MPs voted", "M P's voted"],
    ["GPs' pay", "G P's' pay"],
    ["genAI", "gen A I"],
    ["OpenAI", "Open A I"],
    ["UKAuthority", "U K Authority"],
    ["NHSmail", "N H S mail"],
    ["ChatGPT", "Chat G P T"],
    ["iOS", "I O S"],
    ["PhD", "P H D"],
    ["PhDs", "P H D's"],
    ["BSc", "B S C"],
    ["MSc", "M S C"],
    ["DfE", "D F E"],
    ["MoD", "M O D"],
    ["IoT", "I O T"],
    ["U.K.", "U K."],
    ["the U.S. economy", "the U S economy"],
    ["J.R.R. Tolkien", "J R R Tolkien"],
    ["UK-wide", "U K-wide"],
    ["AI-driven", "A I-driven"],
    ["a UK–EU deal", "a U K–E U deal"],
    ["an HR/IT team", "an H R I T team"],
    ["TCP/IP", "T C P I P"],
    ["NHSX", "N H S X"],
    ["C++", "C plus plus"],
    ["C#", "C sharp"],
    ["an A* grade", "an A star grade"],
    ["Disney+", "Disney plus"],
    ["LGBTQ+", "L G B T Q plus"],
  ]);
});

describe("letters with figures", () => {
  saysAll([
    ["5G", "five G"],
    ["4K", "four K"],
    ["3D", "three D"],
    ["2FA", "two F A"],
    ["G7", "G seven"],
    ["G20", "G twenty"],
    ["M25", "M twenty-five"],
    ["A303", "A three oh three"],
    ["A1", "A one"],
    ["H1", "H one"],
    ["Q3", "Q three"],
    ["Q3 2023", "Q three twenty twenty-three"],
    ["v2.1", "version two point one"],
    ["v3", "version three"],
    ["B2B", "B to B"],
    ["P2P", "P to P"],
    ["4x4", "four by four"],
    ["MI5", "M I five"],
    ["MP3", "M P three"],
    ["CO2", "C O two"],
    ["Log4j", "log four J"],
    ["Web3", "web three"],
    ["ISO 27001", "I S O twenty-seven thousand and one"],
    ["Covid-19", "Covid nineteen"],
    ["COVID-19", "COVID nineteen"],
    ["GPT-4", "G P T four"],
    ["GPT-4o", "G P T four O"],
    ["GPT-3.5", "G P T three point five"],
    ["SW1A 1AA", "S W one A one A A"],
    ["CF10 3AT", "C F one oh three A T"],
    ["EH99 1SP.", "E H nine nine one S P."],
    ["M1 1AE", "M one one A E"],
    ["M1 8GB", "M one eight gigabytes"],
    ["CO₂", "C O two"],
    ["H₂O", "H two O"],
    ["C₆H₁₂O₆", "C six H twelve O six"],
    ["PM₂.₅", "P M two point five"],
    ["Article 50(4)", "Article fifty four"],
    ["Section 12(3)(b)", "Section twelve three B"],
    ["Regulation 3(1)(a)(ii).", "Regulation three one A two."],
    ["10(ish)", "ten(ish)"],
    ["F-35", "F thirty-five"],
    ["S&P 500", "S and P five hundred"],
    ["Core20PLUS5", "core twenty plus five"],
    ["COP28", "cop twenty-eight"],
    ["NHS111", "N H S one one one"],
    ["Flat 2B", "Flat two B"],
  ]);
});

describe("acronyms said as words, and words in capitals", () => {
  test.each([
    "NATO",
    "NASA",
    "UNESCO",
    "UNICEF",
    "OFSTED",
    "Ofsted",
    "NICE guidance",
    "SAGE",
    "COBRA",
    "DEFRA",
    "COVID",
    "AIDS",
    "a PIN",
    "a SIM card",
    "RAM",
    "UCAS",
    "BAFTA",
    "SaaS",
    "do NOT press",
    "this AND that",
    "CONNECTED",
    "PLEASE READ THIS NOW",
    "TWO LOUD DOGS RAN HOME TODAY",
    "DON'T",
    "an E-MAIL",
    "LinkedIn",
    "YouTube",
    "McDonald",
    "iPhone",
    "A-levels",
    "an X-ray",
    "Vitamin C",
    "Plan B",
    "ÉCOLE",
    "ΑΒΓ",
  ])("%s stays as it is", (text) => expect(findEnglishSayings(text)).toEqual([]));

  saysAll([
    ["THE NHS AND HMRC WILL JOIN", "THE N H S AND H M R C WILL JOIN"],
    ["GDS, CDDO, DSIT", "G D S, C D D O, D S I T"],
    ["NHS SBS", "N H S S B S"],
  ]);
});

describe("addresses", () => {
  saysAll([
    ["podcast@example.org", "podcast at example dot org"],
    ["first.last-name@mail.example.co.uk", "first dot last dash name at mail dot example dot co dot U K"],
    ["Write to podcast@example.org.", "Write to podcast at example dot org."],
    ["mailto:podcast@example.org", "podcast at example dot org"],
    ["https://www.example.org/a-b?c=1", "example dot org slash A dash B question mark C equals one"],
    ["https://example.org/", "example dot org"],
    ["(https://example.org/news).", "(example dot org slash news)."],
    ["http://example.org:8080/x_y", "example dot org colon eight oh eight oh slash X underscore Y"],
    ["https://example.org/2023/10/story", "example dot org slash twenty twenty-three slash ten slash story"],
    ["www.example.org", "example dot org"],
    ["www.example.pizza", "example dot pizza"],
    ["(www.example.pizza/a?b=1).", "(example dot pizza slash A question mark B equals one)."],
    ["example.org", "example dot org"],
    ["Go to example.org.", "Go to example dot org."],
    ["gov.uk", "gov dot U K"],
    ["GOV.UK", "gov dot U K"],
    ["GOV.UK’s", "gov dot U K’s"],
    ["GOV.UK Notify", "gov dot U K Notify"],
    ["bbc.co.uk/news", "B B C dot co dot U K slash news"],
    ["NHS.uk", "N H S dot U K"],
    ["hmrc.gov.uk", "H M R C dot gov dot U K"],
    ["i.AI", "I dot A I"],
    ["Node.js", "Node dot J S"],
    ["notes.pdf", "notes dot P D F"],
    ["@roundup_uk", "at roundup underscore U K"],
    ["#PublicSector", "hashtag Public Sector"],
    ["#govtech", "hashtag govtech"],
    ["#1", "number one"],
  ]);

  test.each(["the end.Next we", "the end.It was", "one.Two", "no.So", "wait...what", "a @ b".slice(0, 1)])(
    "%s is none",
    (text) => expect(findEnglishSayings(text)).toEqual([]),
  );
});

describe("signs", () => {
  saysAll([
    ["Central Digital & Data Office", "Central Digital and Data Office"],
    ["Marks & Spencer", "Marks and Spencer"],
    ["and/or", "and or"],
    ["he/she", "he or she"],
    ["his/her", "his or her"],
    ["s/he", "he or she"],
    ["yes/no", "yes or no"],
    ["either/or", "either or"],
    ["input/output", "input slash output"],
    ["N/A", "not applicable"],
    ["2 + 2 = 4", "two plus two equals four"],
    ["5 × 3", "five times three"],
    ["6 ÷ 2", "six divided by two"],
    ["5 − 3", "five minus three"],
    ["3 < 5", "three less than five"],
    ["§ 5", "section five"],
    ["§5.2", "section five point two"],
    ["№ 5", "number five"],
    ["meet @ noon", "meet at noon"],
  ]);
});

describe("shortened words", () => {
  saysAll([
    ["Dr Lee", "Doctor Lee"],
    ["Dr. Lee", "Doctor Lee"],
    ["Mr X", "Mister X"],
    ["Mrs Roe", "Missus Roe"],
    ["Prof. Roe", "Professor Roe"],
    ["Cllr Roe", "Councillor Roe"],
    ["the Rt Hon Ann Roe", "the Right Honourable Ann Roe"],
    ["St Helens", "Saint Helens"],
    ["St. Paul’s", "Saint Paul’s"],
    ["in Downing St.", "in Downing Street."],
    ["Downing St is", "Downing Street is"],
    ["Oak Rd", "Oak Road"],
    ["us vs them", "us versus them"],
    ["us vs. them", "us versus them"],
    ["England vs. Wales", "England versus Wales"],
    ["eg. HMRC", "for example H M R C"],
    ["approx. £5", "approximately five pounds"],
    ["England v Wales", "England versus Wales"],
    ["tools, e.g. forms", "tools, for example forms"],
    ["e.g., forms", "for example, forms"],
    ["i.e. forms", "that is forms"],
    ["forms, etc.", "forms, et cetera."],
    ["forms, etc. and more", "forms, et cetera and more"],
    ["approx. 500", "approximately five hundred"],
    ["No. 10", "Number ten"],
    ["No.10 Downing Street", "Number ten Downing Street"],
    ["No 10", "Number ten"],
    ["item no. 5", "item number five"],
    ["p. 5", "page five"],
    ["pp. 5–7", "pages five to seven"],
    ["c. 1850", "circa eighteen fifty"],
    ["Acme Ltd", "Acme Limited"],
    ["Acme Ltd. The end", "Acme Limited. The end"],
    ["Acme plc", "Acme P L C"],
    ["Acme Inc. said", "Acme Incorporated said"],
  ]);
});

describe("Roman numerals", () => {
  saysAll([
    ["Henry VIII", "Henry the eighth"],
    ["Elizabeth II’s", "Elizabeth the second’s"],
    ["Charles III.", "Charles the third."],
    ["King George V said", "King George the fifth said"],
    ["Edward VII", "Edward the seventh"],
    ["John XXIII", "John the twenty-third"],
    ["World War II", "World War two"],
    ["World War I", "World War one"],
    ["Part IV", "Part four"],
    ["Phase II", "Phase two"],
    ["Type II", "Type two"],
    ["Chapter IX", "Chapter nine"],
    ["Basel III", "Basel three"],
    ["Grade II listed", "Grade two listed"],
    ["an IV drip", "an I V drip"],
  ]);

  test.each(["Charles I think so", "I did", "Vitamin C", "Ms Roe and I", "Plan V", "V for victory"])(
    "%s has none",
    (text) => expect(findEnglishSayings(text)).toEqual([]),
  );
});

describe("ordinary words", () => {
  test.each([
    "",
    " ",
    "Hello and welcome to the roundup.",
    "It’s the council’s own well-known, up-to-date plan – and it ‘works’.",
    "She paused—then spoke: “No.” He left…",
    "Ann Lee-Roe and Siân O’Neill met Bo.",
    "A sat-nav, a T-shirt, a co-op and an e-mail",
    "I may march in may",
    "The end. Next, no. So there.",
    "e - mail",
    "日本語 です。",
    "<b>bold</b> <script>alert</script> ]]> \u0000",
    "a * b and ~ and ^ and \\ | {} []",
    "- and – and — and …",
  ])("%j has no saying", (text) => expect(findEnglishSayings(text)).toEqual([]));
});

describe("sentences", () => {
  saysAll([
    [
      "With a target of 1,500 users by March 2024, the IDS is set to open.",
      "With a target of one thousand five hundred users by March twenty twenty-four, the I D S is set to open.",
    ],
    [
      "NHS SBS’s turnover rose 12.5% to £100m in 2022–23.",
      "N H S S B S’s turnover rose twelve point five per cent to one hundred million pounds in twenty twenty-two to twenty-three.",
    ],
    [
      "Dr Roe of the ONS wrote to 45 MPs on 3 October at 9:30am.",
      "Doctor Roe of the O N S wrote to forty-five M P's on the third of October at nine thirty A M.",
    ],
    [
      "The NIA supports the Core20PLUS5 approach: see nhs.uk/nia or e-mail nia@example.org.",
      "The N I A supports the core twenty plus five approach: see N H S dot U K slash N I A or e-mail N I A at example dot org.",
    ],
  ]);

  test("are as many words as are said", () => {
    expect(countSpokenWords("£100 million", voice)).toBe(4);
    expect(countSpokenWords("GOV.UK", voice)).toBe(4);
    expect(countSpokenWords("HMRC’s 2,500 staff", voice)).toBe(9);
  });
});

describe("what is found", () => {
  test("is the written token alone, where it stands", () => {
    expect(findEnglishSayings("In 2023, HMRC’s £5m.")).toEqual([
      { start: 3, end: 7, spoken: "twenty twenty-three", name: null },
      { start: 9, end: 13, spoken: "H M R C", name: null },
      { start: 16, end: 19, spoken: "five million pounds", name: null },
    ]);
  });

  /** What the rules know, and what they do not. */
  const known = fc.constantFrom(
    ..."HMRC NHS A&E AND NOT FOO BAR GPs genAI UKAuthority Henry George VIII II V X I IV v vs. etc. e.g. No. Oct".split(
      " ",
    ),
    ..."October May Mon Tuesday the a in between at 9.30 9:30am 9am–5pm 00:00 3 2023 2023–24 1066 £5m £5 –£10".split(
      " ",
    ),
    ..."$1 US$5 5% -5 10-20 10–20 1/2 3/4 24/7 1:1 ½ 2½ 3rd 1980s '90s 007 0800 999 call million people".split(
      " ",
    ),
    ..."km 5km 100m tall 5G M25 A303 v2.1 B2B Core20PLUS5 Covid-19 GPT-4o C++ C# and/or he/she TCP/IP".split(
      " ",
    ),
    ..."example.org GOV.UK pod@example.org https://www.example.org/news?page=1 @who #Tag #1 & + = @ % − × < > § № U.K. J.R.R.".split(
      " ",
    ),
    ..."word Word don't DON'T E-MAIL x-ray – — … . , ( ) “ ” ' ’".split(" "),
    "Dr Roe",
    "St Helens",
    "Downing St",
    "Acme Ltd",
    "Acme plc",
    "an A* grade",
    "NHS/HMRC",
    "3 October 2023",
    "6ft 2in",
    "4 min 30 s",
    "CF10 3AT",
    "£20-a-week",
    ..."21m 3m wall 9.58s 50c 30mpg 105 CO₂ H₂O m² 10^6 10⁻³ 52°12′N 1430 hours 0915 50(4) 12(3)(b) www.example.pizza".split(
      " ",
    ),
  );
  const join = (parts: readonly (readonly [string, string])[]) => parts.flat().join("");
  const texts = fc
    .array(fc.tuple(known, fc.constantFrom(" ", " ", " ", "\n", ", ", ". ")), { maxLength: 14 })
    .map(join);
  const anyTexts = fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 3, arbitrary: known },
          { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
          {
            weight: 1,
            arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789.,:/-–£%+&AaBbIVXk "), maxLength: 8 }),
          },
        ),
        fc.constantFrom(" ", " ", "", "-", "/", "."),
      ),
      { maxLength: 14 },
    )
    .map(join);

  test("is in order, inside the text, never empty, never over another, and said in plain words", () => {
    fc.assert(
      fc.property(anyTexts, (text) => {
        let last = 0;
        for (const { start, end, spoken } of findEnglishSayings(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(spoken).toMatch(/^[\p{L}\p{M}'’-]+(?: [\p{L}\p{M}'’-]+)*$/u);
          last = end;
        }
        expect(sayText(text, voice)).not.toMatch(/\d/);
      }),
      { numRuns: 2000, seed: 2026 },
    );
  });

  test("leaves nothing to say in what is said", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const said = sayText(text, voice);
        expect(sayText(said, voice)).toBe(said);
      }),
      { numRuns: 2000, seed: 2026 },
    );
  });

  /** Time that grew faster than the text would outlast the test's own limit. */
  const comesToAnEnd = (unit: string, size: number) => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    expect(findSayings(text, voice).every(({ end }) => end <= text.length)).toBe(true);
  };

  test.each([
    ["digits", "1"],
    ["dotted initials", "A."],
    ["slashes", "1/"],
    ["at signs", "@"],
    ["pounds", "£"],
    ["dashes", "1–"],
    ["dots", "."],
    ["capitals", "A"],
  ])("comes to an end in 200 kB of %s", (_, unit) => comesToAnEnd(unit, 200_000));

  test.each([
    ["digits and commas", "1,111"],
    ["addresses", "a@"],
    ["hyphens", "1-"],
    ["labels", "a."],
    ["capitals and blanks", "A "],
    ["shouts", "AND NOT YES. "],
    ["joined initials", "A&"],
    ["colons", "1:"],
    ["letters and figures", "a1"],
    ["minus signs", "-1"],
    ["apostrophes", "'9"],
    ["schemes", "https://"],
    ["hashtags", "#a"],
    ["blanks", " "],
    ["figures apart", "0123 "],
    ["thousands apart", "1, 000"],
    ["marks", "A\u0301"],
    ["brackets", "((("],
    ["signs", "<"],
    ["hyphens alone", "-"],
    ["a long word", "a-"],
    ["fractions", "½"],
    ["dates", "3 October–"],
    ["numerals", "Henry VIII"],
    ["metres", "3m x "],
    ["brackets and figures", "1(1)"],
    ["lowered figures", "a₂"],
    ["powers", "1^"],
    ["labels of an address", "www."],
    ["feet", "6ft "],
  ])("comes to an end in 40 kB of %s", (_, unit) => comesToAnEnd(unit, 40_000));
});
