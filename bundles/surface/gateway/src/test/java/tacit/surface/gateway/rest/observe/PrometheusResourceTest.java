package tacit.surface.gateway.rest.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.autonomy.Approvals;
import tacit.api.experiment.Experiments;
import tacit.api.http.HttpProblem;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Page;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.HeardEvents;
import tacit.surface.gateway.RunningGateway;
import tacit.surface.gateway.Traffic;
import tacit.surface.gateway.rest.FakeCall;
import tacit.surface.gateway.rest.Replies;
import tacit.surface.gateway.rest.harness.ListGenerations;

class PrometheusResourceTest {

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)+})? (\\S+)");

    @TempDir
    Path data;

    private final Traffic traffic = new Traffic();

    private PrometheusResource resource(boolean open) {
        return new PrometheusResource(
                traffic, Configurations.of(PrometheusResource.Config.class, Map.of("open_on_loopback", open)));
    }

    @Test
    void countsCallsByTemplateAndStatusWithTheirTimes() throws Exception {
        PrometheusResource metrics = resource(false);
        RunningGateway gateway = new RunningGateway(data).with(traffic).with(metrics);
        try {
            gateway.send(get("/v1/openapi.json"));
            gateway.send(get("/v1/openapi.json"));
            gateway.send(get("/v1/openapi.json?x=1"));
            gateway.send(get("/nothing/here"));
            gateway.send(get("/metrics"));
        } finally {
            gateway.close();
        }

        Map<String, Double> samples = parsed(Replies.text(metrics.handle(new FakeCall())));

        String served = "method=\"GET\",route=\"/v1/openapi.json\"";
        assertThat(samples)
                .containsEntry("tacit_http_requests_total{" + served + ",status=\"200\"}", 2.0)
                .containsEntry("tacit_http_requests_total{" + served + ",status=\"400\"}", 1.0)
                .containsEntry("tacit_http_requests_total{method=\"(none)\",route=\"(none)\",status=\"404\"}", 1.0)
                .containsEntry("tacit_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"401\"}", 1.0)
                .containsEntry("tacit_http_request_duration_seconds_count{" + served + "}", 3.0)
                .containsEntry("tacit_http_request_duration_seconds_bucket{" + served + ",le=\"+Inf\"}", 3.0);
        assertThat(samples.get("tacit_http_request_duration_seconds_sum{" + served + "}"))
                .isPositive();
        List<Double> buckets = samples.entrySet().stream()
                .filter(sample -> sample.getKey().contains("_bucket{" + served))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(buckets).hasSize(14).isSorted();
    }

    @Test
    void tellsHowTheStagesAndTheProcessDo() {
        PrometheusResource metrics = resource(false);
        HeardEvents events = new HeardEvents();
        events.tell(Scope.ofDefaultWorkspace(), "trace.recorded", "t1", Map.of());
        metrics.events = events;
        metrics.generations = new ListGenerations();
        metrics.approvals = pages(Approvals.class);

        Map<String, Double> samples = parsed(Replies.text(metrics.handle(new FakeCall())));

        assertThat(samples)
                .containsEntry("tacit_events_told_total", 1.0)
                .containsEntry("tacit_events_forgotten_total", 0.0)
                .containsEntry("tacit_events_dropped_total", 0.0)
                .containsEntry("tacit_generation_active", 1.0)
                .containsEntry("tacit_generation_acts_total{act=\"promoted\"}", 1.0)
                .containsEntry("tacit_generation_acts_total{act=\"rolled_back\"}", 0.0)
                .containsEntry("tacit_approvals_waiting", 3.0)
                .containsKeys("jvm_memory_used_bytes{area=\"heap\"}", "jvm_threads_current", "process_uptime_seconds");
        assertThat(samples.keySet()).noneMatch(name -> name.startsWith("tacit_clusters"));
    }

    @Test
    void countsStatesOfEachWorkspace() {
        PrometheusResource metrics = resource(false);
        metrics.traces = new TwoWorkspaces().store();
        metrics.clusters = pages(FailureClusters.class);
        metrics.experiments = pages(Experiments.class);

        Map<String, Double> samples = parsed(Replies.text(metrics.handle(new FakeCall())));

        assertThat(samples)
                .containsEntry("tacit_traces", 14.0)
                .containsEntry("tacit_trace_outcomes{outcome=\"failure\"}", 4.0)
                .containsEntry("tacit_trace_outcomes{outcome=\"success\"}", 0.0)
                .containsEntry("tacit_learning_waiting", 0.0)
                .containsEntry("tacit_clusters{state=\"open\"}", 6.0)
                .containsEntry("tacit_experiments{state=\"passed_gate\"}", 6.0);
    }

    @Test
    void leavesOutWhatFails() {
        PrometheusResource metrics = resource(false);
        metrics.approvals = (Approvals) Proxy.newProxyInstance(
                Approvals.class.getClassLoader(), new Class<?>[] {Approvals.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("broken on purpose");
                });
        metrics.generations = new ListGenerations();

        Map<String, Double> samples = parsed(Replies.text(metrics.handle(new FakeCall())));

        assertThat(samples).containsKey("tacit_generation_active").doesNotContainKey("tacit_approvals_waiting");
    }

    @Test
    void needsATokenUnlessItIsOpenOnThisMachine() throws Exception {
        RunningGateway closed = new RunningGateway(data).with(resource(false));
        RunningGateway open = new RunningGateway(data).with(resource(true));
        try {
            assertThat(closed.send(get("/metrics")).status()).isEqualTo(401);
            assertThat(open.send(get("/metrics")).text()).contains("text/plain; version=0.0.4");
        } finally {
            closed.close();
            open.close();
        }
    }

    @Test
    void belongsToTheWholeHost() {
        assertThatThrownBy(() -> resource(false).handle(new FakeCall().in(Scope.ofWorkspace("shop"))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }

    @Test
    void escapesWhatStandsInLabels() {
        Exposition out = new Exposition();
        out.family("tacit_x", "gauge", "Two\nlines \\ here");
        out.sample("tacit_x", 0.25, List.of("name", "a\"b\\c\nd"));

        assertThat(out.text()).isEqualTo("""
                        # HELP tacit_x Two\\nlines \\\\ here
                        # TYPE tacit_x gauge
                        tacit_x{name="a\\"b\\\\c\\nd"} 0.25
                        """);
        assertThat(parsed(out.text())).hasSize(1);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** A service whose lists all have three rows. */
    private static <T> T pages(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> new Page<>(List.of(), 0, 3)));
    }

    /** Reads the text format strictly: families before their samples, each sample once. */
    private static Map<String, Double> parsed(String text) {
        assertThat(text).endsWith("\n");
        Map<String, Double> samples = new LinkedHashMap<>();
        String family = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("# TYPE ")) {
                family = line.split(" ", -1)[2];
            } else if (!line.isEmpty() && !line.startsWith("# HELP ")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).startsWith(family);
                String labels = sample.group(2) == null ? "" : sample.group(2);
                String value = sample.group(3).replace("+Inf", "Infinity");
                assertThat(samples.put(sample.group(1) + labels, Double.parseDouble(value)))
                        .as(line)
                        .isNull();
            }
        }
        return samples;
    }
}
