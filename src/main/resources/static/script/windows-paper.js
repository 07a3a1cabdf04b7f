// The week on paper: a button where the browser can print.
const button = document.querySelector("#print");
button.hidden = false;
button.addEventListener("click", () => print());
