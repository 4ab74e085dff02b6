// Keeps what a patient ticks and notes before an appointment, in this browser alone.
// One entry for each page; an empty one is removed. Nothing is sent anywhere.

const name = `prepare:${location.pathname}`;

export function prepare(section) {
  const boxes = [...section.querySelectorAll("input[type=checkbox]")];
  const notes = section.querySelector("textarea");
  try {
    const kept = JSON.parse(localStorage.getItem(name)) ?? {};
    for (const box of boxes) box.checked ||= kept.ticked?.includes(box.name) ?? false;
    notes.value ||= kept.notes ?? "";
  } catch {
    return; // storage is switched off: ticking and printing work, keeping does not
  }
  const keep = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.name);
    if (ticked.length || notes.value) localStorage.setItem(name, JSON.stringify({ ticked, notes: notes.value }));
    else localStorage.removeItem(name);
  };
  section.addEventListener("input", keep);
  section.querySelector("[data-print]").addEventListener("click", () => print());
  section.querySelector("[data-delete]").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    notes.value = "";
    keep();
    const status = section.querySelector("[data-status]");
    status.textContent = status.dataset.deleted;
  });
  for (const part of section.querySelectorAll("[data-with-script]")) part.hidden = false;
}
