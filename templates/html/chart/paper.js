  // --- paper: what is unfolded, on one sheet if it stays readable there, else on several ---

  const SHEET = { wide: 1030, tall: 594 }; // CSS pixels of A4 on its side within its margins, the first page's head apart
  const READABLE = 0.5, SHEETS = 60;

  const onPaper = () => {
    const whole = Math.min(SHEET.wide / extent.wide, SHEET.tall / extent.tall, 1);
    let scale = whole >= READABLE - 0.08 ? whole : READABLE;
    const count = (length, room) => Math.max(1, Math.ceil((length * scale) / room - 0.001));
    while (count(extent.wide, SHEET.wide) * count(extent.tall, SHEET.tall) > SHEETS) scale *= 0.9;
    return { scale, columns: count(extent.wide, SHEET.wide), rows: count(extent.tall, SHEET.tall) };
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
    for (const [above, post] of couples) path(dottedPath(above, post), "dotted");
    return svg;
  };

  const sheet = (list, couples, { scale, x, y, wide, tall, caption }) => {
    const page = make("section", "sheet-of-chart"), inner = make("div", "print-layer");
    page.style.height = `${tall * scale}px`;
    inner.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
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

  const putOnPaper = () => {
    const { scale, columns, rows } = onPaper(), paper = byId("paper"), all = columns * rows;
    paper.replaceChildren();
    const couples = dottedPairs(shown), one = all === 1;
    const wide = one ? extent.wide : SHEET.wide / scale, tall = one ? extent.tall : SHEET.tall / scale;
    for (let line = 0; line < rows; line += 1) {
      for (let column = 0; column < columns; column += 1) {
        const caption = one ? "" : say("sheet", { row: line + 1, column: column + 1, n: line * columns + column + 1, all });
        const made = sheet(shown, couples, { scale, x: column * wide, y: line * tall, wide, tall: tall + 4, caption });
        if (!one && made.querySelectorAll(".card, path").length === 0) continue;
        if (one) made.style.paddingLeft = `${Math.max(0, (SHEET.wide - extent.wide * scale) / 2)}px`;
        paper.append(made);
      }
    }
  };
