  // --- paper: what is unfolded, on one sheet if it stays readable there, else on several ---

  const SHEET = { wide: 1028, tall: 580 }; // CSS pixels of A4 on its side within its margins, the first page's head apart
  const READABLE = 0.5, SHEETS = 60;
  const BADGE = 16; // how far the number on a folded card reaches below it
  const SIDE = 24; // how far dotted lines reach out beside the cards

  const onPaper = () => {
    const side = pairs.length ? SIDE : 0, wide = extent.wide + 2 * side;
    const whole = Math.min(SHEET.wide / wide, scaleIn(SHEET.wide, SHEET.tall));
    let scale = whole >= READABLE - 0.1 ? whole : READABLE;
    const count = (length, room) => Math.max(1, Math.ceil((length * scale) / room - 0.001));
    while (count(wide, SHEET.wide) * count(extent.tall, SHEET.tall) > SHEETS) scale *= 0.9;
    return {
      scale,
      columns: breaks(wide, SHEET.wide / scale, (post) => post.x + side, (post) => post.x + side + WIDTH).map((at) => at - side),
      rows: breaks(extent.tall, SHEET.tall / scale, (post) => post.y, (post) => post.y + post.height),
    };
  };

  // Where sheets begin and the last one ends: no further than they reach, and through as few cards as can be.
  const breaks = (length, reach, near, far) => {
    const found = [0];
    while (found.at(-1) + reach < length - 1) {
      const latest = found.at(-1) + reach;
      let best = latest, fewest = Infinity;
      for (let at = latest; fewest && at > latest - reach * 0.2; at -= 10) {
        const cut = shown.reduce((sum, post) => sum + (near(post) < at && far(post) > at ? 1 : 0), 0);
        if (cut < fewest) { fewest = cut; best = at; }
      }
      found.push(best);
    }
    return [...found, length];
  };

  const drawing = (list, couples, box) => {
    const space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.wide} ${box.tall}`);
    svg.style.cssText = `left:${box.x}px;top:${box.y}px;width:${box.wide}px;height:${box.tall}px`;
    const path = (d, name) => {
      const made = document.createElementNS(space, "path");
      made.setAttribute("d", d);
      made.setAttribute("class", name);
      svg.append(made);
    };
    for (const post of list) if (linesOf(post)) path(post.lines, "solid");
    for (const pair of couples) path(shown.length > NEAR ? pair.path || curve(pair) : dottedPath(pair), "dotted");
    return svg;
  };

  const sheet = (list, couples, { scale, x, y, wide, tall, caption }) => {
    const page = make("section", "sheet-of-chart"), inner = make("div", "print-layer");
    page.style.height = `${tall * scale + (caption ? 22 : 0)}px`;
    inner.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
    inner.style.clipPath = `polygon(${x - 3}px ${y - 3}px, ${x + wide + 3}px ${y - 3}px, ${x + wide + 3}px ${y + tall}px, ${x - 3}px ${y + tall}px)`;
    const touches = (post, right, bottom) => post.left <= x + wide && post.y <= y + tall && post.left + right >= x && post.y + bottom >= y;
    inner.append(drawing(list.filter((post) => touches(post, post.wide, post.tall)), couples, { x, y, wide, tall }));
    for (const post of list) {
      if (post.x > x + wide || post.x + WIDTH < x || post.y > y + tall || post.y + post.height < y) continue;
      const card = make("div");
      face(card, post);
      if (post.children.length && !post.open) card.append(make("span", "fold", `+${post.total}`));
      inner.append(card);
    }
    page.append(inner);
    if (caption) page.append(make("p", "caption", caption));
    return page;
  };

  // On paper the chart is laid out as is largest there.
  const forPaper = (act) => {
    const usual = shape;
    shapeFor(SHEET.wide, SHEET.tall);
    act();
    shape = usual;
    layAgain();
    drawNow();
  };

  const putOnPaper = () => forPaper(() => {
    const { scale, columns, rows } = onPaper(), across = columns.length - 1, all = across * (rows.length - 1);
    const couples = pairs, paper = byId("paper");
    paper.replaceChildren();
    for (let at = 0; at < all; at += 1) {
      const column = at % across, line = Math.floor(at / across);
      const [x, right] = columns.slice(column), [y, bottom] = rows.slice(line);
      const caption = all > 1 ? say("sheet", { row: line + 1, column: column + 1, n: at + 1, all }) : "";
      const made = sheet(shown, couples, { scale, x, y, wide: right - x, tall: bottom - y + (bottom === extent.tall ? BADGE : 4), caption });
      if (all === 1) made.style.paddingLeft = `${Math.max(0, (SHEET.wide - (right - x) * scale) / 2)}px`;
      if (all === 1 || made.querySelector(".card")) paper.append(made);
    }
  });
