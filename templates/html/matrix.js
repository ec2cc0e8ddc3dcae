  const folded = (text) => text.normalize("NFKC").toLowerCase();

  const start = (matrix, place, matrices) => {
    const find = (selector) => matrix.querySelector(selector);
    const table = find(".raci"), scroller = find(".scroller"), status = find(".status");
    const query = find(".query"), scope = find(".scope"), party = find(".party"), letter = find(".letter"), reset = find(".reset");
    const choices = [query, scope, party, letter].filter(Boolean);
    const heads = [...table.tHead.rows[0].cells].filter((cell) => cell.classList.contains("party-title"));
    const units = heads.map((head) => head.title);
    const groups = [...matrix.querySelectorAll("tbody.rows")];
    const rows = groups.flatMap((group) => [...group.querySelectorAll("tr.row")].map((element) => ({
      element, group: group.dataset.group, text: folded(element.dataset.search), hidden: "",
      cells: [...element.querySelectorAll("td[data-letters]")].map((cell) => [cell.cellIndex - 1, cell.dataset.letters.split(" ")]),
    })));
    const totals = [...matrix.querySelectorAll(".totals tr")];
    const chosen = () => Number(party.selectedOptions[0]?.dataset.position || 0) - 1;

    const fits = (row, words, unit, column, signs) => {
      if (!words.every((word) => row.text.includes(word))) return false;
      if (!unit && column < 0 && !signs.length) return true;
      if (unit && column < 0 && !signs.length && row.group === unit) return true;
      return row.cells.some(([index, letters]) =>
        (column < 0 || index === column) && (!unit || units[index] === unit || row.group === unit) &&
        signs.every((sign) => letters.includes(sign)));
    };

    const count = (shown) => {
      const sums = new Map(totals.map((line) => [line.dataset.sign, heads.map(() => 0)]));
      for (const row of shown) for (const [index, letters] of row.cells) for (const sign of letters) if (sums.has(sign)) sums.get(sign)[index] += 1;
      for (const line of totals) {
        const numbers = sums.get(line.dataset.sign);
        numbers.forEach((number, index) => { line.cells[index + 1].textContent = number; });
        for (const cell of line.querySelectorAll(".sum")) if (cell.textContent) cell.textContent = numbers.reduce((one, other) => one + other, 0);
      }
    };

    const narrow = (shown, active) => {
      const used = new Set(shown.flatMap((row) => row.cells.map(([index]) => index)));
      const hidden = active && shown.length ? heads.map((_, index) => index).filter((index) => !used.has(index)) : [];
      const key = hidden.join();
      const away = new Set(hidden);
      for (const row of [{ element: table.tHead.rows[0] }, ...shown, ...totals.map((element) => ({ element }))]) {
        if (row.hidden === key) continue;
        row.hidden = key;
        for (let index = 0; index < heads.length; index += 1) {
          const cell = row.element.cells[index + 1];
          if (cell.hidden !== away.has(index)) cell.hidden = away.has(index);
        }
      }
      const width = table.tHead.rows[0].cells.length - hidden.length;
      const left = heads.length - hidden.length;
      table.style.setProperty("--columns", left);
      matrix.classList.toggle("dense", left > 14);
      matrix.classList.toggle("vast", left > 30);
      for (const title of matrix.querySelectorAll(".group th")) title.colSpan = width;
      for (const column of matrix.querySelectorAll("col.parties")) column.span = Math.max(1, left);
    };

    const filter = () => {
      const words = folded(query.value).split(/\s+/).filter(Boolean);
      const unit = scope ? scope.value : "";
      const column = chosen();
      const signs = letter.value ? letter.value.split("/") : [];
      const active = words.length > 0 || unit !== "" || column >= 0 || signs.length > 0;
      const shown = [];
      for (const row of rows) {
        const stays = fits(row, words, unit, column, signs);
        if (row.element.hidden === stays) row.element.hidden = !stays;
        if (stays) shown.push(row);
      }
      const left = new Set(shown.map((row) => row.element.parentNode));
      for (const group of groups) group.hidden = !left.has(group);
      narrow(shown, active);
      for (const old of table.querySelectorAll(".chosen")) old.classList.remove("chosen");
      if (column >= 0) for (const row of [table.tHead.rows[0], ...shown.map((each) => each.element)]) row.cells[column + 1].classList.add("chosen");
      const said = [query.value.trim() && `"${query.value.trim()}"`, unit, column >= 0 && heads[column].textContent.trim(), letter.value && letter.selectedOptions[0].textContent];
      status.textContent = (status.dataset.shown || "{shown} / {all}").replaceAll("{shown}", shown.length).replaceAll("{all}", rows.length) +
        (active ? ` · ${said.filter(Boolean).join(" · ")}` : "");
      matrix.classList.toggle("filtered", active);
      find(".nothing").hidden = shown.length > 0 || !rows.length;
      reset.hidden = !active;
      count(shown);
    };

    const names = [["q", query], ["in", scope], ["party", party], ["letter", letter]].filter(([, control]) => control);
    const mine = (state) => matrices.length === 1 || state.get("matrix") === matrix.id;
    const fromAddress = () => {
      const hash = location.hash.slice(1);
      const target = hash && document.getElementById(hash);
      if (target) {
        if (matrix.contains(target) && target.closest("[hidden]")) { clear(); target.scrollIntoView(); }
        return;
      }
      const state = new URLSearchParams(hash);
      if (hash && (!mine(state) || !names.some(([name]) => state.has(name)))) return;
      for (const [name, control] of names) {
        control.value = state.get(name) || "";
        if (control.selectedIndex === -1) control.value = "";
      }
      filter();
    };
    const clear = () => { for (const control of choices) control.value = ""; filter(); };
    const toAddress = () => {
      const state = new URLSearchParams();
      for (const [name, control] of names) if (control.value) state.set(name, control.value);
      if (matrices.length > 1 && [...state].length) state.set("matrix", matrix.id);
      try { history.replaceState(null, "", `#${state}`); } catch { /* some viewers forbid it */ }
      filter();
    };

    let waiting = 0;
    const later = () => { clearTimeout(waiting); waiting = setTimeout(toAddress, rows.length > 400 ? 120 : 0); };
    query.addEventListener("input", later);
    query.addEventListener("keydown", (event) => { if (event.key === "Escape") { query.value = ""; toAddress(); } });
    for (const control of [scope, party, letter]) control?.addEventListener("change", toAddress);
    reset.addEventListener("click", () => { clear(); toAddress(); query.focus(); });
    addEventListener("hashchange", fromAddress);
    find(".theme").addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      kept(true, root.dataset.theme);
      showTheme();
    });
    find(".controls").hidden = false;
    scroller.removeAttribute("tabindex");
    walk(table, scroller);
    fromAddress();
  };

  // One cell of the table takes the focus, the arrows move it; what it says of itself is shown.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  let told = null;
  const hush = () => { tip.hidden = true; told?.removeAttribute("aria-describedby"); told = null; };
  const tell = (cell) => {
    if (cell === told) return;
    hush();
    if (cell.title) { cell.dataset.tip = cell.title; cell.removeAttribute("title"); }
    if (!cell.dataset.tip) return;
    told = cell;
    tip.textContent = cell.dataset.tip;
    tip.hidden = false;
    cell.setAttribute("aria-describedby", "tip");
    const at = cell.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const below = at.bottom + 6 + height <= innerHeight;
    tip.style.top = `${Math.max(4, below ? at.bottom + 6 : at.top - 6 - height)}px`;
    tip.style.left = `${Math.min(Math.max(4, at.left + at.width / 2 - width / 2), innerWidth - width - 4)}px`;
  };

  const walk = (table, scroller) => {
    let current = null;
    if (table.closest(".measured")) keepRoles(table, { ...ROLES, TD: "gridcell" });
    table.setAttribute("role", "grid");
    table.setAttribute("aria-readonly", "true");
    const shownRows = () => [...table.rows].filter((row) => !row.hidden && !row.parentNode.hidden);
    const shownCells = (row) => [...row.cells].filter((cell) => !cell.hidden);
    const take = (cell, focus) => {
      if (!cell) return;
      if (cell !== current) {
        current?.removeAttribute("tabindex");
        current = cell;
        current.tabIndex = 0;
      }
      if (focus) { cell.focus(); cell.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    };
    const move = (event) => {
      const rows = shownRows(), row = rows.indexOf(current.parentNode), cells = shownCells(current.parentNode);
      const place = cells.indexOf(current), all = event.ctrlKey || event.metaKey;
      const across = (index, other) => { const found = shownCells(other); return found[Math.min(index, found.length - 1)]; };
      const vertical = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (vertical) {
        let next = Math.min(Math.max(row + vertical, 0), rows.length - 1);
        if (rows[next].className === "group" && rows[next + Math.sign(vertical)]) next += Math.sign(vertical);
        return across(place, rows[next]);
      }
      if (event.key === "Home") return across(0, all ? rows[0] : current.parentNode);
      if (event.key === "End") return across(Infinity, all ? rows[rows.length - 1] : current.parentNode);
      return { ArrowRight: cells[place + 1], ArrowLeft: cells[place - 1] }[event.key];
    };
    table.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hush();
      if (event.target !== current || event.altKey) return;
      const next = move(event);
      if (next) { event.preventDefault(); take(next, true); }
    });
    table.addEventListener("focusin", (event) => { const cell = event.target.closest("td, th"); if (cell) { take(cell, false); tell(cell); } });
    table.addEventListener("focusout", hush);
    table.addEventListener("click", (event) => { if (!event.target.closest("a")) take(event.target.closest("td, th"), true); });
    table.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const cell = event.target.closest("td, th");
      if (cell && (cell.title || cell.dataset.tip)) tell(cell); else hush();
    });
    table.addEventListener("pointerleave", hush);
    scroller.addEventListener("scroll", hush, { passive: true });
    take(table.rows[0]?.cells[0], false);
  };

  const matrices = [...document.querySelectorAll(".matrix")];
  if (matrices.length) (document.querySelector("main") || document.body).append(tip);
  matrices.forEach(start);
  root.classList.add("ready");
