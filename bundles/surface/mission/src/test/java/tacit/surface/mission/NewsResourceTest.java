package tacit.surface.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open pages that listen, asked without a browser. */
class NewsResourceTest {

    private static final int MOST = 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<InputStream> open = new ArrayList<>();
    private MissionFrame frame;
    private String cookie;

    @BeforeEach
    void start() throws Exception {
        frame = new MissionFrame(new SamplePanel());
        HttpRequest login = HttpRequest.newBuilder(URI.create(frame.uri() + "/mission/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", frame.uri().toString())
                .POST(HttpRequest.BodyPublishers.ofString("token=operator-token"))
                .build();
        HttpResponse<String> answer = client.send(login, HttpResponse.BodyHandlers.ofString());
        cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    }

    @AfterEach
    void stop() throws IOException {
        for (InputStream stream : open) {
            stream.close();
        }
        frame.close();
    }

    @Test
    void onePageMoreThanMayBeLiveEndsTheOneThatWasOpenLongest() throws Exception {
        List<BufferedReader> pages = new ArrayList<>();
        for (int i = 0; i < MOST + 1; i++) {
            pages.add(listen());
        }

        assertThat(pages.get(0).lines().toList()).contains("event: over");
        frame.tell(new SamplePanel().live().iterator().next());
        for (BufferedReader page : pages.subList(1, MOST + 1)) {
            assertThat(until(page, "event: news")).isEqualTo("event: news");
        }
    }

    @Test
    void listensOnlyForWhoIsLoggedInAndToPanelsThatAreThere() throws Exception {
        assertThat(ask("", "sample").statusCode()).isEqualTo(401);
        assertThat(ask(cookie, "nothing").statusCode()).isEqualTo(404);
    }

    private BufferedReader listen() throws Exception {
        HttpResponse<InputStream> answer = ask(cookie, "sample");
        assertThat(answer.statusCode()).isEqualTo(200);
        open.add(answer.body());
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(until(lines, "event: live")).isEqualTo("event: live");
        return lines;
    }

    private HttpResponse<InputStream> ask(String cookies, String panel) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(frame.uri() + "/mission/events?panel=" + panel));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String until(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
