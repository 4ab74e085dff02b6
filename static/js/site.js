// Comfort only: every page works without this file.
// It marks the current section in a contents list, brings suggestions when a search field is
// used, a citation's card when a mark is pressed, and keeps notes once they come into view.

function followContents(list) {
  const links = new Map();
  for (const link of list.querySelectorAll('a[href^="#"]')) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) links.set(section, link);
  }
  const mark = () => {
    let current = null;
    for (const section of links.keys()) {
      if (section.getBoundingClientRect().top <= innerHeight / 3) current = section;
    }
    for (const [section, link] of links) {
      if (section === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
}

function suggestWhenUsed(form) {
  form.addEventListener("focusin", async () => {
    try {
      const { suggest } = await import(form.dataset.module);
      suggest(form);
    } catch {
      // Without suggestions the form still searches.
    }
  }, { once: true });
}

function showWhenPressed(card) {
  const press = async (event) => {
    const mark = event.target.closest('a[role="doc-noteref"]');
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    removeEventListener("click", press);
    await import(card.dataset.module).catch(() => {});
    mark.click();
  };
  addEventListener("click", press);
}

function keepWhenSeen(section) {
  new IntersectionObserver(async ([entry], observer) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    const { prepare } = await import(section.dataset.module);
    prepare(section);
  }, { rootMargin: "200px" }).observe(section);
}

// Says that something was chosen, by a hash of the day: no words, no page, nobody.
function tellChoice(list) {
  list.addEventListener("click", ({ target }) => {
    if (target.closest("a")) {
      navigator.sendBeacon(list.dataset.chosen, new URLSearchParams({ token: list.dataset.token }));
    }
  });
}

document.querySelectorAll("[data-token]").forEach(tellChoice);
document.querySelectorAll(".contents").forEach(followContents);
document.querySelectorAll("form[data-suggest]").forEach(suggestWhenUsed);
document.querySelectorAll("#cite-card").forEach(showWhenPressed);
document.querySelectorAll(".prepare").forEach(keepWhenSeen);
