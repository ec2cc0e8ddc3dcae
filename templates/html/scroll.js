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
