// Shows the source of a mark in a card beside it. Every mark is a link to the list and works
// without this file; so it does in a browser without popovers.

const NARROW = matchMedia("(max-width: 40rem)");

function entry(number) {
  const listed = document.getElementById(`reference-${number}`);
  if (!listed) return null;
  const item = listed.cloneNode(true);
  item.removeAttribute("id");
  item.querySelector(".cited-at")?.remove();
  if (listed.closest("ol")) {
    const label = document.createElement("b");
    label.textContent = `[${number}] `;
    item.firstElementChild.prepend(label);
  }
  return item;
}

function place(card, mark) {
  const { top, bottom, left } = mark.getBoundingClientRect();
  const below = bottom + card.offsetHeight + 8 <= innerHeight || top < card.offsetHeight + 8;
  const furthest = document.documentElement.clientWidth - card.offsetWidth - 16;
  card.style.top = `${scrollY + (below ? bottom + 6 : top - card.offsetHeight - 6)}px`;
  card.style.left = `${scrollX + Math.max(16, Math.min(left - 16, furthest))}px`;
}

function show(card, mark) {
  const first = Number(mark.hash.slice("#reference-".length));
  const last = Number(mark.dataset.to ?? first);
  const entries = [];
  for (let number = first; number <= last; number += 1) entries.push(entry(number));
  card.querySelector("ul").replaceChildren(...entries.filter(Boolean));
  card.querySelector("p a").hash = mark.hash;
  card.showPopover();
  if (NARROW.matches) card.removeAttribute("style");
  else place(card, mark);
  card.focus({ preventScroll: true });
}

const template = document.getElementById("cite-card");
if (template && "popover" in HTMLElement.prototype) {
  const card = template.content.firstElementChild.cloneNode(true);
  document.body.append(card);
  card.querySelectorAll("button, p a").forEach((control) => {
    control.addEventListener("click", () => card.hidePopover());
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.('a[role="doc-noteref"]');
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(card, mark);
  });
}
