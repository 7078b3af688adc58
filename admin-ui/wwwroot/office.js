// What a page of the office needs of the browser: starting, keys, live events, drafts, dialogs.

/** While a character is composed, keys are its own and nobody else's; Safari says of the Enter that ends it only that it is 229. */
addEventListener("keydown", event => { if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation(); }, true);

/** Keys reach the page unless a field is being filled in; there only Escape does, and Ctrl+Enter where sentences are written. */
let page = null;
let wanted = new Set();
let led = 0;
const isField = element => element instanceof HTMLElement && (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName) && !["checkbox", "radio", "button"].includes(element.type));
/** The dialog that is on top: the last one. */
const openDialog = () => [...document.querySelectorAll("dialog[open], .mud-dialog")].at(-1);
document.addEventListener("keydown", event => {
  if (!page || event.defaultPrevented) return;
  const target = event.target;
  const isTyping = isField(target);
  const dialog = openDialog();
  const control = event.ctrlKey || event.metaKey;
  let name = (control ? "Ctrl+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  // `g` and a letter within a moment lead to a place.
  if (!isTyping && !dialog && Date.now() - led < 1500) name = "g " + name;
  led = !isTyping && name === "g" ? Date.now() : 0;
  if (dialog && name === "Ctrl+Enter") { event.preventDefault(); if (!event.repeat) dialog.querySelector("form")?.requestSubmit(); }
  // A list that hangs open in it is closed first, by itself.
  if (dialog && name === "Escape" && !document.querySelector(".mud-popover-open")) dialog.querySelector("[data-cancel]")?.click();
  // An open menu is closed by it and nothing else.
  if (name === "Escape" && document.querySelector("details.menu[open]")) return;
  if (event.altKey || dialog || (isTyping && name !== "Escape" && !(name === "Ctrl+Enter" && target.tagName === "TEXTAREA") && name !== "Ctrl+k" && !/^F\d/.test(name)) || !wanted.has(name)) return;
  if ((name === "Enter" || name === " ") && target instanceof HTMLElement && target.closest("button, a, summary, input")) return;
  event.preventDefault();
  // A key that is held moves through a list; every act wants a stroke of its own.
  if (!event.repeat || /^(j|k|Arrow.+)$/.test(name)) page.invokeMethodAsync("Press", name);
});
/** Alt and a digit choose what the box of commands has found, and do nothing else. */
addEventListener("keydown", event => { if (event.altKey && /^Digit[1-9]$/.test(event.code) && event.target.id === "palette-box") event.preventDefault(); });
export function listen(reference) { page = reference; }
export function want(keys) { wanted = new Set(keys); }

/** What broke, or is newer than the page, is loaded anew where the person is now, not where they began. */
for (const link of document.querySelectorAll("#blazor-error-ui a, #renewed a")) link.addEventListener("click", event => { event.preventDefault(); location.reload(); });

/** One stream of events a browser: the tab that holds the lock has it and tells the others. Besides cases [ and areas { it says of which build the office is now. */
export function live(reference, address, person) {
  // Who signs in after another in the same browser is not told what the other may see.
  const line = `approval-live ${person}`;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(line) : null;
  const root = document.documentElement;
  const names = { "[": "Happened", "{": "Acted" };
  const pass = message => message[0] in names ? reference.invokeMethodAsync(names[message[0]], message) : root.classList.toggle("renewed", message !== root.dataset.build);
  // A tab that nobody looks at asks for nothing: it is told when it is looked at again, of everything where that is much.
  const waiting = new Set();
  const tell = message => document.hidden && message[0] in names ? waiting.add(message) : pass(message);
  const look = () => {
    reference.invokeMethodAsync("Looked", !document.hidden);
    if (document.hidden) return;
    const told = waiting.size > 50 || waiting.has("[]") ? ["[]"] : [...waiting];
    waiting.clear();
    told.forEach(pass);
  };
  document.addEventListener("visibilitychange", look);
  if (document.hidden) look();
  const tellAll = message => { tell(message); channel?.postMessage(message); };
  channel?.addEventListener("message", event => tell(event.data));
  const asked = Date.now();
  const open = () => new Promise(() => {
    // Whatever was missed while the line was down, or until another tab that had it was found to be closed: look again.
    let hasMissed = Date.now() - asked > 2000;
    let pause = 5000;
    const connect = () => {
      const source = new EventSource(address);
      for (const name of ["build", "changed", "acted"]) source.addEventListener(name, event => tellAll(event.data));
      source.onopen = () => {
        if (hasMissed) tellAll("[]");
        [hasMissed, pause] = [false, 5000];
      };
      source.onerror = () => {
        hasMissed = true;
        // A browser that was refused (no sign-in, no server behind the proxy) does not try again by itself.
        if (source.readyState !== EventSource.CLOSED) return;
        setTimeout(connect, pause);
        pause = Math.min(2 * pause, 60000);
      };
    };
    connect();
  });
  navigator.locks ? navigator.locks.request(line, open) : open();
}

/** MudBlazor's style and script; first in the head, so that ours come after it. What did not come is asked for again the next time. */
const mudParts = {};
const mudPart = (kind, more) => mudParts[kind] ??= new Promise((done, fail) => {
  const element = Object.assign(document.createElement(kind), more, { onload: () => done(), onerror: () => {
    element.remove();
    mudParts[kind] = null;
    fail(new Error(`No ${kind} of MudBlazor`));
  } });
  document.head.prepend(element);
});
export async function mud() {
  await Promise.all([mudPart("link", { rel: "stylesheet", href: "mud.css" }), mudPart("script", { src: "_content/MudBlazor/MudBlazor.min.js?v=9.12.0" })]);
}

export function show(dialog) { if (dialog && !dialog.open) dialog.showModal(); }
/** Closes a dialog; without one, whichever is open. */
export function hide(dialog) { (dialog ?? document.querySelector("dialog[open]"))?.close(); }
export function focus(selector) { document.querySelector(selector)?.focus(); }
/** Puts a text where the caret is, as if it were typed. */
export function insert(selector, text) {
  const field = document.querySelector(selector);
  if (!field) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
/** Leaves the field that is being filled in; false where there is none. */
export function blur() {
  const field = document.activeElement;
  field?.blur();
  return ["INPUT", "TEXTAREA", "SELECT"].includes(field?.tagName);
}
/** Moves the focus, but never away from somebody who fills in a field or has a dialog open: what they type on would be keys. */
function offerFocus(element) {
  if (!isField(document.activeElement) && !openDialog()) element?.focus({ preventScroll: true });
}
/** A page's heading that is drawn only with its answer takes the focus then, as it would have on the way there. */
export function arrive() { offerFocus(document.querySelector("#main h1")); }
/** Shows a row that was chosen by a key; its list takes the focus, so that the next key is the list's and not that of what was clicked before. */
export function reveal(selector) {
  const row = document.querySelector(selector);
  row?.scrollIntoView({ block: "nearest" });
  offerFocus(row?.closest("[role=listbox], #main"));
}
/** Scrolls a picture sideways until a part of it, or else its first, is in the middle. */
export function centre(picture, part) {
  const [around, inside] = [picture, picture?.querySelector(part) ?? picture?.querySelector("g")].map(element => element?.getBoundingClientRect());
  if (inside) picture.scrollLeft += inside.left + inside.width / 2 - around.left - around.width / 2;
}
/**
 * Back leads to where one came from, as it was left; its address is for who came from nowhere in the office. Blazor numbers its entries of the history from 0.
 * From a sheet of a page one goes up to the page and leaves no entry behind: back would lead from one to the other for ever.
 */
addEventListener("click", event => {
  const link = event.target.closest?.("[data-back], [data-up]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isUp = link.matches("[data-up]");
  const before = window.navigation?.entries()[navigation.currentEntry.index - 1]?.url;
  if (isUp ? before === link.href : history.state?._index > 0) history.back();
  else if (isUp) Blazor.navigateTo(link.href, { replaceHistoryEntry: true });
  else return;
  event.preventDefault();
}, true);
// Beside Blazor's knowledge: the page stays as it is, and is found so when somebody comes back to it.
export function stand(name, value) {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(history.state, "", address);
}
/** Where a reader left a page they find it again when they go back: once it is long enough, and stays so while it still loads. */
addEventListener("scrollend", event => { if (event.target.id === "main") history.replaceState({ ...history.state, top: event.target.scrollTop }, ""); }, true);
addEventListener("popstate", event => {
  const [main, top, until] = [document.getElementById("main"), event.state?.top, Date.now() + 5000];
  const own = new AbortController();
  let since = null;
  const find = () => {
    if (!main || !top || own.signal.aborted || Date.now() > until || (since && Date.now() - since > 500)) return own.abort();
    if (Math.abs(main.scrollTop - top) >= 2) [main.scrollTop, since] = [top, null];
    since ??= Math.abs(main.scrollTop - top) < 2 ? Date.now() : null;
    setTimeout(find, 50);
  };
  for (const act of ["wheel", "keydown", "pointerdown"]) addEventListener(act, () => own.abort(), { passive: true, signal: own.signal });
  find();
});
/** Turns lists to their next column, the last one to the first: what does not fit stands there (the big screen). */
export function turn(selector) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  for (const list of document.querySelectorAll(selector)) {
    const next = list.scrollLeft + list.clientWidth + (parseFloat(getComputedStyle(list).columnGap) || 0);
    list.scrollTo({ left: next < list.scrollWidth - 1 ? next : 0, behavior });
  }
}
export function print() { window.print(); }
/** False where the browser does not let the page write there. */
export function copy(text) { return (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => true, () => false); }
function keepFile(name, content) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
/** Saves a text as a file. */
export function save(name, type, text) { keepFile(name, new Blob([text], { type })); }

/** What is said of a request to which no answer came. */
const offline = { status: 0, text: '{"code":"Offline"}' };

/** Asks for a file, by a request with a body where there is one, and saves it under the name that the answer gives it. */
export async function fetchFile(address, body, headers) {
  const answer = await fetch(address, body ? { method: "POST", body, headers: { ...headers, "Content-Type": "application/json" } } : {}).catch(() => null);
  if (!answer) return offline;
  if (!answer.ok) return { status: answer.status, text: await answer.text() };
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  keepFile(name ? decodeURIComponent(name[1]) : "export", await answer.blob());
  return { status: answer.status, text: "" };
}

/** Asks for an export and saves it: lines that tell how far it has come, a line that names the file, then the file. */
let exporting = null;
export async function exportRows(address, body, headers, reference) {
  const mine = exporting = new AbortController();
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { ...headers, "Content-Type": "application/json" }, signal: mine.signal });
    if (!answer.ok) return { status: answer.status, text: await answer.text() };
    const parts = [];
    let [file, rows, waiting] = [null, 0, new Uint8Array()];
    for await (const piece of pieces(answer.body.getReader())) {
      if (file) { parts.push(piece); continue; }
      waiting = new Uint8Array([...waiting, ...piece]);
      for (let end; !file && (end = waiting.indexOf(10)) >= 0; waiting = waiting.slice(end + 1)) {
        const line = JSON.parse(new TextDecoder().decode(waiting.subarray(0, end)));
        if (line.name) { file = line; parts.push(waiting.slice(end + 1)); }
        else { rows = line.rows; reference.invokeMethodAsync("Told", line.rows, line.of ?? null); }
      }
    }
    const content = new Blob(parts, { type: file?.type });
    if (content.size !== file?.length) return { status: 0, text: "" };
    keepFile(file.name, content);
    return { status: 200, text: rows.toLocaleString("en") };
  } catch {
    return { status: mine.signal.aborted ? 499 : 0, text: "" };
  }
}
export function stopExport() { exporting?.abort(); }
async function* pieces(reader) {
  for (let read; !(read = await reader.read()).done;) yield read.value;
}

