// Only the fields that belong to what is being changed are asked for.
const field = document.getElementById("field");
function fit() {
    document.querySelectorAll("[data-for]").forEach((part) => {
        part.hidden = !part.dataset.for.split(" ").includes(field.value);
    });
}
if (field) {
    field.addEventListener("change", fit);
    fit();
}
