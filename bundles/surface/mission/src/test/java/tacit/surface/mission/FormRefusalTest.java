package tacit.surface.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may send forms, and for how long somebody is logged in; asked without a browser. */
class FormRefusalTest {

    private static final Pattern MARK = Pattern.compile("name=\"~token\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final SamplePanel panel = new SamplePanel();
    private MissionFrame frame;
    private String cookie;

    @BeforeEach
    void start() throws Exception {
        frame = new MissionFrame(panel);
        cookie = login("operator-token");
    }

    @AfterEach
    void stop() {
        frame.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(frame.server.uri() + path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(frame.server.uri() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String own() {
        return frame.server.uri().toString();
    }

    private String login(String token) throws Exception {
        HttpResponse<String> answer = post("/mission/login", "token=" + token, "Origin", own());
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    }

    private String mark() throws Exception {
        Matcher matcher = MARK.matcher(get("/mission/sample").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> rename(String mark, String... headers) throws Exception {
        return post("/mission/sample/~/rename", "name=new&~token=" + mark, headers);
    }

    @Test
    void takesAFormOfItsOwnPage() throws Exception {
        HttpResponse<String> answer =
                rename(mark(), "Cookie", cookie, "Origin", own(), "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/mission/sample");
        assertThat(panel.last).isEqualTo("new");
    }

    @Test
    void takesAFormOfABrowserThatSaysOnlyTheSite() throws Exception {
        assertThat(rename(mark(), "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void refusesAFormWithoutMarkOrWithAnothers() throws Exception {
        String other = login("operator-token");
        String mark = mark();

        assertThat(rename("", "Cookie", cookie, "Origin", own()).statusCode()).isEqualTo(403);
        assertThat(post("/mission/sample/~/rename", "name=new", "Cookie", cookie, "Origin", own())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer = rename(mark, "Cookie", other, "Origin", own());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not of this session");
        assertThat(panel.last).isNull();
    }

    @Test
    void refusesFormsOfOtherOrigins() throws Exception {
        String mark = mark();
        int port = frame.server.uri().getPort();

        for (String origin : new String[] {
            "http://evil.example", "http://127.0.0.1:" + (port + 1), "http://localhost:" + port, "null", "", "%%"
        }) {
            assertThat(rename(mark, "Cookie", cookie, "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(rename(mark, "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(rename(mark, "Cookie", cookie, "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(rename(mark, "Cookie", cookie, "Origin", own(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(panel.last).isNull();
    }

    @Test
    void refusesReadersAndOtherMediaTypes() throws Exception {
        String operator = cookie;
        cookie = login("reader-token");
        HttpResponse<String> page = get("/mission/sample");
        Matcher matcher = MARK.matcher(page.body());
        assertThat(matcher.find()).isTrue();

        assertThat(rename(matcher.group(1), "Cookie", cookie, "Origin", own()).statusCode())
                .isEqualTo(403);

        cookie = operator;
        HttpRequest json = HttpRequest.newBuilder(URI.create(own() + "/mission/sample/~/rename"))
                .header("Content-Type", "text/plain")
                .header("Origin", own())
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("name=new&~token=" + mark()))
                .build();
        assertThat(client.send(json, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        assertThat(panel.last).isNull();
    }

    @Test
    void goesOnlyToPlacesOfItsOwn() throws Exception {
        for (String at :
                new String[] {"https://evil.example/x", "//evil.example", "other/x", "sample/../../v1", "\r\nX: y"}) {
            String body = "name=n&~at=" + URLEncoder.encode(at, StandardCharsets.UTF_8) + "&~token=" + mark();
            HttpResponse<String> answer = post("/mission/sample/~/rename", body, "Cookie", cookie, "Origin", own());
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/mission/sample");
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("..");
        }
        for (String next : new String[] {"https://evil.example", "//evil.example", "/evil", "x/../../v1", "login"}) {
            String body = "token=operator-token&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            assertThat(post("/mission/login", body, "Origin", own()).headers().firstValue("Location"))
                    .as(next)
                    .contains("/mission");
        }
    }

    @Test
    void keepsThePagesToThemselves() throws Exception {
        HttpResponse<String> page = get("/mission/sample");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("://");
    }

    @Test
    void hasTheBrowserHoldTheSessionForItselfAlone() throws Exception {
        HttpResponse<String> plain = post("/mission/login", "token=operator-token", "Origin", own());
        assertThat(plain.headers().firstValue("Set-Cookie").orElse(""))
                .matches("tacit_mission=[A-Za-z0-9_-]{43}; Path=/mission; HttpOnly; SameSite=Strict");
    }

    @Test
    void endsSessionsThatAreIdleOrOldOrRevoked() throws Exception {
        for (int hours = 0; hours < 7 * 24 - 11; hours += 11) {
            assertThat(get("/mission/sample").statusCode()).isEqualTo(200);
            frame.clock.pass(Duration.ofHours(11));
        }
        frame.clock.pass(Duration.ofHours(11));
        assertThat(get("/mission/sample").statusCode()).isEqualTo(303);

        cookie = login("operator-token");
        frame.clock.pass(Duration.ofHours(13));
        assertThat(get("/mission/sample").statusCode()).isEqualTo(303);

        cookie = login("operator-token");
        frame.tokens.revoke("operator", "test");
        assertThat(get("/mission/sample").statusCode()).isEqualTo(303);
    }

    @Test
    void makesGuessingSlow() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/mission/login", "token=no" + i, "Origin", own()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(post("/mission/login", "token=operator-token", "Origin", own())
                        .statusCode())
                .isEqualTo(429);

        frame.clock.pass(Duration.ofSeconds(1));
        assertThat(post("/mission/login", "token=no", "Origin", own()).statusCode())
                .isEqualTo(401);
        frame.clock.pass(Duration.ofSeconds(1));
        assertThat(post("/mission/login", "token=operator-token", "Origin", own())
                        .statusCode())
                .isEqualTo(429);
        frame.clock.pass(Duration.ofSeconds(1));
        assertThat(post("/mission/login", "token=operator-token", "Origin", own())
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("/mission/login", "token=no", "Origin", own()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhatIsNotThereAndHidesWhatBroke() throws Exception {
        assertThat(get("/mission/nowhere").statusCode()).isEqualTo(404);
        HttpResponse<String> none = get("/mission/sample/none");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("There is no sample &#39;none&#39;");

        HttpResponse<String> broken = get("/mission/sample/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("its log says why").doesNotContain("a secret of the host");
    }

    @Test
    void letsBrowsersKeepFilesWhoseNamesChangeWithThem() throws Exception {
        Matcher style = Pattern.compile("/mission/assets/mission-[0-9a-f]{12}\\.css")
                .matcher(get("/mission/sample").body());
        assertThat(style.find()).isTrue();

        HttpResponse<String> file = get(style.group());

        assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(get("/mission/assets/mission.css").statusCode()).isEqualTo(404);
        assertThat(get("/mission/assets/..%2Fmacros.peb").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsNewsToSessionsOnly() throws Exception {
        cookie = "tacit_mission=x";
        assertThat(get("/mission/events?panel=sample").statusCode()).isEqualTo(401);
        assertThat(get("/mission/sample").headers().firstValue("Location")).contains("/mission/login?next=sample");
    }
}
