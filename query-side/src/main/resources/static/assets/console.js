// What pages do beyond what they do without this file.
"use strict";

// The replay: a moved slider shows its step; arrow keys step through the life of a record.
document.addEventListener("change", event => {
  if (event.target.matches("[data-replay]")) {
    event.target.form.requestSubmit();
  }
});
document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) {
    return;
  }
  const rel = {ArrowLeft: "prev", ArrowRight: "next"}[event.key];
  const link = rel && document.querySelector(`.replay a[rel=${rel}]:not([aria-disabled=true])`);
  if (link) {
    event.preventDefault();
    link.click();
  }
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
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
});
