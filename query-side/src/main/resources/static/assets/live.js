// A page that shows today renews itself when the views have come further. What is typed, open and in focus stays.
"use strict";

(() => {
  const mark = document.querySelector("[data-live]");
  if (!mark) {
    return;
  }
  const LOST_AFTER = 10_000;
  const AGAIN_AFTER = 30_000;
  const SPREAD = 500;
  let shown = Number(mark.dataset.live);
  let told = shown;
  let source = null;
  let planned = null;
  let losing = null;
  let again = null;
  let renewed = -Infinity;

  function say(state) {
    clearTimeout(losing);
    losing = null;
    mark.className = "live " + state;
    if (mark.textContent !== mark.dataset[state]) {
      mark.textContent = mark.dataset[state];
    }
  }

  function listen() {
    clearTimeout(again);
    if (source || document.hidden) {
      return;
    }
    source = new EventSource("/console/live?after=" + shown);
    source.addEventListener("open", () => say("on"));
    source.addEventListener("position", event => {
      told = Number(event.data);
      if (told > shown) {
        plan();
      }
    });
    source.addEventListener("error", () => {
      losing ??= setTimeout(() => say("lost"), LOST_AFTER);
      if (source.readyState === EventSource.CLOSED) {
        leave();
        say("lost");
        again = setTimeout(listen, AGAIN_AFTER);
      }
    });
  }

  function leave() {
    clearTimeout(losing);
    losing = null;
    source?.close();
    source = null;
  }

  // At once, unless the page has just renewed itself; readers do not all come at the same moment.
  function plan() {
    const pause = 1000 * Number(mark.dataset.pause) * (0.5 + Math.random());
    planned ??= setTimeout(renew, Math.max(SPREAD * Math.random(), renewed + pause - performance.now()));
  }

  async function renew() {
    let more = false;
    let wait = 0;
    try {
      const answer = await fetch(location.href, {headers: {"Live-Update": "true"}, cache: "no-store"});
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = fresh.querySelector("[data-live]");
      if (answer.status === 429 || answer.status === 503) {
        more = true;
        wait = AGAIN_AFTER;
      } else if (answer.redirected || !answer.ok || !next) {
        leave();
        say("ended");
      } else if (swap(fresh)) {
        shown = Number(next.dataset.live);
        more = told > shown;
      } else {
        more = true;
        wait = AGAIN_AFTER;
      }
    } catch {
      leave();
      say("lost");
      again = setTimeout(listen, AGAIN_AFTER);
    } finally {
      planned = null;
      renewed = performance.now() + wait;
    }
    if (more) {
      plan();
    }
  }

  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const key = part => part.id
    ? "#" + part.id
    : [part.tagName, part.getAttribute("name") ?? part.getAttribute("href") ?? part.textContent.trim(),
      part.form?.getAttribute("action") ?? ""].join(" ");

  // The parts of main, each by its key and its place among those with the same key.
  function parts(main, selector) {
    const counts = new Map();
    return new Map([...main.querySelectorAll(selector)].map(part => {
      const name = key(part);
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [name + " " + count, part];
    }));
  }

  // The hidden field that says which record is meant by what a field shows.
  const known = field => field.form?.elements[field.name + "~"];

  function changed(field) {
    return field instanceof HTMLSelectElement
      ? [...field.options].some(option => option.selected !== option.defaultSelected)
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked || Boolean(known(field)?.dataset.taken);
  }

  // The form that somebody is in stays as it is, with its cursor and a letter that is not yet finished.
  function swapAround(kept, twin, main) {
    for (; kept !== main; kept = kept.parentElement, twin = twin.parentElement) {
      while (kept.previousSibling) {
        kept.previousSibling.remove();
      }
      while (kept.nextSibling) {
        kept.nextSibling.remove();
      }
      const siblings = [...twin.parentNode.childNodes];
      const place = siblings.indexOf(twin);
      kept.before(...siblings.slice(0, place));
      kept.after(...siblings.slice(place + 1));
    }
  }

  // Whether it could be done: a form that somebody is in and that is no longer there is not taken away.
  function swap(fresh) {
    const main = document.getElementById("main");
    const before = parts(main, FOCUSABLE);
    const opened = [...before].filter(([, part]) => part.tagName === "SUMMARY" && part.parentElement.open);
    const scrolled = [...before].filter(([, part]) => part.scrollLeft > 0).map(([name, part]) => [name, part.scrollLeft]);
    const typed = [...before].filter(([, part]) => part.matches("input:not([type=hidden]), select, textarea") && changed(part));
    const focused = [...before].find(([, part]) => part === document.activeElement);
    const filledIn = focused?.[1].form;
    const twin = filledIn && parts(fresh.getElementById("main"), FOCUSABLE).get(focused[0])?.form;
    if (filledIn && !twin) {
      return false;
    }

    if (filledIn) {
      swapAround(filledIn, twin, main);
    } else {
      main.replaceChildren(...fresh.getElementById("main").childNodes);
    }
    const position = fresh.querySelector(".position");
    const old = document.querySelector(".position");
    if (position && old) {
      old.textContent = position.textContent;
    }

    const after = parts(main, FOCUSABLE);
    opened.forEach(([name]) => after.get(name) && (after.get(name).parentElement.open = true));
    typed.forEach(([name, part]) => {
      const field = after.get(name);
      if (field && field !== part) {
        field.value = part.value;
        field.checked = part.checked;
        if (known(part) && known(field)) {
          known(field).value = known(part).value;
          known(field).dataset.taken = "yes";
        }
      }
    });
    scrolled.forEach(([name, left]) => after.get(name) && (after.get(name).scrollLeft = left));
    if (focused) {
      (after.get(focused[0]) ?? main).focus({preventScroll: true});
    }
    htmx.process(main);
    document.dispatchEvent(new Event("console:renewed"));
    return true;
  }

  document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
