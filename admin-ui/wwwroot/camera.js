// A document camera, or the computer's own: pages are taken from its picture one after the other.
import { holdFiles } from "./papers.js";

let stream = null;
let pages = [];

/** How often a camera was asked for: an answer that comes after the next question opens none. */
let asked = 0;

/** Whether this computer has a camera to look through. Phones and tablets open a camera of their own, which takes better pictures. */
export async function hasCamera() {
  if (matchMedia("(pointer: coarse)").matches || !navigator.mediaDevices?.getUserMedia) return false;
  return (await devices()).length > 0;
}
async function devices() {
  return (await navigator.mediaDevices.enumerateDevices().catch(() => [])).filter(one => one.kind === "videoinput");
}

/** Shows a camera's picture: the named one, else the one that was used last, else any. Answers with all that there are, and which is shown; without one where none can be opened. */
export async function watch(video, chosen) {
  rest();
  const turn = asked;
  const wanted = chosen ?? remembered();
  try {
    const size = { width: { ideal: 3840 }, height: { ideal: 2160 } };
    const opened = await navigator.mediaDevices.getUserMedia({ video: wanted ? { ...size, deviceId: wanted } : size });
    if (turn !== asked) {
      for (const track of opened.getTracks()) track.stop();
      return { shown: null, cameras: [] };
    }
    stream = opened;
    video.srcObject = stream;
    await video.play();
    if (turn !== asked) return { shown: null, cameras: [] };
  } catch {
    if (turn === asked) rest();
    return { shown: null, cameras: [] };
  }
  const shown = stream.getVideoTracks()[0].getSettings().deviceId ?? "";
  if (chosen) try { localStorage.setItem("camera", shown); } catch { /* asked again next time */ }
  return { shown, cameras: (await devices()).map(one => ({ id: one.deviceId, name: one.label })) };
}
function remembered() { try { return localStorage.getItem("camera"); } catch { return null; } }

/** Takes a page as it is seen, turned by so many quarters; answers with a small picture of it, with nothing while no picture is there. */
export async function takePage(video, quarterTurns) {
  if (!video.videoWidth) return null;
  const mine = pages;
  const isUpright = quarterTurns % 2 === 0;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = isUpright ? [video.videoWidth, video.videoHeight] : [video.videoHeight, video.videoWidth];
  const paint = canvas.getContext("2d");
  paint.translate(canvas.width / 2, canvas.height / 2);
  paint.rotate(quarterTurns * Math.PI / 2);
  paint.drawImage(video, -video.videoWidth / 2, -video.videoHeight / 2);
  const picture = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.9));
  const small = document.createElement("canvas");
  [small.width, small.height] = [Math.round(192 * canvas.width / canvas.height), 192];
  small.getContext("2d").drawImage(canvas, 0, 0, small.width, small.height);
  mine.push(picture);
  return small.toDataURL("image/jpeg");
}
export function dropPage(at) { pages.splice(at, 1); }

/** The pages become files of a material. Answers with the names of what waits, by material. */
export function keepPages(owner, material, name) {
  return holdFiles(owner, material, pages.map(page => new File([page], "page.jpg", { type: "image/jpeg" })), name);
}
function rest() {
  asked++;
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
}
/** The camera goes out; pages that were not kept are thrown away. */
export function endPages() {
  rest();
  pages = [];
}
