// What is typed into a form stays with its place in the history of the tab, so that going back to it loses nothing.
// It is kept for whoever typed it, until it is recorded, they sign out or the tab is closed; never longer.
"use strict";

(() => {
  const form = document.getElementById("typed");
  const PREFIX = "draft:";
  const MOST = 30;

  const drafts = () => Object.keys(sessionStorage).filter(name => name.startsWith(PREFIX));
  const read = name => JSON.parse(sessionStorage.getItem(name));
  const forget = which => drafts().filter(name => which(read(name))).forEach(name => sessionStorage.removeItem(name));

  // A page that says that something was recorded ends what was typed for it.
  const recording = sessionStorage.getItem("recording");
  if (recording) {
    sessionStorage.removeItem("recording");
    if (document.querySelector(".note.done")) {
      forget(draft => draft.key === recording);
    }
  }
  if (!form) {
    return;
  }

  // Nothing of it is for whoever comes after them to the same tab.
  forget(draft => draft.who !== form.dataset.who);

  const place = history.state?.draft ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const typedIn = of => [...new FormData(of)].filter(([name]) => name !== "_csrf");
  const current = () => document.getElementById("typed");

  function keep() {
    const fields = typedIn(current());
    const draft = {who: form.dataset.who, key: current().elements.key.value, at: Date.now(), fields};
    const others = drafts().filter(name => name !== PREFIX + place).sort((a, b) => read(a).at - read(b).at);
    others.slice(0, Math.max(0, others.length - MOST + 1)).forEach(name => sessionStorage.removeItem(name));
    try {
      sessionStorage.setItem(PREFIX + place, JSON.stringify(draft));
    } catch {
      others.forEach(name => sessionStorage.removeItem(name));
    }
  }

  async function bringBack(draft) {
    const fields = new URLSearchParams(draft.fields);
    fields.set("_csrf", form.elements._csrf.value);
    fields.set("do", "edit");
    const answer = await fetch(form.action, {method: "POST", body: fields});
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    if (answer.ok && main?.querySelector("#typed")) {
      document.getElementById("main").replaceChildren(...main.childNodes);
      htmx.process(document.getElementById("main"));
    }
  }

  // What was sent can be gone back to without being sent again.
  const before = sessionStorage.getItem(PREFIX + place);
  const [visit] = performance.getEntriesByType("navigation");
  history.replaceState({...history.state, draft: place}, "");
  const draft = before && visit?.type !== "navigate" ? JSON.parse(before) : null;
  if (draft && draft.who === form.dataset.who && JSON.stringify(draft.fields) !== JSON.stringify(typedIn(form))) {
    document.documentElement.dataset.bringing = "yes";
    bringBack(draft).finally(() => delete document.documentElement.dataset.bringing);
  } else {
    keep();
  }

  document.addEventListener("input", event => event.target.form?.id === "typed" && keep());
  document.addEventListener("change", event => event.target.form?.id === "typed" && keep());
  document.addEventListener("submit", event => {
    if (event.target.id === "typed" && event.submitter?.value === "record") {
      sessionStorage.setItem("recording", event.target.elements.key.value);
    }
  });
})();
