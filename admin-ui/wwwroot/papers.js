// Files of materials that wait to be sent: to the case that owns them, or to none yet while an application is filled in.
let waiting = [];

/** The draft of the application. Its files outlive a reload, up to a size; those of a draft that nobody opened for a week are let go. */
let draft = null;
let kept = true;
const mostBytes = 50 * 1024 * 1024;
const longest = 7 * 24 * 60 * 60 * 1000;

/** Does something with the stored files; answers undefined where the browser keeps nothing. */
const stored = act => new Promise(done => {
  const opening = indexedDB.open("approval", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("papers");
  opening.onerror = () => done();
  opening.onsuccess = () => {
    const step = opening.result.transaction("papers", "readwrite");
    const asked = act(step.objectStore("papers"));
    step.oncomplete = () => { opening.result.close(); done({ answer: asked.result }); };
    step.onabort = () => { opening.result.close(); done(); };
  };
});

async function keep() {
  let room = mostBytes;
  const files = waiting.filter(one => !one.owner && (room -= one.file.size) >= 0);
  kept = !!await stored(all => files.length ? all.put({ at: Date.now(), files }, draft) : all.delete(draft)) && room >= 0;
}

/** Opens a draft; answers with the names of the files that it had, by material. */
export async function resume(key) {
  draft = key;
  const found = await stored(all => {
    all.openCursor().onsuccess = ({ target: { result: at } }) => {
      if (!at) return;
      if (at.key !== key && at.value.at < Date.now() - longest) at.delete();
      at.continue();
    };
    return all.get(key);
  });
  waiting = [...waiting.filter(one => one.owner), ...found?.answer?.files ?? []];
  kept = true;
  return held("");
}

/** Whether all files of the draft outlive a reload. */
export function areKept() { return kept; }

/** Takes the chosen files; pictures get a name, for cameras call each of them the same. Answers with the names of what waits, by material. */
export async function hold(owner, material, input, name) {
  for (const file of input.files) {
    const page = waiting.filter(one => one.owner === owner && one.material === material).length + 1;
    const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    waiting.push({ owner, material, key, file, name: name ? `${name}-${page}${/\.[^.]+$/.exec(file.name)?.[0] ?? ""}` : file.name });
  }
  input.value = "";
  if (!owner) await keep();
  return held(owner);
}
export async function letGo(owner, material, at) {
  const gone = waiting.filter(one => one.owner === owner && one.material === material)[at];
  waiting = waiting.filter(one => one !== gone);
  if (!owner) await keep();
  return held(owner);
}
/** The case is there: it gets what waits for the materials that it needs, and the draft is done with. */
export async function give(owner, materials) {
  waiting = waiting.filter(one => one.owner || materials.includes(one.material));
  for (const one of waiting) one.owner ||= owner;
  await keep();
}
function held(owner) {
  const names = {};
  for (const one of waiting) if (one.owner === owner) (names[one.material] ??= []).push(one.name);
  return names;
}

/** Sends what waits for a case, each file in a request of its own. What is refused is let go; what does not arrive waits on, and its key keeps it from arriving twice. */
export async function sendHeld(owner, headers) {
  const mine = waiting.filter(one => one.owner === owner);
  let refused = { status: 200, text: "" };
  for (const [at, one] of mine.entries()) {
    const form = new FormData();
    form.append("file", one.file, one.name);
    form.append("materialCode", one.material);
    let answer;
    try { answer = await fetch(`api/v1/cases/${owner}/attachments`, { method: "POST", body: form, headers: { ...headers, "Idempotency-Key": one.key } }); }
    catch { return { status: 0, text: '{"code":"Offline"}', left: mine.length - at }; }
    const text = await answer.text();
    if (answer.status === 401 || answer.status >= 500) return { status: answer.status, text, left: mine.length - at };
    if (!answer.ok) refused = { status: answer.status, text };
    waiting = waiting.filter(other => other !== one);
  }
  return { ...refused, left: 0 };
}
