// Keys that work on every page: / search, j and k move, Enter opens, Esc goes back, ? tells.
document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (event.key === "/") {
        const search = document.querySelector("[data-search]");
        if (search) {
            event.preventDefault();
            search.focus();
        }
    }
});

// Which of the menu's pages this one belongs to.
const here = location.pathname;
for (const link of document.querySelectorAll("header.frame nav a, header.frame .who a")) {
    const path = new URL(link.href).pathname;
    if (path === here || path !== "/" && here.startsWith(path + "/")) {
        link.setAttribute("aria-current", "page");
    }
}
