// The page of script.html -> a prompter: it scrolls at words a minute, by keys, buttons and touch.
// Put into the page as it stands; it is told all by attributes, so that a template of one's own may look otherwise:
//   #script               the words, with data-show, data-episode, data-words-per-minute, data-seconds, data-target
//   [data-part]           a part in it, with data-title and data-place
//   [data-start]          a paragraph in that, with data-start and data-end in seconds; .cue in it is not spoken
//   #prompter             the controls, hidden until this runs; #sight, the line at which is read; #help, a dialog
//   [data-do]             a button, by the name of what it does (`actions`)
//   [data-value]          a text that is kept up to date (`write`)
//   [data-progress]       becomes a bar cut by the parts; [data-over] is shown where there is a target
//
// The place is kept in seconds of the script as it was timed, pauses and all. The map from seconds to pixels is
// measured when the layout changes; a frame only looks up the map, scrolls and writes the clock where it differs.

(() => {
  const PACE = { least: 40, most: 400, step: 5 };
  const SIZE = { least: 50, most: 300, step: 10 };
  /** Milliseconds: what a hand needs to come back, what a notice stays, what the controls stay while running. */
  const HAND = 200;
  const NOTICE = 4000;
  const QUIET = 2500;

  const root = document.documentElement;
  const script = document.getElementById("script");
  const panel = document.getElementById("prompter");
  const sight = document.getElementById("sight");
  const help = document.getElementById("help");
  const over = document.querySelector("[data-over]");
  const progress = document.querySelector("[data-progress]");

  const base = Number(script.dataset.wordsPerMinute);
  const total = Number(script.dataset.seconds);
  const target = script.dataset.target === undefined ? null : Number(script.dataset.target);
  const paragraphs = [...script.querySelectorAll("[data-start]")].map((element) => ({
    element,
    start: Number(element.dataset.start),
    end: Number(element.dataset.end),
  }));
  const parts = [...script.querySelectorAll("[data-part]")].flatMap((element) => {
    const inside = paragraphs.filter((paragraph) => element.contains(paragraph.element));
    if (inside.length === 0) return [];
    const { title, place } = element.dataset;
    return [{ element, title, place, start: inside[0].start, end: inside.at(-1).end }];
  });
  if (parts.length === 0) return;

  // What the browser keeps. A page opened from a disk may be refused it; then it lasts as long as the page.

  const SETTINGS = "roundup prompter";
  const OWN = `${SETTINGS}: ${script.dataset.show}: ${script.dataset.episode}`;
  const stores = {
    settings: [SETTINGS, "localStorage"],
    marks: [OWN, "localStorage"],
    place: [OWN, "sessionStorage"],
  };
  /** What a browser has refused to keep, by the same names. */
  const unkept = {};

  function recall(what) {
    if (what in unkept) return unkept[what];
    const [key, store] = stores[what];
    try {
      const kept = JSON.parse(window[store].getItem(key));
      if (kept !== null && typeof kept === "object") return kept;
    } catch {}
    return {};
  }

  /** True if the browser keeps it. */
  function keep(what, value) {
    const [key, store] = stores[what];
    try {
      window[store].setItem(key, JSON.stringify(value));
      delete unkept[what];
      return true;
    } catch {
      unkept[what] = value;
      return false;
    }
  }

  const bound = (value, { least, most }) => Math.min(most, Math.max(least, value));
  const numberOr = (value, other) => (Number.isFinite(value) ? value : other);

  const kept = recall("settings");
  const before = recall("place");
  // A pace is remembered for the rate that the script was timed at: another rate is another reader.
  let pace = bound(kept.base === base ? numberOr(kept.pace, base) : base, PACE);
  let size = bound(numberOr(kept.size, 100), SIZE);
  let isMirrored = kept.mirrored === true;

  /** Seconds of the script at the line that is read. */
  let at = bound(numberOr(before.at, 0), { least: 0, most: total });
  const named = parts.find(({ element }) => location.hash === `#${element.id}`);
  if (named) at = named.start;
  /** Seconds that it has run. */
  let elapsed = Math.max(0, numberOr(before.elapsed, 0));
  let isRunning = false;
  /** When this take was begun, by the browser's clock; null until it is. */
  let takeBegan = null;
  /** The scroll position last set or seen; another one is the work of a hand. */
  let scrolled = 0;
  /** Until when the page is in someone's hand. */
  let handUntil = 0;
  let isTouched = false;
  let lastFrame = null;
  let nextFrame = 0;

  // Seconds <-> pixels.

  /** Corners of the map, ascending: at `time` the line that is read is `y` pixels down the page. */
  let corners = [];
  /** How far down the window is read. */
  let sightLine = 0;
  let measured = "";
  const sizeNow = () => `${script.offsetWidth} ${script.offsetHeight}`;

  function measure() {
    const top = window.scrollY;
    sightLine = sight.offsetTop;
    measured = sizeNow();
    corners = [];
    for (const { element, start, end } of paragraphs) {
      const box = element.getBoundingClientRect();
      const last = corners.at(-1);
      // Without a pause between two paragraphs, neither jumps: they meet in the middle of the gap.
      if (last && last.time >= start) {
        last.y = (last.y + box.top + top) / 2;
        corners.push({ time: end, y: box.bottom + top });
      } else {
        corners.push({ time: start, y: box.top + top }, { time: end, y: box.bottom + top });
      }
    }
    show();
  }

  /** The value of `want` where `have` is `value`, along straight lines between the corners. */
  function lookUp(have, want, value) {
    let low = 0;
    let high = corners.length - 1;
    if (value <= corners[low][have]) return corners[low][want];
    if (value >= corners[high][have]) return corners[high][want];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (corners[middle][have] <= value) low = middle;
      else high = middle;
    }
    const from = corners[low];
    const to = corners[high];
    return from[want] + ((value - from[have]) / (to[have] - from[have])) * (to[want] - from[want]);
  }

  /** Brings the place to the line, and says where that is. */
  function show() {
    window.scrollTo(0, lookUp("time", "y", at) - sightLine);
    scrolled = window.scrollY;
    writeClock();
  }

  /** Takes the place from where a hand has scrolled to. True if one has. */
  function followHand() {
    if (Math.abs(window.scrollY - scrolled) <= 1.5) return false;
    scrolled = window.scrollY;
    at = lookUp("y", "time", scrolled + sightLine);
    return true;
  }

  function holdForHand() {
    handUntil = performance.now() + HAND;
  }

  // The clock.

  const slots = new Map();
  for (const element of document.querySelectorAll("[data-value]")) {
    const { value } = element.dataset;
    slots.set(value, [...(slots.get(value) ?? []), element]);
  }
  const written = new Map();

  /** Puts a text in its places, if it differs from what is there. */
  function write(name, text) {
    if (written.get(name) === text) return;
    written.set(name, text);
    for (const element of slots.get(name) ?? []) element.textContent = text;
  }

  function formatTime(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const pad = (number) => String(number).padStart(2, "0");
    const minutes = Math.floor(whole / 60);
    return minutes < 60
      ? `${minutes}:${pad(whole % 60)}`
      : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
  }

  /** The part at a time of the script; a pause belongs to the part that follows it. */
  function partAt(time) {
    let low = 0;
    let high = parts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (parts[middle - 1].end < time || parts[middle].start <= time) low = middle;
      else high = middle;
    }
    return low;
  }

  const cells = parts.map(({ start, end }) => {
    const cell = document.createElement("span");
    cell.style.flexGrow = String(Math.max(0.1, end - start));
    return cell;
  });
  progress?.append(...cells);
  progress?.classList.toggle("is-fine", parts.length > 40);
  let litCells = 0;

  function writeProgress(index) {
    const percent = (share) => `${Math.round(bound(share, { least: 0, most: 1 }) * 1000) / 10}%`;
    const { start, end } = parts[index];
    if (written.get("cell") !== index) {
      written.set("cell", index);
      // Only the cells between the last part and this one change.
      for (let cell = Math.min(litCells, index); cell <= Math.max(litCells, index); cell++) {
        cells[cell].style.setProperty("--done", cell < index ? "100%" : "0%");
        cells[cell].toggleAttribute("data-now", cell === index);
      }
      litCells = index;
    }
    const done = percent((at - start) / Math.max(0.1, end - start));
    if (written.get("done") !== done) {
      written.set("done", done);
      cells[index].style.setProperty("--done", done);
    }
  }

  function writeClock() {
    const remaining = ((total - at) * base) / pace;
    const index = partAt(at);
    write("elapsed", formatTime(elapsed));
    write("remaining", formatTime(Math.round(remaining)));
    write("pace", String(pace));
    write("title", parts[index].title);
    write("place", parts[index].place);
    if (target !== null) {
      const off = Math.round(elapsed + remaining - target);
      write("over", formatTime(Math.abs(off)));
      write("overWord", off > 0 ? "over" : off < 0 ? "under" : "on target");
      over?.classList.toggle("is-over", off > 0);
    }
    if (progress) writeProgress(index);
  }

  // Running.

  function frame(now) {
    nextFrame = requestAnimationFrame(frame);
    // After a pause of the browser itself, as of a page that was hidden, it goes on and does not jump.
    const passed = lastFrame === null ? 0 : Math.min(now - lastFrame, 1000) / 1000;
    lastFrame = now;
    elapsed += passed;
    if (followHand()) holdForHand();
    if (isTouched || performance.now() < handUntil) {
      writeClock();
      return;
    }
    at = Math.min(total, at + (passed * pace) / base);
    show();
    if (at >= total) run(false);
  }

  function run(isWanted) {
    if (isWanted === isRunning) return;
    if (isWanted && at >= total) {
      tell("This is the end: R goes to the top");
      return;
    }
    isRunning = isWanted;
    root.classList.toggle("running", isRunning);
    write("run", isRunning ? "Stop" : "Start");
    stir();
    cancelAnimationFrame(nextFrame);
    if (!isRunning) return;
    takeBegan ??= performance.now();
    lastFrame = null;
    nextFrame = requestAnimationFrame(frame);
  }

  /** Places the reader: the seconds of the script that are to be at the line. */
  function goTo(time) {
    at = time;
    handUntil = 0;
    show();
  }

  let quietTimer = 0;

  /** Shows the controls, which go again while it runs. */
  function stir() {
    root.classList.remove("quiet");
    clearTimeout(quietTimer);
    if (isRunning) quietTimer = setTimeout(() => root.classList.add("quiet"), QUIET);
  }

  let noticeTimer = 0;

  function tell(text) {
    write("notice", text);
    clearTimeout(noticeTimer);
    noticeTimer = setTimeout(() => write("notice", ""), NOTICE);
  }

  // Settings.

  function keepSettings() {
    keep("settings", { base, pace, size, mirrored: isMirrored });
  }

  function setPace(wanted) {
    pace = bound(wanted, PACE);
    writeClock();
    keepSettings();
  }

  function applyLook() {
    root.style.setProperty("--zoom", String(size / 100));
    root.classList.toggle("mirrored", isMirrored);
    press("mirror", isMirrored);
    measure();
  }

  function setSize(wanted) {
    size = bound(wanted, SIZE);
    applyLook();
    tell(`Type at ${size} per cent`);
    keepSettings();
  }

  function press(action, isPressed) {
    for (const button of document.querySelectorAll(`[data-do="${action}"]`)) {
      button.setAttribute("aria-pressed", String(isPressed));
    }
  }

  // Marks: kept for the episode until they are cleared, and then still to be brought back.

  const listOf = (value) => (Array.isArray(value) ? value.filter((one) => one?.words !== undefined) : []);
  const countOf = (list) => `${list.length} ${list.length === 1 ? "mark" : "marks"}`;
  let take = null;

  /** What the browser keeps of this episode, with what another window has added. */
  function recallMarks() {
    const { marks, cleared } = recall("marks");
    return { marks: listOf(marks), cleared: listOf(cleared) };
  }

  function keepMarks(marks, cleared) {
    const isKept = keep("marks", { marks, cleared });
    writeMarks();
    return isKept;
  }

  function writeMarks() {
    const { marks, cleared } = recallMarks();
    write("marks", String(marks.length));
    write("marksText", countOf(marks));
    write("clearedText", countOf(cleared));
    for (const button of document.querySelectorAll('[data-do="clear"]')) button.hidden = marks.length === 0;
    for (const button of document.querySelectorAll('[data-do="restore"]'))
      button.hidden = cleared.length === 0;
  }

  /** Some words before and after the line, without cues. */
  function wordsAt(time) {
    const found = paragraphs.find(({ end }) => end >= time) ?? paragraphs.at(-1);
    const copy = found.element.cloneNode(true);
    for (const cue of copy.querySelectorAll(".cue")) cue.remove();
    const words = copy.textContent.trim().split(/\s+/);
    const share = (time - found.start) / Math.max(0.1, found.end - found.start);
    const middle = Math.floor(bound(share, { least: 0, most: 1 }) * (words.length - 1));
    return words.slice(Math.max(0, middle - 4), middle + 5).join(" ");
  }

  function mark() {
    const { marks, cleared } = recallMarks();
    take ??= Math.max(0, ...[...marks, ...cleared].map((one) => numberOr(one.take, 0))) + 1;
    const part = parts[partAt(at)];
    const time = takeBegan === null ? 0 : (performance.now() - takeBegan) / 1000;
    const added = { take, time, elapsed, at, part: part.element.id, title: part.title, words: wordsAt(at) };
    const isKept = keepMarks([...marks, added], cleared);
    const warning = isKept ? "" : ". This browser keeps nothing: save before you close the page";
    tell(`Retake ${marks.length + 1} marked at ${formatTime(time)}${warning}`);
  }

  /** A label track of Audacity: start, end and label of each mark, in seconds, a line each. */
  function writeLabels(marks) {
    return marks
      .map(({ take, time, at, part, words }, index) => {
        const seconds = numberOr(time, 0).toFixed(6);
        const label = `Retake ${index + 1}, take ${take}, ${part}, script ${formatTime(numberOr(at, 0))}: ${words}`;
        return `${seconds}\t${seconds}\t${label.replace(/\s+/g, " ")}\n`;
      })
      .join("");
  }

  function save() {
    const { marks } = recallMarks();
    if (marks.length === 0) {
      tell("No marks yet: T drops one");
      return;
    }
    const link = document.createElement("a");
    link.download = `${script.dataset.episode}-marks.txt`;
    link.href = URL.createObjectURL(new Blob([writeLabels(marks)], { type: "text/plain" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(`${countOf(marks)} saved in ${link.download}`);
  }

  // Keys, buttons and touch.

  const actions = {
    run: () => run(!isRunning),
    faster: () => setPace(pace + PACE.step),
    slower: () => setPace(pace - PACE.step),
    // As on a player of music: first to the start of this one, then to the one before.
    back: () => {
      const index = partAt(at);
      goTo(parts[at > parts[index].start + 2 ? index : Math.max(0, index - 1)].start);
    },
    next: () => {
      const next = parts.find(({ start }) => start > at);
      if (next) goTo(next.start);
    },
    larger: () => setSize(size + SIZE.step),
    smaller: () => setSize(size - SIZE.step),
    mirror: () => {
      isMirrored = !isMirrored;
      applyLook();
      keepSettings();
    },
    full: () => {
      const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
      done?.catch(() => tell("This browser does not allow the full screen"));
    },
    // A new take begins: its clock starts at zero.
    top: () => {
      run(false);
      elapsed = 0;
      takeBegan = null;
      take = null;
      goTo(0);
    },
    mark,
    save,
    clear: () => {
      const { marks, cleared } = recallMarks();
      keepMarks([], [...cleared, ...marks]);
    },
    restore: () => {
      const { marks, cleared } = recallMarks();
      keepMarks([...cleared, ...marks], []);
    },
    help: () => (help.open ? help.close() : help.showModal()),
  };

  const KEYS = {
    " ": "run",
    ArrowUp: "faster",
    ArrowDown: "slower",
    ArrowLeft: "back",
    ArrowRight: "next",
    "+": "larger",
    "=": "larger",
    "-": "smaller",
    _: "smaller",
    "−": "smaller",
    f: "full",
    m: "mirror",
    r: "top",
    s: "save",
    t: "mark",
    "?": "help",
  };
  const REPEATED = ["faster", "slower", "back", "next", "larger", "smaller"];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Tab") stir();
    if (["PageUp", "PageDown", "Home", "End"].includes(event.key)) holdForHand();
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || (help.open && action !== "help")) return;
    // A button that was reached by Tab is pressed by the space bar, as anywhere.
    if (event.key === " " && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (!event.repeat || REPEATED.includes(action)) actions[action]();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) {
      // A button that was clicked does not keep the space bar for itself.
      if (event.detail > 0) button.blur();
      actions[button.dataset.do]?.();
    } else if (script.contains(event.target) && String(getSelection()) === "") run(!isRunning);
  });

  for (const type of ["pointermove", "pointerdown"]) document.addEventListener(type, stir, { passive: true });
  document.addEventListener("wheel", holdForHand, { passive: true });
  document.addEventListener("touchstart", () => (isTouched = true), { passive: true });
  for (const type of ["touchend", "touchcancel"]) {
    document.addEventListener(type, ({ touches }) => {
      isTouched = touches.length > 0;
      if (!isTouched) holdForHand();
    });
  }
  document.addEventListener("scroll", () => {
    if (!isRunning && followHand()) writeClock();
  });
  document.addEventListener("fullscreenchange", () => press("full", document.fullscreenElement !== null));
  window.addEventListener("resize", measure);
  // A sheet of paper is laid out otherwise, and leaves the screen scrolled where nobody has scrolled it.
  window.addEventListener("afterprint", measure);
  window.addEventListener("storage", writeMarks);
  window.addEventListener("pagehide", () => keep("place", { at, elapsed }));

  // The screen stays awake while the page is seen; a browser lets go of it whenever it is not.

  function stayAwake() {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  }
  document.addEventListener("visibilitychange", () => {
    lastFrame = null;
    stayAwake();
  });

  history.scrollRestoration = "manual";
  root.classList.add("live");
  panel.hidden = false;
  if (over) over.hidden = target === null;
  for (const button of document.querySelectorAll('[data-do="full"]'))
    button.hidden = !document.fullscreenEnabled;
  stayAwake();
  writeMarks();
  applyLook();
  // Anything else that lays the words out anew, such as text that the reader's own settings enlarge.
  new ResizeObserver(() => {
    if (sizeNow() !== measured) measure();
  }).observe(script);
})();
