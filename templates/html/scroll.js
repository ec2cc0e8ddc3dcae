  // What scrolls sideways is reached by keys in every browser, and says what it is.
  const reach = () => document.querySelectorAll(".grid, .drawing").forEach((box) => {
    if (box.scrollWidth <= box.clientWidth) return box.removeAttribute("tabindex");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.closest("section, article, main").querySelector("h2, h1")?.textContent || document.title);
  });
  addEventListener("resize", reach);
  document.fonts.ready.then(reach);
