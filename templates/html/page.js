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

{% include "html/scroll.js" %}

{% include "html/matrix.js" %}
  showTheme();
})();
