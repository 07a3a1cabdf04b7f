// Keys of the list, the choice of rows, menus that close themselves. Everything hangs on the document: the list is swapped under it.
const rows = () => [...document.querySelectorAll(".findings tbody tr")];
const picks = () => [...document.querySelectorAll(".findings tbody input[name=row]")];
let at = -1;

function go(to) {
    const all = rows();
    if (all.length === 0) {
        return;
    }
    all.forEach((row) => row.classList.remove("at"));
    at = Math.max(0, Math.min(all.length - 1, to));
    all[at].classList.add("at");
    all[at].querySelector("a")?.focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
}

function counted() {
    const bar = document.querySelector(".bulk-bar");
    if (!bar) {
        return;
    }
    const chosen = picks().filter((pick) => pick.checked);
    picks().forEach((pick) => pick.closest("tr").classList.toggle("picked", pick.checked));
    bar.hidden = chosen.length === 0;
    const told = document.getElementById("bulk-count");
    told.textContent = told.dataset.text.replace("#", chosen.length);
    const all = document.getElementById("pick-all");
    if (all) {
        all.checked = chosen.length > 0 && chosen.length === picks().length;
        all.indeterminate = chosen.length > 0 && !all.checked;
    }
    if (chosen.length === 0) {
        const matching = document.getElementById("bulk-all");
        if (matching) {
            matching.checked = false;
        }
    }
}

document.addEventListener("keydown", (event) => {
    const help = document.getElementById("help");
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && event.target.id === "search") {
        event.target.blur();
        return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || help?.open) {
        return;
    }
    if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        go(at < 0 ? 0 : at + (event.key === "j" ? 1 : -1));
    } else if (event.key === "x" && at >= 0) {
        const pick = rows()[at]?.querySelector("input[name=row]");
        if (pick) {
            pick.checked = !pick.checked;
            counted();
        }
    } else if (event.key === "Enter" && at >= 0 && event.target.closest("a, button, summary, input") === null) {
        rows()[at]?.querySelector("a")?.click();
    } else if (event.key === "?") {
        event.preventDefault();
        help?.showModal();
    } else if (event.key === "Escape") {
        const open = document.querySelector("details.menu[open]");
        if (open) {
            open.open = false;
        } else if (picks().some((pick) => pick.checked)) {
            picks().forEach((pick) => { pick.checked = false; });
            counted();
        } else {
            history.back();
        }
    }
});

document.addEventListener("change", (event) => {
    if (event.target.id === "pick-all") {
        picks().forEach((pick) => { pick.checked = event.target.checked; });
        counted();
    } else if (event.target.name === "row") {
        counted();
    }
});

document.addEventListener("click", (event) => {
    const opens = event.target.closest("[data-opens]");
    if (opens) {
        document.getElementById(opens.dataset.opens).showModal();
    }
    if (event.target.closest("[data-clear]")) {
        picks().forEach((pick) => { pick.checked = false; });
        counted();
    }
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    });
});

// while a menu lies over the list, what shows beside it is not to be hit by mistake
document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details.menu")) {
        const list = document.querySelector("table.findings");
        if (list) {
            list.inert = document.querySelector("details.menu[open]") !== null;
        }
    }
}, true);

// which facets stand open is the reader's choice and outlives a swap
const opened = new Map();
document.addEventListener("toggle", (event) => {
    const facet = event.target.dataset?.facet;
    if (facet) {
        opened.set(facet, event.target.open);
    }
}, true);

function drawer() {
    const facets = document.querySelector(".facet-drawer");
    if (facets && matchMedia("(max-width: 1100px)").matches && !opened.has("drawer")) {
        facets.open = false;
    }
}
document.addEventListener("click", (event) => {
    if (event.target.closest(".facet-drawer > summary")) {
        const facets = event.target.closest(".facet-drawer");
        opened.set("drawer", !facets.open);
    }
});

document.addEventListener("htmx:afterSwap", () => {
    at = -1;
    document.querySelectorAll("details[data-facet]").forEach((facet) => {
        if (opened.has(facet.dataset.facet)) {
            facet.open = opened.get(facet.dataset.facet);
        }
    });
    const facets = document.querySelector(".facet-drawer");
    if (facets && opened.has("drawer")) {
        facets.open = opened.get("drawer");
    } else {
        drawer();
    }
    counted();
});
drawer();
counted();
