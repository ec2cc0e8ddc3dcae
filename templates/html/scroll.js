  // On a telephone a row of a table is a card, whose lines say the heads of their columns.
  const telephone = matchMedia("screen and (max-width: 600px)");
  const stack = () => telephone.matches && document.querySelectorAll(".grid > .table:not(.cards)").forEach((table) => {
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    for (const { cells } of table.tBodies[0].rows) {
      if (cells.length !== heads.length) continue;
      heads.forEach((head, column) => { cells[column].dataset.head = head; });
      const names = (cell) => cell.matches(":not(.center, :empty)") && /\D/.test(cell.textContent.trim());
      [...cells].find(names)?.classList.add("title");
    }
    table.classList.add("cards");
  });
  telephone.addEventListener("change", stack);
  stack();
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
