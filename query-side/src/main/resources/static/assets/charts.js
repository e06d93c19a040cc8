// Charts beside the tables that hold their numbers. Without this file the tables say the same.
"use strict";

(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  function draw(part) {
    const table = part.querySelector("table");
    table.parentElement.scrollLeft = table.parentElement.scrollWidth;
    const cells = [...table.tBodies[0].rows[0].cells];
    const values = cells.map(cell => cell.dataset.number === undefined ? null : Number(cell.dataset.number));
    if (!values.some(value => value)) {
      return;
    }
    const box = document.createElement("div");
    box.className = "canvas";
    box.setAttribute("aria-hidden", "true");
    const canvas = document.createElement("canvas");
    box.append(canvas);
    part.prepend(box);
    const text = colour("--pico-muted-color");
    const main = colour("--pico-primary");
    new Chart(canvas, {
      type: part.dataset.chart,
      data: {
        labels: [...table.tHead.rows[0].cells].map(cell => cell.textContent),
        datasets: [{
          data: values, borderColor: main, backgroundColor: main, borderWidth: 2, pointRadius: 2, spanGaps: true,
        }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        locale: document.documentElement.lang,
        plugins: {legend: {display: false}, tooltip: {callbacks: {label: item => numbers.format(item.raw)}}},
        scales: {
          x: {grid: {display: false}, ticks: {color: text, maxRotation: 0, autoSkipPadding: 8}},
          y: {beginAtZero: true, grid: {color: colour("--line")}, ticks: {color: text, precision: 0, maxTicksLimit: 5}},
        },
      },
    });
  }

  function drawAll() {
    document.querySelectorAll(".trend canvas").forEach(canvas => {
      Chart.getChart(canvas)?.destroy();
      canvas.parentElement.remove();
    });
    document.querySelectorAll(".trend[data-chart]").forEach(draw);
  }

  dark.addEventListener("change", drawAll);
  document.addEventListener("console:renewed", drawAll);
  document.addEventListener("htmx:afterSettle", event => event.target.querySelector(".trend") && drawAll());
  drawAll();
})();
