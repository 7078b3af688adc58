// Files of materials that wait to be sent: to the case that owns them, or to none yet while an application is filled in.
// Each belongs to the key of a draft or of a case, and is kept in the browser until it is sent or let go.
let waiting = [];
const kept = new Set();

/** The draft of the application that is filled in. */
let draft = null;
const mostBytes = 50 * 1024 * 1024;
const longest = 7 * 24 * 60 * 60 * 1000;

const settled = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });

/** Does something with the kept files; false where the browser keeps nothing. */
async function stored(act) {
  let all;
  try {
    const opening = indexedDB.open("approval", 2);
    opening.onupgradeneeded = () => {
      if (opening.result.objectStoreNames.contains("papers")) opening.result.deleteObjectStore("papers");
      opening.result.createObjectStore("papers", { keyPath: "key" });
    };
    all = await settled(opening);
    const step = all.transaction("papers", "readwrite");
    act(step.objectStore("papers"));
    await new Promise((done, fail) => { step.oncomplete = done; step.onabort = fail; });
    return true;
  } catch {
    return false;
  } finally {
    all?.close();
  }
}

function each(all, act) {
  all.openCursor().onsuccess = ({ target: { result: at } }) => {
    if (!at) return;
    act(at.value, at);
    at.continue();
  };
}

/** Adds what is kept under a key, and was not let go of here. It counts as touched now. */
async function recall(of) {
  const found = [];
  await stored(all => each(all, (one, at) => {
    if (one.of !== of) return;
    found.push(one);
    at.update({ ...one, at: Date.now() });
  }));
  for (const one of found) {
    kept.add(one.key);
    if (!waiting.some(other => other.key === one.key)) waiting.push(one);
  }
}

/** Takes files in, and keeps those for which there is room. Their keys are in their order, in which they are found again. */
let count = 0;
async function add(files) {
  for (const file of files) {
    const one = { ...file, key: `${Date.now().toString(36)}-${(count++).toString(36).padStart(4, "0")}-${Math.random().toString(36).slice(2)}`, at: Date.now() };
    waiting.push(one);
    if (waiting.reduce((bytes, other) => bytes + other.file.size, 0) <= mostBytes && await stored(all => all.put(one))) kept.add(one.key);
  }
}

async function drop(files) {
  waiting = waiting.filter(one => !files.includes(one));
  await stored(all => { for (const one of files) all.delete(one.key); });
}

let claimed = null;
/** Two tabs with one item have a draft each: the first that no other tab holds, one that is kept before an empty one. Answers with its key. */
export async function claim(key) {
  await unclaim();
  const places = Array.from({ length: 9 }, (_, at) => at ? `${key}\t${at + 1}` : key);
  const isKept = place => { try { return localStorage.getItem(place) !== null; } catch { return false; } };
  for (const place of places.sort((one, other) => isKept(other) - isKept(one))) if (await take(place)) return place;
  return key;
}
function take(place) {
  return new Promise(answer => {
    if (!navigator.locks) return answer(true);
    const ended = navigator.locks.request(place, { ifAvailable: true }, lock => {
      answer(!!lock);
      return lock && new Promise(end => claimed = { end, ended });
    });
  });
}
export async function unclaim() {
  const former = claimed;
  claimed = null;
  former?.end();
  await former?.ended;
}

/** Opens a draft; answers with the names of the files that it had, by material. */
export async function resume(key) {
  draft = key;
  await recall(key);
  return held(key);
}

/** Whether all files of the draft outlive a reload. */
export function areKept() { return waiting.every(one => one.of !== draft || kept.has(one.key)); }

/** Whether files wait to be sent to a case. */
export async function areWaiting(owner) {
  await recall(owner);
  return waiting.some(one => one.of === owner);
}

