package tacit.surface.gateway.rest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.events.RingEvents;
import tacit.surface.gateway.RunningGateway;

class EventsResourceTest {

    private static final Scope HERE = Scope.ofDefaultWorkspace();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final MovingClock clock = new MovingClock();
    private final RingEvents events =
            new RingEvents(clock, Configurations.of(RingEvents.Config.class, Map.of("kept", 3)));

    private EventsResource resource;
    private RunningGateway gateway;

    @BeforeEach
    void open() {
        resource = resource(Map.of("listeners", 2, "heartbeat_seconds", 1));
        gateway = new RunningGateway(folder).with(resource);
    }

    private EventsResource resource(Map<String, ?> settings) {
        return new EventsResource(events, clock, Configurations.of(EventsResource.Config.class, settings));
    }

    @AfterEach
    void close() throws Exception {
        resource.close();
        gateway.close();
    }

    @Test
    void tellsWhatHappensFromNowOn() throws Exception {
        tell("t0");
        try (BufferedReader lines = listen("", null)) {
            assertThat(lines.readLine()).isEqualTo(": listening");

            events.tell(HERE, "trace.recorded", "t1", Map.of("spans", "2", "new", "true"));

            assertThat(next(lines)).isEqualTo("id: " + place(2));
            assertThat(lines.readLine()).isEqualTo("event: trace.recorded");
            assertThat(lines.readLine())
                    .isEqualTo("data: {\"kind\":\"trace.recorded\",\"subject\":\"t1\",\"workspaceId\":\"default\","
                            + "\"facts\":{\"new\":\"true\",\"spans\":\"2\"},\"at\":\"" + clock.instant() + "\"}");
        }
    }

    @Test
    void tellsTheKindsThatAreAskedForAlone() throws Exception {
        try (BufferedReader lines = listen("?kinds=cluster.changed,generation.activated", null)) {
            assertThat(lines.readLine()).isEqualTo(": listening");

            tell("t1");
            events.tell(HERE, "cluster.changed", "c1", Map.of());
            events.tellAll("generation.activated", "7", Map.of());

            assertThat(next(lines)).isEqualTo("id: " + place(2));
            assertThat(next(lines)).isEqualTo("event: cluster.changed");
            assertThat(next(lines)).contains("\"subject\":\"c1\"");
            assertThat(next(lines)).isEqualTo("id: " + place(3));
            assertThat(next(lines)).isEqualTo("event: generation.activated");
            assertThat(next(lines)).doesNotContain("workspaceId");
        }
    }

    @Test
    void goesOnWhereAListenerLeftOff() throws Exception {
        tell("t1", "t2", "t3");

        try (BufferedReader lines = listen("", place(1))) {
            assertThat(next(lines)).isEqualTo("id: " + place(2));
            assertThat(next(lines)).isEqualTo("event: trace.recorded");
        }
    }

    @Test
    void saysFirstThatNewsAreMissing() throws Exception {
        tell("t1", "t2", "t3", "t4", "t5");

        try (BufferedReader lines = listen("", place(1))) {
            assertThat(next(lines)).isEqualTo("event: gap");
            assertThat(next(lines)).isEqualTo("data: {\"oldest\":\"" + place(3) + "\"}");
            assertThat(next(lines)).isEqualTo("id: " + place(3));
        }
    }

    @Test
    void missesNothingWhereTheNextOneIsStillThere() throws Exception {
        tell("t1", "t2", "t3", "t4", "t5");

        try (BufferedReader lines = listen("", place(2))) {
            assertThat(next(lines)).isEqualTo("id: " + place(3));
        }
    }

    @Test
    void knowsThatAnotherRunOfTheHostCountedOtherwise() throws Exception {
        tell("t1", "t2");

        try (BufferedReader lines = listen("", "zz-1")) {
            assertThat(next(lines)).isEqualTo("event: gap");
            assertThat(next(lines)).contains(place(1));
            assertThat(next(lines)).isEqualTo("id: " + place(1));
        }
    }

    @Test
    void tellsNothingOfAnotherWorkspace() throws Exception {
        try (BufferedReader lines = listen("", null)) {
            assertThat(lines.readLine()).isEqualTo(": listening");

            events.tell(Scope.ofWorkspace("other"), "trace.recorded", "t1", Map.of());
            tell("t2");

            assertThat(next(lines)).isEqualTo("id: " + place(2));
        }
    }

    @Test
    void refusesListenersBeyondItsBound() throws Exception {
        try (BufferedReader first = listen("", null);
                BufferedReader second = listen("", null)) {
            assertThat(first.readLine()).isEqualTo(second.readLine());

            assertThat(status("", null)).isEqualTo(503);
        }
    }

    @Test
    void refusesPlacesAndKindsThatAreNone() throws Exception {
        assertThat(status("", "last")).isEqualTo(400);
        assertThat(status("", "41")).isEqualTo(400);
        assertThat(status("?kinds=No%20Kind", null)).isEqualTo(400);
        assertThat(status("?kind=trace.recorded", null)).isEqualTo(400);
    }

    @Test
    void refusesSettingsOutOfTheirBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resource(Map.of("listeners", 0)))
                .withMessage("listeners must be in [1, 100], got 0");
    }

    private void tell(String... traces) {
        for (String trace : traces) {
            events.tell(HERE, "trace.recorded", trace, Map.of());
        }
    }

    private String place(long number) {
        return Long.toString(clock.millis(), Character.MAX_RADIX) + "-" + number;
    }

    private int status(String query, @Nullable String last) throws IOException, InterruptedException {
        return client.send(at(query, last), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private BufferedReader listen(String query, @Nullable String last) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(at(query, last), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpRequest at(String query, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/v1/events" + query))
                .header("Authorization", "Bearer reader");
        return last == null
                ? request.build()
                : request.header("Last-Event-ID", last).build();
    }

    /** The next line that tells something. */
    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && (line.isEmpty() || line.startsWith(":"))) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
