// Who signs out on a page outside the office leaves no draft behind either.
import { clearDrafts } from "./papers.js";

const form = document.querySelector("form[data-leaving]");
form?.addEventListener("submit", async event => {
  if (form.dataset.cleared) return;
  event.preventDefault();
  // Nobody stays signed in because a draft could not be let go.
  await clearDrafts(form.dataset.leaving).catch(() => {});
  form.dataset.cleared = "yes";
  form.requestSubmit(event.submitter);
});