/** Takes the chosen files; pictures get a name, for cameras call each of them the same. Answers with the names of what waits, by material. */
export async function hold(owner, material, input, name) {
  const chosen = [...input.files];
  input.value = "";
  return holdFiles(owner, material, chosen, name);
}
export async function holdFiles(owner, material, chosen, name) {
  const of = owner || draft;
  const page = waiting.filter(one => one.of === of && one.material === material).length + 1;
  const files = chosen.map((file, at) => ({ of, material, file, name: name ? `${name}-${page + at}${/\.[^.]+$/.exec(file.name)?.[0] ?? ""}` : file.name }));
  await add(files);
  return held(of);
}
export async function letGo(material, at) {
  const of = draft;
  await drop(waiting.filter(one => one.of === of && one.material === material).slice(at, at + 1));
  return held(of);
}
/** An entry of a group is taken out of a form: its files go with it, and those of the entries behind it move up. */
export async function letEntryGo(group, entry) {
  const of = draft;
  const begin = `${group}[`;
  const mine = waiting.filter(one => one.of === of && one.material.startsWith(begin));
  const number = one => Number.parseInt(one.material.slice(begin.length), 10);
  await drop(mine.filter(one => number(one) === entry));
  const moved = mine.filter(one => number(one) > entry);
  for (const one of moved) one.material = begin + (number(one) - 1) + one.material.slice(one.material.indexOf("]", begin.length));
  await stored(all => { for (const one of moved) if (kept.has(one.key)) all.put(one); });
  return held(of);
}
/** A draft that is not wanted goes with its files. */
export async function forget(key) {
  waiting = waiting.filter(one => one.of !== key);
  await clear(of => of === key);
}
/** The case is there: it gets what waits for the materials that it needs, under keys of its own, for another tab may have the same draft. The draft is done with. */
export async function give(of, owner, materials) {
  const files = waiting.filter(one => one.of === of);
  waiting = waiting.filter(one => one.of !== of);
  await add(files.filter(one => materials.includes(one.material)).map(one => ({ ...one, of: owner })));
  await drop(files);
}
function held(of) {
  const names = {};
  for (const one of waiting) if (one.of === of) (names[one.material] ??= []).push(one.name);
  return names;
}

/** Sends what waits for a case, each file in a request of its own, whose key keeps it from arriving twice. A file that is refused for itself is let go; whatever else stands in the way, it waits on. */
export async function sendHeld(owner, headers) {
  await recall(owner);
  const mine = waiting.filter(one => one.of === owner);
  let answered = { status: 200, text: "" };
  let left = mine.length;
  for (const one of mine) {
    const form = new FormData();
    form.append("file", one.file, one.name);
    form.append("materialCode", one.material);
    let answer;
    try { answer = await fetch(`api/v1/cases/${owner}/attachments`, { method: "POST", body: form, headers: { ...headers, "Idempotency-Key": one.key } }); }
    catch { return { status: 0, text: '{"code":"Offline"}', left }; }
    if (!answer.ok) answered = { status: answer.status, text: await answer.text() };
    // Too large, of a wrong type, of a case that is not there: it would be refused again.
    if (answer.ok || [404, 413].includes(answer.status) || /"code":"File/.test(answered.text)) {
      await drop([one]);
      left--;
    } else if ([400, 401, 429].includes(answer.status) || answer.status >= 500) break;
  }
  return { ...answered, left };
}

/** Lets drafts and files go: by the key of what they belong to, and the time when it was touched last. */
async function clear(isDone) {
  const touched = text => { try { return Date.parse(JSON.parse(text).on); } catch { return NaN; } };
  try { for (const key of Object.keys(localStorage)) if (/^(intake|opinion)/.test(key) && isDone(key, touched(localStorage.getItem(key)))) localStorage.removeItem(key); }
  catch { /* nothing is kept here */ }
  await stored(all => each(all, (one, at) => { if (isDone(one.of, one.at)) at.delete(); }));
}
/** Applicants' data that nobody touched for a week do not stay on the computer, nor drafts that name nobody as theirs. */
export async function tidy() { await clear((of, at) => /^(intake|opinion)-/.test(of) || !(at > Date.now() - longest)); }
/** Who signs out leaves no draft behind; files that wait for a case stay with it. */
export async function clearDrafts(userName) { await clear(of => of.split(" ")[1] === userName); }
