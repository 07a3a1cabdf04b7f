// The plan's timeline: a bar is dragged or moved by arrow keys; the server says at once what that would mean, and only it decides.
const board = () => document.querySelector(".board");
const panel = () => document.querySelector("#panel");
const edition = () => document.querySelector("#figures")?.dataset.edition;
let asked = 0;
let shownAt = 0;
let held = null;    // what is being moved: {mark, task, start, from, length, track, ghost}
let wanted = null;  // the task to focus once its row is drawn anew

const view = () => {
    const here = new URLSearchParams(location.search);
    const values = {};
    for (const name of ["by", "from", "weeks", "ward", "q", "show"]) {
        if (here.get(name)) {
            values[name] = here.get(name);
        }
    }
    return values;
};

const place = (grain) => 100 * (grain - Number(board().dataset.begin)) / Number(board().dataset.span) + "%";
const width = (length) => 100 * length / Number(board().dataset.span) + "%";

function box(track, kind, start, length) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", kind);
    rect.setAttribute("x", place(start));
    rect.setAttribute("width", width(length));
    rect.setAttribute("y", "1");
    rect.setAttribute("height", Math.max(20, track.clientHeight - 3));
    track.append(rect);
    return rect;
}

function tidy() {
    document.querySelectorAll(".ghost, .offer").forEach((each) => each.remove());
    document.querySelectorAll("svg .mark.at").forEach((each) => each.classList.remove("at"));
}

// Where else the chosen work could be stands in its row too.
function offers() {
    document.querySelectorAll(".offer").forEach((each) => each.remove());
    const about = panel()?.querySelector(".about");
    const mark = about && document.querySelector(`svg .mark[data-task="${CSS.escape(about.dataset.task)}"]`);
    document.querySelectorAll("svg .mark.at").forEach((each) => each.classList.remove("at"));
    if (!mark) {
        return;
    }
    mark.classList.add("at");
    const track = mark.closest(".track");
    about.querySelectorAll("[data-offer]").forEach((each) => box(track, "offer", Number(each.dataset.offer), Number(each.dataset.length)));
}

async function fill(path, values) {
    const turn = ++asked;
    const answer = await fetch(path + "?" + new URLSearchParams({...view(), ...values}), {headers: {"HX-Request": "true"}});
    const text = await answer.text();
    if (turn < shownAt || !answer.ok) {
        return; // a later question was answered already
    }
    shownAt = turn;
    panel().innerHTML = text;
    htmx.process(panel());
    if (held?.ghost) {
        held.ghost.classList.toggle("refused", panel().querySelector(".about")?.dataset.refused === "true");
    }
    offers();
}

let waiting = null;
function look(task, start) {
    clearTimeout(waiting);
    waiting = setTimeout(() => fill("/plan/look", {task, start}), 40);
}

function show(start) {
    held.start = start;
    held.ghost ??= box(held.track, "ghost", start, held.length);
    held.ghost.setAttribute("x", place(start));
    look(held.task, start);
}

function drop() {
    clearTimeout(waiting);
    asked++;
    shownAt = asked;
    const {task, start} = held;
    wanted = task;
    release();
    htmx.ajax("POST", "/plan/move", {target: "#panel", swap: "innerHTML", values: {...view(), task, start, edition: edition()}});
}

function release() {
    held?.mark.classList.remove("dragging");
    held = null;
    document.querySelectorAll(".ghost").forEach((each) => each.remove());
}

function take(mark) {
    const tray = mark.dataset.tray === "true";
    const row = tray ? document.querySelector(`.lane[data-key="${CSS.escape(mark.dataset.device)}"]`) : mark.closest(".lane");
    const track = row?.querySelector(".track");
    if (!track) {
        return null;
    }
    const from = tray ? Number(board().dataset.begin) : Number(mark.dataset.start);
    return {mark, task: mark.dataset.task, from, start: from, length: Number(mark.dataset.length), track, tray};
}

