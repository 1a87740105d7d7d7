// What is counted and measured in, as written after or before a figure -> as it is said.

/** One, and more than one. */
export type Unit = readonly [one: string, many: string];

const plain = (one: string): Unit => [one, `${one}s`];
const same = (both: string): Unit => [both, both];

/** By how they are written after a figure, with or without a blank. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ["%", same("per cent")],
  ["‰", same("per thousand")],
  ["pp", plain("percentage point")],
  ["ppt", plain("percentage point")],
  ["ppts", plain("percentage point")],
  ["°C", ["degree Celsius", "degrees Celsius"]],
  ["°F", ["degree Fahrenheit", "degrees Fahrenheit"]],
  ["°", plain("degree")],
  ["km²", plain("square kilometre")],
  ["m²", plain("square metre")],
  ["m³", plain("cubic metre")],
  ["sq km", plain("square kilometre")],
  ["sq m", plain("square metre")],
  ["sq ft", ["square foot", "square feet"]],
  ["sq miles", plain("square mile")],
  ["km/h", ["kilometre per hour", "kilometres per hour"]],
  ["kph", ["kilometre per hour", "kilometres per hour"]],
  ["mph", ["mile per hour", "miles per hour"]],
  ["MPH", ["mile per hour", "miles per hour"]],
  ["mpg", ["mile per gallon", "miles per gallon"]],
  ["rpm", ["revolution per minute", "revolutions per minute"]],
  ["km", plain("kilometre")],
  ["cm", plain("centimetre")],
  ["m", plain("metre")],
  ["m/s", ["metre per second", "metres per second"]],
  ["mm", plain("millimetre")],
  ["nm", plain("nanometre")],
  ["ft", ["foot", "feet"]],
  ["yd", plain("yard")],
  ["kg", plain("kilogram")],
  ["mg", plain("milligram")],
  ["lb", plain("pound")],
  ["lbs", plain("pound")],
  ["oz", plain("ounce")],
  ["st", same("stone")],
  ["ml", plain("millilitre")],
  ["cl", plain("centilitre")],
  ["ha", plain("hectare")],
  ["KB", plain("kilobyte")],
  ["kB", plain("kilobyte")],
  ["MB", plain("megabyte")],
  ["GB", plain("gigabyte")],
  ["TB", plain("terabyte")],
  ["PB", plain("petabyte")],
  ["Mbps", ["megabit per second", "megabits per second"]],
  ["Mbit/s", ["megabit per second", "megabits per second"]],
  ["Gbps", ["gigabit per second", "gigabits per second"]],
  ["Gbit/s", ["gigabit per second", "gigabits per second"]],
  ["Hz", same("hertz")],
  ["kHz", same("kilohertz")],
  ["MHz", same("megahertz")],
  ["GHz", same("gigahertz")],
  ["kW", plain("kilowatt")],
  ["MW", plain("megawatt")],
  ["GW", plain("gigawatt")],
  ["TW", plain("terawatt")],
  ["kWh", plain("kilowatt hour")],
  ["MWh", plain("megawatt hour")],
  ["GWh", plain("gigawatt hour")],
  ["TWh", plain("terawatt hour")],
  ["kV", plain("kilovolt")],
  ["kcal", plain("kilocalorie")],
  ["dB", plain("decibel")],
  ["ppm", ["part per million", "parts per million"]],
  ["bpm", ["beat per minute", "beats per minute"]],
  ["wpm", ["word per minute", "words per minute"]],
  ["px", plain("pixel")],
  ["ms", plain("millisecond")],
  ["sec", plain("second")],
  ["secs", plain("second")],
  ["min", plain("minute")],
  ["mins", plain("minute")],
  ["hr", plain("hour")],
  ["hrs", plain("hour")],
  ["yr", plain("year")],
  ["yrs", plain("year")],
]);

/** Those that are units only without a blank: a single letter may be anything. */
export const TIGHT_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ["p", ["penny", "pence"]],
  ["c", plain("cent")],
  ["s", plain("second")],
  ["g", plain("gram")],
  ["x", plain("time")],
  ["×", plain("time")],
  ["W", plain("watt")],
  ["V", plain("volt")],
  ["pc", same("per cent")],
]);

/** A currency, and what a hundredth of it is called. */
export interface Currency {
  readonly whole: Unit;
  readonly part: Unit | null;
}

const PENNY: Unit = ["penny", "pence"];
const CENT = plain("cent");
const dollars = (of: string): Currency => ({ whole: plain(`${of}dollar`), part: CENT });

/** By the sign or code before the figure. */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map<string, Currency>([
  ["£", { whole: plain("pound"), part: PENNY }],
  ["GBP", { whole: plain("pound"), part: PENNY }],
  ["€", { whole: plain("euro"), part: CENT }],
  ["EUR", { whole: plain("euro"), part: CENT }],
  ["$", dollars("")],
  ["US$", dollars("U S ")],
  ["USD", dollars("U S ")],
  ["A$", dollars("Australian ")],
  ["AU$", dollars("Australian ")],
  ["C$", dollars("Canadian ")],
  ["CA$", dollars("Canadian ")],
  ["NZ$", dollars("New Zealand ")],
  ["HK$", dollars("Hong Kong ")],
  ["S$", dollars("Singapore ")],
  ["¥", { whole: same("yen"), part: null }],
  ["JPY", { whole: same("yen"), part: null }],
  ["₹", { whole: plain("rupee"), part: null }],
  ["CHF", { whole: plain("Swiss franc"), part: null }],
]);

/** Words and letters that multiply. */
export const SCALES: ReadonlyMap<string, string> = new Map([
  ["hundred", "hundred"],
  ["thousand", "thousand"],
  ["million", "million"],
  ["billion", "billion"],
  ["trillion", "trillion"],
  ["k", "thousand"],
  ["K", "thousand"],
  ["m", "million"],
  ["M", "million"],
  ["mn", "million"],
  ["mln", "million"],
  ["b", "billion"],
  ["bn", "billion"],
  ["Bn", "billion"],
  ["tn", "trillion"],
  ["trn", "trillion"],
]);
