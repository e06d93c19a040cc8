// What pages do beyond what they do without this file.
"use strict";

// The replay: a moved slider shows its step; arrow keys step through the life of a record.
document.addEventListener("change", event => {
  if (event.target.matches("[data-replay]")) {
    event.target.form.requestSubmit();
  }
});
document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, .scroll")) {
    return;
  }
  const rel = {ArrowLeft: "prev", ArrowRight: "next"}[event.key];
  const link = rel && document.querySelector(`.replay a[rel=${rel}]:not([aria-disabled=true])`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// The slider of months says its month while it is moved, and shows it once it rests.
let resting = 0;
document.addEventListener("input", event => {
  const slider = event.target;
  if (!slider.matches || !slider.matches("[data-months]")) {
    return;
  }
  const month = String(slider.value % 12 + 1).padStart(2, "0") + "/" + Math.floor(slider.value / 12);
  slider.setAttribute("aria-valuetext", month);
  slider.closest(".months").querySelector("output").textContent = month;
  clearTimeout(resting);
  resting = setTimeout(() => slider.form.requestSubmit(), 500);
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});

// Whoever signs out takes with them what they typed, in every tab.
const signedOut = () => sessionStorage.clear();
document.addEventListener("submit", event => {
  if (event.target.matches("form[action$='/logout']")) {
    signedOut();
    localStorage.setItem("signed-out", String(Date.now()));
  }
});
window.addEventListener("storage", event => event.key === "signed-out" && signedOut());
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
});

// Where results come while typing, the address that the bar of times and the language go back to changes with them.
document.addEventListener("htmx:replacedInHistory", event => {
  document.querySelectorAll("input[name=then]").forEach(field => field.value = event.detail.path);
  document.querySelectorAll("a[hreflang]").forEach(link => {
    const url = new URL(link.href);
    url.searchParams.set("then", event.detail.path);
    link.href = url.pathname + url.search;
  });
});

// While a record is typed into a field of a form, those that may be meant come into its list.
let suggesting = 0;
document.addEventListener("input", event => {
  const field = event.target;
  if (!field.matches || !field.matches("[data-suggest]")) {
    return;
  }
  clearTimeout(suggesting);
  suggesting = setTimeout(() => htmx.ajax("GET", "/console/suggest", {
    target: `#${field.getAttribute("list")}`,
    swap: "innerHTML",
    values: {resource: field.dataset.suggest, q: field.value}
  }), 250);
});

// A record that was taken from the list is shown by its title; which one it is goes along unseen.
document.addEventListener("input", event => {
  const field = event.target;
  const known = field.form?.elements[field.name + "~"];
  const taken = known && /^(.*\S)\s*\[[A-Za-z0-9-]{1,64}\]\s*$/s.exec(field.value);
  if (taken) {
    known.value = field.value;
    known.dataset.taken = "yes";
    field.value = taken[1];
  }
});

// What is wrong with a form is read first.
document.getElementById("errors")?.focus();
