  // A table whose rows or cells become blocks is a table still to those who hear it.
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const keepRoles = (table, roles = ROLES) => {
    const parts = [table, ...table.querySelectorAll("thead, tbody, tr, th, td")];
    for (const part of parts) part.setAttribute("role", roles[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader"));
  };
  const unfolded = (query, change) => {
    const narrow = matchMedia(`screen and (max-width: ${query})`), act = () => narrow.matches && change();
    narrow.addEventListener("change", act);
    act();
  };
  unfolded("720px", () => document.querySelectorAll(".facts:not([role])").forEach((table) => keepRoles(table)));
  // On a telephone a row of a table is a card, whose lines say the heads of their columns.
  unfolded("600px", () => document.querySelectorAll(".grid > .table:not(.cards, .map)").forEach((table) => {
    // Where places that hold nothing have a colour, the table is a map of places and stays one.
    if (table.querySelector("td:empty:is(.calm, .watch, .alarm)")) return table.classList.add("map");
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const rows = [...table.tBodies[0].rows].filter(({ cells }) => cells.length === heads.length);
    // A column without an entry is there to be filled in.
    const asked = heads.map((_, column) => rows.every(({ cells }) => cells[column].matches(":empty")));
    for (const { cells, className } of rows) {
      heads.forEach((head, column) => {
        cells[column].dataset.head = head;
        if (asked[column] && className === "body") cells[column].classList.add("asked");
      });
      const names = (cell) => cell.matches(":not(.center, :empty)") && /\D/.test(cell.textContent.trim());
      [...cells].find(names)?.classList.add("title");
      // The number of a row stands before its title.
      if (/^\d+$/.test(cells[0].textContent.trim()) && cells[1]?.matches(".title")) cells[0].classList.add("number");
    }
    keepRoles(table);
    table.classList.add("cards");
  }));
  // What scrolls sideways is reached by keys in every browser, and says what it is.
  const reach = () => document.querySelectorAll(".grid, .drawing").forEach((box) => {
    const more = box.scrollWidth - box.clientWidth;
    if (more <= 0) return box.removeAttribute("tabindex");
    // Of a chart the head is seen first, which stands in the middle; of a flow its beginning.
    if (!box.hasAttribute("tabindex") && box.matches(".figure:not(.fitted) > .drawing")) box.scrollLeft = more / 2;
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.closest("section, article, main").querySelector("h2, h1")?.textContent || document.title);
  });
  addEventListener("resize", reach);
  document.fonts.ready.then(reach);
