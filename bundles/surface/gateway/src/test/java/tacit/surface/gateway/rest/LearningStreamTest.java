package tacit.surface.gateway.rest;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.runtime.testkit.Configurations;
import tacit.surface.gateway.RunningGateway;

class LearningStreamTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ListFeed feed = new ListFeed();

    private LearningStreamResource stream;
    private RunningGateway gateway;

    @BeforeEach
    void open() {
        stream = resource(Map.of("listeners", 2, "heartbeat_seconds", 1));
        gateway = new RunningGateway(folder).with(stream).with(new LearningResource(feed, new FakeTraceStore()));
    }

    private LearningStreamResource resource(Map<String, ?> settings) {
        return new LearningStreamResource(feed, Configurations.of(LearningStreamResource.Config.class, settings));
    }

    @AfterEach
    void close() throws Exception {
        stream.close();
        gateway.close();
    }

    @Test
    void tellsOfEachReportAsItIsMade() throws Exception {
        feed.publish(report(1, "t0"));
        try (BufferedReader lines = listen(null)) {
            assertThat(lines.readLine()).isEqualTo(": listening");

            feed.publish(report(2, "t1"));

            assertThat(next(lines)).isEqualTo("id: 2");
            assertThat(lines.readLine()).isEqualTo("event: learning_progress");
            assertThat(lines.readLine())
                    .startsWith("data: {\"id\":\"learn_t1\"")
                    .contains("\"stage\":\"no_learning\"", "\"status\":\"done\"", "\"outcome\":\"noop\"");
        }
    }

    @Test
    void goesOnWhereAListenerLeftOff() throws Exception {
        feed.publish(report(1, "t0"));
        feed.publish(report(2, "t1"));
        feed.publish(report(3, "t2"));

        try (BufferedReader lines = listen("1")) {
            assertThat(next(lines)).isEqualTo("id: 2");
            assertThat(next(lines)).isEqualTo("event: learning_progress");
            lines.readLine();
            assertThat(next(lines)).isEqualTo("id: 3");
        }
    }

    @Test
    void showsThatItIsStillThere() throws Exception {
        try (BufferedReader lines = listen(null)) {
            lines.readLine();
            lines.readLine();

            assertThat(lines.readLine()).isEqualTo(": still here");
        }
    }

    @Test
    void refusesListenersBeyondItsBound() throws Exception {
        try (BufferedReader first = listen(null);
                BufferedReader second = listen(null)) {
            assertThat(first.readLine()).isEqualTo(second.readLine());

            HttpResponse<String> third = client.send(request(null), HttpResponse.BodyHandlers.ofString());

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).contains("As many listen already as may: 2");
        }
    }

    @Test
    void endsItsStreamsWhenItGoes() throws Exception {
        try (BufferedReader lines = listen(null)) {
            lines.readLine();

            stream.close();

            assertThat(lines.lines().filter(line -> line.startsWith("id:"))).isEmpty();
            assertThat(feed.listeners).isEmpty();
        }
    }

    @Test
    void refusesAPlaceThatIsNone() throws Exception {
        assertThat(client.send(request("last"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsTheReportsOfARun() throws Exception {
        feed.publish(report(1, "t1"));
        feed.publish(report(2, "t2"));

        HttpResponse<String> one = client.send(at("/v1/learning/t1", null), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> none = client.send(at("/v1/learning/t9", null), HttpResponse.BodyHandlers.ofString());

        assertThat(one.body()).contains("learn_t1").doesNotContain("learn_t2");
        assertThat(none.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesSettingsOutOfTheirBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resource(Map.of("listeners", 0)))
                .withMessage("listeners must be in [1, 100], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resource(Map.of("heartbeat_seconds", 601)))
                .withMessage("heartbeat.seconds must be in [1, 600], got 601");
    }

    private BufferedReader listen(@Nullable String last) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(last), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpRequest request(@Nullable String last) {
        return at("/v1/learning/stream", last);
    }

    private HttpRequest at(String path, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
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

    private static TaskLearning report(long sequence, String task) {
        LearningStep step = new LearningStep(
                LearningStep.Stage.NO_LEARNING,
                LearningStep.Status.DONE,
                "Nothing learnt",
                "Nothing learnt, because nothing was said",
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
        return new TaskLearning(
                "learn_" + task,
                sequence,
                task,
                "nora",
                "Title",
                TraceStatus.COMPLETED,
                TaskLearning.Outcome.NOOP,
                Instant.EPOCH,
                "Summary",
                List.of(step),
                null,
                List.of());
    }

    /** Holds reports and who listens. */
    private static final class ListFeed implements LearningFeed {

        private final List<TaskLearning> reports = new CopyOnWriteArrayList<>();
        private final List<Consumer<TaskLearning>> listeners = new CopyOnWriteArrayList<>();

        void publish(TaskLearning report) {
            reports.add(report);
            listeners.forEach(listener -> listener.accept(report));
        }

        @Override
        public List<TaskLearning> of(Scope scope, String taskId) {
            return reports.stream()
                    .filter(report -> report.taskId().equals(taskId))
                    .toList();
        }

        @Override
        public List<TaskLearning> latest(Scope scope, int limit) {
            return reports.isEmpty() ? List.of() : List.of(reports.get(reports.size() - 1));
        }

        @Override
        public List<TaskLearning> after(Scope scope, long sequence, int limit) {
            return reports.stream()
                    .filter(report -> report.sequence() > sequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Following follow(Scope scope, Consumer<TaskLearning> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
