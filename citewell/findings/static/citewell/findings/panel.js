// Findings beside the page form: a link opens and focuses its block without a reload, which
// would lose what was typed; the number on the button follows each autosave.

const PANEL = '[data-side-panel="findings"]';

function placeOf(link) {
  const path = link.hash.split("contentpath=")[1] || "";
  const steps = path.split(".").map((step) => `[data-contentpath="${CSS.escape(step)}"]`);
  // A block inside a table or a new block has no place of its own: its nearest parent has.
  for (; steps.length; steps.pop()) {
    const place = document.querySelector(steps.join(" "));
    if (place) return place;
  }
  return null;
}

function reveal(place) {
  const tab = place.closest('[role="tabpanel"][hidden]');
  if (tab) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
  for (let box = place; box; box = box.parentElement) {
    const toggle = box.matches("[data-panel]") && box.querySelector("[data-panel-toggle]");
    if (toggle && toggle.getAttribute("aria-expanded") === "false") toggle.click();
  }
  place.scrollIntoView({ block: "center" });
  const seen = (selector) =>
    [...place.querySelectorAll(selector)].find((element) => element.checkVisibility());
  (seen("input:not([type=hidden]), textarea, select, [contenteditable=true]") || seen("button"))?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(`${PANEL} a[data-finding]`);
  const place = link && placeOf(link);
  if (!place) return;
  event.preventDefault();
  reveal(place);
});

document.addEventListener("DOMContentLoaded", () => {
  const panel = document.querySelector(PANEL);
  const counter = document.querySelector(
    '[data-side-panel-toggle="findings"] [data-side-panel-toggle-counter]',
  );
  if (!panel || !counter) return;
  new MutationObserver(() => {
    const number = panel.querySelectorAll("[data-finding]").length;
    counter.textContent = number;
    counter.hidden = !number;
  }).observe(panel, { childList: true });
});
