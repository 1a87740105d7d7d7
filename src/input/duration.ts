// A running time as written (m:ss, h:mm:ss) <-> seconds.

/** Seconds of `m:ss` or `h:mm:ss`; null for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  if (match[1] !== undefined && (minutes > 59 || match[2]?.length !== 2)) return null;
  return hours * 3600 + minutes * 60 + seconds;
}

/** Seconds as `m:ss`, or `h:mm:ss` from an hour; rounded to the nearest second. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