/** What the first paint knew of its person stands at the root. */
export function dressed(name) { return document.documentElement.getAttribute(name); }
export function dress(name, value) { value ? document.documentElement.setAttribute(name, value) : document.documentElement.removeAttribute(name); }

/** Where the browser keeps nothing, or has no room left, the office works on without: what is typed must not fail for it. */
export function read(key) { try { return localStorage.getItem(key); } catch { return null; } }
export function write(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* see read */ } }
/** A text that was not sent yet, with when it was touched last: papers.js lets old ones go. */
export function keepText(key, text) { write(key, text ? JSON.stringify({ on: new Date(), text }) : null); }
export function keptText(key) { try { return JSON.parse(read(key))?.text ?? ""; } catch { return ""; } }

/** First letters of the pinyin of each character, found by the collation of Chinese. */
const letters = "ABCDEFGHJKLMNOPQRSTWXYZ";
const firsts = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
export function initials(texts) {
  return texts.map(text => [...text].map(character => {
    if (!/\p{Script=Han}/u.test(character)) return character.toUpperCase();
    for (let i = firsts.length - 1; i >= 0; i--) if (collator.compare(firsts[i], character) <= 0) return letters[i];
    return "";
  }).join(""));
}

/** What the chosen files are called. */
export function fileNames(input) { return [...input.files].map(file => file.name).join(", "); }