let pressed = null;
document.addEventListener("pointerdown", (event) => {
    const mark = event.target.closest?.(".mark");
    if (!mark || event.button !== 0 || board()?.dataset.editable !== "true" || mark.dataset.pinned === "true") {
        return;
    }
    pressed = {mark, x: event.clientX, moved: false};
});
document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.(".mark")) {
        event.preventDefault();
    }
});
document.addEventListener("pointermove", (event) => {
    if (!pressed || !pressed.moved && Math.abs(event.clientX - pressed.x) < 4) {
        return;
    }
    if (!pressed.moved) {
        pressed.moved = true;
        release();
        held = take(pressed.mark);
        if (!held) {
            pressed = null;
            return;
        }
        held.mark.classList.add("dragging");
    }
    event.preventDefault();
    const ground = held.track.getBoundingClientRect();
    const grains = Number(board().dataset.span) / ground.width;
    const start = held.tray ? Number(board().dataset.begin) + Math.floor((event.clientX - ground.left) * grains)
        : held.from + Math.round((event.clientX - pressed.x) * grains);
    if (start !== held.start || !held.ghost) {
        show(start);
    }
});
document.addEventListener("pointerup", () => {
    const dragged = pressed?.moved && held;
    pressed = null;
    if (dragged) {
        swallow = true;
        setTimeout(() => { swallow = false; }, 0);
        if (held.start === held.from && !held.tray) {
            release();
        } else {
            drop();
        }
    }
});
document.addEventListener("pointercancel", () => { pressed = null; release(); });

let swallow = false;
document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".mark, ol.phone a");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    const task = mark.dataset.task ?? mark.closest("[data-task]")?.dataset.task;
    event.preventDefault();
    if (swallow || !task) {
        return;
    }
    release();
    fill("/plan/task", {task}).then(() => {
        if (matchMedia("(max-width: 1100px)").matches) {
            panel().focus();
            panel().scrollIntoView({block: "start"});
        }
    });
}, true);

document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || board()?.dataset.editable !== "true") {
        return;
    }
    if (event.key === "u" && document.querySelector("#undo")) {
        wanted = panel().querySelector(".about")?.dataset.task;
        document.querySelector("#undo").requestSubmit();
        return;
    }
    const mark = event.target.closest?.("svg .mark");
    if (!mark) {
        return;
    }
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        if (mark.dataset.pinned === "true") {
            fill("/plan/task", {task: mark.dataset.task});
            return;
        }
        held = held?.mark === mark ? held : take(mark);
        const by = event.shiftKey ? Number(board().dataset.day) : 1;
        show(held.start + (event.key === "ArrowLeft" ? -by : by));
    } else if (event.key === "Enter" && held?.mark === mark && held.start !== held.from) {
        event.preventDefault();
        drop();
    } else if (event.key === "Escape" && held) {
        release();
        fill("/plan/task", {task: mark.dataset.task});
    } else if (event.key === "p") {
        const task = mark.dataset.task;
        wanted = task;
        htmx.ajax("POST", "/plan/pin", {target: "#panel", swap: "innerHTML",
            values: {...view(), task, pinned: mark.dataset.pinned !== "true", edition: edition()}});
    }
});

document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409) {
        event.detail.shouldSwap = true; // a refusal is to be read
        event.detail.isError = false;
    }
});
document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "panel" || event.detail.elt?.id === "panel") {
        offers();
    }
    const mark = wanted && document.querySelector(`svg .mark[data-task="${CSS.escape(wanted)}"]`);
    if (mark && document.activeElement !== mark) {
        mark.focus({preventScroll: true});
    }
    document.querySelectorAll("input[data-edition]").forEach((each) => { each.value = edition(); });
});
document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-submit]")) {
        event.target.form.requestSubmit();
    }
});
addEventListener("load", () => {
    offers();
    if (location.search.includes("task=")) {
        tidy();
        offers();
    }
});
