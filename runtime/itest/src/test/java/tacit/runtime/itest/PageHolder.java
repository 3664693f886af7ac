package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in Mission Control, who holds pages and sends their forms. Thread-safe. */
final class PageHolder {

    private static final Pattern MARK = Pattern.compile("name=\"~token\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String cookie;

    /** Logs in with a token. */
    PageHolder(String address, String token) throws IOException, InterruptedException {
        this.address = address;
        HttpResponse<String> answer = send(form("/mission/login", Map.of("token", token)));
        assertThat(answer.statusCode()).isEqualTo(303);
        cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    }

    /** A page as it is now. */
    HttpResponse<String> look(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie));
    }

    /** A page that reads itself again, as one that is open does when there is news. */
    HttpResponse<String> lookAgain(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookie)
                .header("X-Mission-Again", "1"));
    }

    /** The mark of the forms of a page that somebody holds. */
    static String mark(String page) {
        Matcher mark = MARK.matcher(page);
        assertThat(mark.find()).as(page).isTrue();
        return mark.group(1);
    }

    /** Sends a form of a page that somebody holds. */
    HttpResponse<String> press(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(form(path, fields).header("Cookie", cookie));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