/** The text of the chosen file. */
export async function textOf(input) { return await input.files[0]?.text() ?? ""; }

/** Sends the chosen files; the answer is read as text by who asked. They can be sent once more where nobody was signed in. */
export async function upload(address, input, headers) {
  const form = new FormData();
  for (const file of input.files) form.append("file", file);
  const answer = await fetch(address, { method: "POST", body: form, headers }).catch(() => null);
  if (!answer) return offline;
  if (answer.status !== 401) input.value = "";
  return { status: answer.status, text: await answer.text() };
}

/** Files of materials that wait to be sent; what deals with them comes when the first is wanted. */
const papers = name => async (...given) => (await import("./papers.js"))[name](...given);
export const claim = papers("claim");
export const unclaim = papers("unclaim");
export const resume = papers("resume");
export const hold = papers("hold");
export const letGo = papers("letGo");
export const letEntryGo = papers("letEntryGo");
export const forget = papers("forget");
export const give = papers("give");
export const areKept = papers("areKept");
export const areWaiting = papers("areWaiting");
/** Nobody stays signed in because a script did not come. */
export const clearDrafts = userName => papers("clearDrafts")(userName).catch(() => {});
export const sendHeld = papers("sendHeld");

/** The camera of this computer, likewise. */
const camera = name => async (...given) => (await import("./camera.js"))[name](...given);
export const hasCamera = camera("hasCamera");
export const watch = camera("watch");
export const takePage = camera("takePage");
export const dropPage = camera("dropPage");
export const keepPages = camera("keepPages");
export const endPages = camera("endPages");

