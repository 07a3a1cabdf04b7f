package jp.mimamori.service;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at a service without a browser: keeps cookies, sends the forms of the pages with their tokens. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI service;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();

    public Visitor(URI service) {
        this.service = service;
    }

    public CookieManager cookies() {
        return cookies;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The token of the form on the page at {@code path}. */
    public String token(String path) throws IOException, InterruptedException {
        String page = get(path).body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("no form on " + path + ":\n" + page);
        }
        return token.group(1);
    }

    /** Sends the form on the page {@code form} to {@code path}; fields are name, value, name, value … */
    public HttpResponse<String> send(String form, String path, String... fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(token(form)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return post(path, body.toString());
    }

    /** Sends {@code body} as a form with nothing added to it. */
    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends files with the token of the form on the page {@code form}. */
    public HttpResponse<String> upload(String form, String path, List<String> names, List<String> texts) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n").append(token(form)).append("\r\n");
        for (int i = 0; i < names.size(); i++) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"").append(names.get(i)).append("\"\r\n")
                    .append("Content-Type: text/csv\r\n\r\n").append(texts.get(i)).append("\r\n");
        }
        return client.send(HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body.append("--b--\r\n").toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends one file as it is. */
    public HttpResponse<String> upload(String form, String path, String name, byte[] file) throws IOException, InterruptedException {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(form) + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        return client.send(HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, file, "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8)))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return send("/sign-in", "/sign-in", "username", name, "password", password);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
