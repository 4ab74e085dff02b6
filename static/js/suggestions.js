// Search suggestions: a combobox with a list (ARIA Authoring Practices), one per form.
// What is typed goes to our own server alone, is asked after a pause, and is never kept.

const PAUSE = 180; // milliseconds
const SHORTEST = 2; // letters

export function suggest(form) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement("ul");
  const status = document.createElement("p");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  let timer, asked, active = -1;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    active = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const line = (url, title, note, extraClass) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${list.children.length}`;
    option.dataset.url = url;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    if (extraClass) option.className = extraClass;
    option.append(Object.assign(document.createElement("strong"), { textContent: title }));
    if (note) option.append(Object.assign(document.createElement("small"), { textContent: note }));
    list.append(option);
  };

  const show = ({ suggestions = [], emergency = null }) => {
    list.replaceChildren();
    active = -1;
    if (emergency) {
      line(emergency.url || emergency.numbers?.[0]?.href || "", emergency.text, "", "suggestion--emergency");
    }
    for (const { url, title, also_called: names, type } of suggestions) {
      line(url, title, [[names].flat().filter(Boolean).join(", "), type].filter(Boolean).join(" · "));
    }
    if (!list.children.length) return close();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = options().map((option) => option.firstChild.textContent).join(", ");
  };

  const ask = async () => {
    asked?.abort();
    const text = input.value.trim();
    if (text.length < SHORTEST) return close();
    asked = new AbortController();
    try {
      const address = `${form.dataset.suggest}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      // Aborted, or no network: the form still searches.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the first Escape closes the list, the next empties the field
      close();
    } else if (event.key === "ArrowDown" && !list.hidden) {
      event.preventDefault();
      choose(active >= last ? 0 : active + 1);
    } else if (event.key === "ArrowUp" && !list.hidden) {
      event.preventDefault();
      choose(active <= 0 ? last : active - 1);
    } else if (event.key === "Enter" && options()[active]?.dataset.url) {
      event.preventDefault();
      location.assign(options()[active].dataset.url);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps focus
  list.addEventListener("click", (event) => {
    const url = event.target.closest("li")?.dataset.url;
    if (url) location.assign(url);
  });
  input.addEventListener("blur", close);
  if (document.activeElement === input && input.value) ask();
}
