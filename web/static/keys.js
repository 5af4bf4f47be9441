// Reading through a list by keyboard: j or n goes on, k or p goes back, u goes up to the list, / to the search box.
// Everything works without this file; it only follows links that the page has.
document.addEventListener("keydown", function (event) {
  "use strict";
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  var at = event.target;
  if (at.closest && at.closest("input, select, textarea, [contenteditable]")) return;
  var wanted = { j: "next", n: "next", k: "prev", p: "prev", u: "up" }[event.key];
  if (wanted) {
    var link = document.querySelector('main a[rel~="' + wanted + '"]');
    if (link) link.click();
  } else if (event.key === "/") {
    var box = document.querySelector('input[type="search"]');
    if (box) { event.preventDefault(); box.focus(); }
  }
});
