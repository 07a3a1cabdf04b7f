// A half-filled form is kept until it is sent, in this browser's tab only; what the page itself brought (after a refusal) counts more.
const refused = document.querySelector(".told.wrong[role=alert]") !== null;

for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = `mimamori:${location.pathname}:${form.dataset.keep}`;
    const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "file", "submit"].includes(field.type));
    const written = () => JSON.stringify(fields().map((field) => [field.name, field.type === "radio" ? `${field.value}:${field.checked}` : field.value]));
    const original = written();
    const kept = sessionStorage.getItem(key);
    if (kept && !refused) {
        let differs = false;
        const values = JSON.parse(kept);
        fields().forEach((field, i) => {
            if (!values[i] || values[i][0] !== field.name) {
                return;
            }
            if (field.type === "radio") {
                field.checked = values[i][1] === `${field.value}:true`;
            } else if (field.value !== values[i][1]) {
                field.value = values[i][1];
                differs = true;
            }
        });
        if (differs) {
            form.querySelector(".kept").hidden = false;
            form.closest("details")?.setAttribute("open", "");
        }
    }
    form.addEventListener("input", () => {
        if (written() === original) {
            sessionStorage.removeItem(key);
        } else {
            sessionStorage.setItem(key, written());
        }
    });
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
}

for (const link of document.querySelectorAll("[data-discard]")) {
    link.addEventListener("click", () => Object.keys(sessionStorage).filter((key) => key.startsWith(`mimamori:${location.pathname}`))
        .forEach((key) => sessionStorage.removeItem(key)));
}

// Back to the list as it was left, with its filters.
for (const link of document.querySelectorAll("[data-back]")) {
    const from = document.referrer && new URL(document.referrer);
    if (from && from.origin === location.origin && from.pathname === new URL(link.href).pathname) {
        link.href = document.referrer;
    }
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.target.closest("input, textarea, select, dialog")) {
            link.click();
        }
    });
}

// The first problem is where the eye goes.
document.querySelector("[aria-invalid=true]")?.focus();

// A reload must not tell the old news again.
if (new URLSearchParams(location.search).has("told")) {
    history.replaceState(null, "", location.pathname + location.hash);
}
for (const toasts of document.querySelectorAll(".toasts")) {
    setTimeout(() => toasts.remove(), 20000);
}

// On a phone facets begin closed.
if (matchMedia("(max-width: 820px)").matches) {
    document.querySelectorAll("details[data-wide]").forEach((facet) => facet.removeAttribute("open"));
}
