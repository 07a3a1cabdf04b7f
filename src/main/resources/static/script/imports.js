// Files may be dropped anywhere on the page; what is too large is said before it is sent; a problem jumps to its cell.
const form = document.querySelector("[data-drop]");

const say = (pattern, ...values) => values.reduce((text, value, i) => text.replace("@" + (i + 1), value), pattern);

if (form) {
    const input = form.querySelector("input[type=file]");
    const told = form.querySelector("[data-told]");
    const progress = form.querySelector("[data-progress]");
    const chosen = form.querySelector("[data-chosen]");
    const button = form.querySelector("button.main");
    let depth = 0;

    const tell = (text, wrong) => {
        told.hidden = !text;
        told.textContent = text;
        told.classList.toggle("wrong", wrong);
    };

    const refused = () => {
        const files = [...input.files];
        const bytes = files.reduce((sum, file) => sum + file.size, 0);
        const mostFiles = Number(form.dataset.mostFiles);
        const mostBytes = Number(form.dataset.mostBytes);
        if (files.length > mostFiles) {
            return say(form.dataset.tooMany, files.length, mostFiles);
        }
        return bytes > mostBytes ? say(form.dataset.tooLarge, Math.ceil(bytes / 1e6), mostBytes / 1e6) : null;
    };

    const show = () => {
        chosen.replaceChildren(...[...input.files].map((file) => {
            const item = document.createElement("li");
            item.textContent = file.name;
            return item;
        }));
        const why = refused();
        tell(why ?? "", true);
        return !why;
    };

    const failed = (why) => {
        progress.hidden = true;
        button.disabled = false;
        tell(why, true);
    };

    const send = () => {
        if (!show() || !form.reportValidity()) {
            return;
        }
        const request = new XMLHttpRequest();
        request.open("POST", form.action);
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) {
                const percent = Math.round(100 * event.loaded / event.total);
                progress.hidden = false;
                progress.value = percent;
                tell(say(form.dataset.sending, percent), false);
            }
        });
        request.addEventListener("load", () => {
            if (request.status === 201) {
                window.location.assign(request.getResponseHeader("Location"));
            } else {
                failed(request.status === 422 ? request.responseText : form.dataset.failed);
            }
        });
        request.addEventListener("error", () => failed(form.dataset.failed));
        request.setRequestHeader("X-Upload", "script");
        button.disabled = true;
        request.send(new FormData(form));
    };

    input.addEventListener("change", show);
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        send();
    });
    const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
    document.addEventListener("dragenter", (event) => {
        if (holdsFiles(event)) {
            event.preventDefault();
            depth++;
            form.classList.add("dropping");
        }
    });
    document.addEventListener("dragover", (event) => {
        if (holdsFiles(event)) {
            event.preventDefault();
        }
    });
    document.addEventListener("dragleave", () => {
        depth = Math.max(0, depth - 1);
        form.classList.toggle("dropping", depth > 0);
    });
    document.addEventListener("drop", (event) => {
        if (holdsFiles(event)) {
            event.preventDefault();
            depth = 0;
            form.classList.remove("dropping");
            input.files = event.dataTransfer.files;
            send();
        }
    });
}

document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-jump]");
    const cell = link && document.getElementById(link.hash.slice(1));
    if (cell) {
        cell.scrollIntoView({block: "center", inline: "center"});
        cell.setAttribute("tabindex", "-1");
        cell.focus({preventScroll: true});
    }
});