/** Opens the camera, or the pictures of a scanner, for the material where the person is; else for the first without a file. */
export function scan() {
  const rows = [...document.querySelectorAll("[data-files]")];
  const row = document.activeElement?.closest("[data-files]") ?? rows.find(one => one.dataset.files === "0") ?? rows.at(-1);
  const way = row?.querySelector(".scan");
  way?.focus();
  way?.click();
}
/** In a form that is filled in by the dozen, Enter leads to the next field. */
addEventListener("keydown", event => {
  const form = event.key === "Enter" && !event.defaultPrevented && event.target.closest?.("[data-next]");
  if (!form || !event.target.matches("input:not([type=checkbox]):not([type=radio]), select")) return;
  const fields = [...form.querySelectorAll("input, select, textarea")].filter(one => !one.hidden && !one.disabled && one.offsetParent);
  fields[fields.indexOf(event.target) + 1]?.focus();
  event.preventDefault();
});
/** Files that are dropped on a row come as if they had been chosen there. */
for (const name of ["dragover", "drop"]) addEventListener(name, event => {
  const input = event.target.closest?.("[data-files]")?.querySelector("input[type=file]:not([capture])");
  if (!input || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (name === "dragover") return;
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
export function press(element) { element.click(); }

/** A file's content under an address of this page, null where it does not come; the one before is let go. */
let shownFile = null;
export async function blob(address, type) {
  const content = await fetch(address).then(answer => answer.ok ? answer.arrayBuffer() : null).catch(() => null);
  if (!content) return null;
  if (shownFile) URL.revokeObjectURL(shownFile);
  return shownFile = URL.createObjectURL(new Blob([content], { type }));
}

addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    const isChoice = menu.contains(event.target) && event.target.closest(".sheet :is(button, a):not(:is(.state, .banner) *, .notice button)");
    // What was chosen is hidden now: a dialog that opens gives the focus back to the menu.
    if (isChoice && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    if (isChoice || !menu.contains(event.target)) menu.open = false;
  }
});
// A list in a menu begins at its beginning, wherever it was left.
addEventListener("toggle", event => {
  if (event.target.matches?.("details.menu[open]")) event.target.querySelector(".sheet").scrollTop = 0;
}, true);
addEventListener("keydown", event => {
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
});
addEventListener("offline", () => document.documentElement.classList.add("offline"));
addEventListener("online", () => document.documentElement.classList.remove("offline"));

if (document.getElementById("office")) {
  Blazor.start({ applicationCulture: document.documentElement.lang });
  papers("tidy")();
}
