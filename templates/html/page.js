(() => {
  "use strict";
  const root = document.documentElement;
  const kept = (write, value) => {
    try { return write ? localStorage.setItem("orgspec-theme", value) : localStorage.getItem("orgspec-theme"); }
    catch { return null; }
  };
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const showTheme = () => document.querySelectorAll(".theme").forEach((button) => button.setAttribute("aria-pressed", dark()));
  const known = kept(false);
  if (known === "dark" || known === "light") root.dataset.theme = known;

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  const start = (matrix) => {
    const query = matrix.querySelector(".query");
    const party = matrix.querySelector(".party");
    const rows = [...matrix.querySelectorAll("tr.row")];
    const groups = [...matrix.querySelectorAll("tbody.rows")];
    const all = [...matrix.querySelectorAll("thead tr, tr.row, .totals tr")];

    const count = (shown) => matrix.querySelectorAll(".totals tr").forEach((line) => {
      let sum = 0;
      for (const cell of line.querySelectorAll("td:not(.sum)")) {
        const has = (row) => row.cells[cell.cellIndex].dataset.letters.split(" ").includes(line.dataset.sign);
        const number = shown.filter(has).length;
        cell.textContent = number;
        sum += number;
      }
      for (const cell of line.querySelectorAll("td.sum")) if (cell.textContent) cell.textContent = sum;
    });

    const filter = () => {
      const words = folded(query.value).split(/\s+/).filter(Boolean);
      const chosen = Number(party.value);
      for (const row of rows) {
        const text = folded(row.dataset.search);
        row.hidden = !words.every((word) => text.includes(word)) || (chosen > 0 && !row.cells[chosen].dataset.letters);
      }
      for (const group of groups) group.hidden = !group.querySelector("tr.row:not([hidden])");
      for (const row of all) [...row.cells].forEach((cell, index) => cell.classList.toggle("chosen", index > 0 && index === chosen));
      const shown = rows.filter((row) => !row.hidden);
      matrix.querySelector(".status").textContent = words.length || chosen ? `${shown.length} / ${rows.length}` : "";
      count(shown);
    };

    const fromAddress = () => {
      const wanted = new URLSearchParams(location.hash.slice(1));
      if (!wanted.has("q") && !wanted.has("party")) return;
      query.value = wanted.get("q") || "";
      party.value = wanted.get("party") || "";
      filter();
    };
    const toAddress = () => {
      const state = new URLSearchParams();
      if (query.value) state.set("q", query.value);
      if (party.value) state.set("party", party.value);
      try { history.replaceState(null, "", `#${state}`); } catch { /* some viewers forbid it */ }
      filter();
    };

    query.addEventListener("input", toAddress);
    query.addEventListener("keydown", (event) => { if (event.key === "Escape") { query.value = ""; toAddress(); } });
    party.addEventListener("change", toAddress);
    addEventListener("hashchange", fromAddress);
    matrix.querySelector(".theme").addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      kept(true, root.dataset.theme);
      showTheme();
    });
    matrix.querySelector(".controls").hidden = false;
    fromAddress();
  };

  // What scrolls sideways is reached by keys in every browser, and says what it is.
  const reach = () => document.querySelectorAll(".grid, .drawing").forEach((box) => {
    if (box.scrollWidth <= box.clientWidth) return box.removeAttribute("tabindex");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.closest("section, article, main").querySelector("h2, h1")?.textContent || document.title);
  });
  addEventListener("resize", reach);
  document.fonts.ready.then(reach);

  document.querySelectorAll(".matrix").forEach(start);
  showTheme();
})();
