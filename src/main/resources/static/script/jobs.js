// Follows every job that a page shows (templates/jobs/progress.html): its sentence, its bar, and what comes after it.
// A page that wants to know more listens for "job:over" on the element; detail is what the service told last.
export function follow(element) {
    if (element.dataset.followed) {
        return;
    }
    element.dataset.followed = "yes";
    const source = new EventSource(`/jobs/${element.dataset.job}/events`);
    source.addEventListener("progress", (event) => {
        const job = JSON.parse(event.data);
        element.querySelector(".sentence").textContent = job.sentence;
        const bar = element.querySelector("progress");
        if (bar) {
            if (job.share === null) {
                bar.removeAttribute("value");
            } else {
                bar.value = Math.floor(job.share * 100);
            }
        }
        document.querySelectorAll(`[data-state-of="${job.id}"]`).forEach((each) => { each.textContent = job.stateWord; });
        if (job.over) {
            source.close();
            over(element, bar, job);
        }
    });
}

function over(element, bar, job) {
    if (bar) {
        bar.hidden = true;
    }
    const cancel = element.querySelector("form.cancel");
    if (cancel) {
        cancel.remove();
    }
    element.classList.toggle("failed", job.state === "FAILED");
    const result = element.querySelector(".result");
    if (result && job.link) {
        result.href = job.link;
        result.hidden = false;
    }
    element.dispatchEvent(new CustomEvent("job:over", { bubbles: true, detail: job }));
    const then = element.dataset.then;
    if (job.state === "DONE" && then && then.startsWith("/") && !then.startsWith("//")) {
        location.assign(then);
    }
}

document.querySelectorAll(".job[data-job]").forEach(follow);
// what htmx brings in later is followed too
document.addEventListener("htmx:load", (event) => {
    event.detail.elt.querySelectorAll?.(".job[data-job]").forEach(follow);
});
