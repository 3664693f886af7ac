package tacit.surface.proxy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpResource;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceFilter;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.http.ResourceServer;
import tacit.surface.proxy.route.Upstream;
import tacit.surface.proxy.route.Upstreams;

/** The whole proxy before scripted upstreams, behind a real server, over a real store of traces. */
final class Rig implements AutoCloseable {

    static final String KEY = "sk-upstream-0123456789abcdef";

    final FakeContexts memory = new FakeContexts();
    final ListEvents events = new ListEvents();
    final SqlTraceStore traces;
    final GivenContexts contexts;
    final Records records;
    final ResourceServer server;

    private final Upstreams upstreams = new Upstreams();
    private final List<Upstream> opened = new ArrayList<>();
    private final TestDatabase database;
    private final HttpClient client = HttpClient.newHttpClient();

    Rig() throws IOException {
        this(Map.of());
    }

    /** @param settings of the contexts, the records and the proxy, by the names of their methods */
    Rig(Map<String, ?> settings) throws IOException {
        database = Engine.HSQLDB.open();
        traces = new SqlTraceStore(database.database());
        BoundedIngest ingest = new BoundedIngest(
                traces, new PatternRedactor(), Configurations.of(BoundedIngest.Config.class, Map.of()));
        contexts = new GivenContexts(Clock.systemUTC(), Configurations.of(GivenContexts.Config.class, settings));
        contexts.contexts = memory;
        records = new Records(ingest, Clock.systemUTC(), Configurations.of(Records.Config.class, settings));
        records.events = events;
        Proxy proxy = new Proxy(
                upstreams, contexts, records, Clock.systemUTC(), Configurations.of(Proxy.Config.class, settings));
        server = ResourceServer.of(
                Map.of(
                        "team", principal("team", null),
                        "ann", principal("ann", "ann"),
                        "bob", principal("bob", "bob")),
                resources(proxy));
    }

    private static HttpResource[] resources(Proxy proxy) {
        return new HttpResource[] {
            new ChatCompletionsResource(proxy),
            new ResponsesResource(proxy),
            new EmbeddingsResource(proxy),
            new ModelsResource(proxy),
            new OneModelResource(proxy),
            new MessagesResource(proxy),
            new TokensResource(proxy)
        };
    }

    private static Principal principal(String name, String user) {
        return new Principal(name, AccessRole.AGENT, new Scope("default", user));
    }

    /** Configures an upstream with a key. */
    Upstream upstream(String name, ScriptedUpstream server, String kind, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("url", server.address() + (kind.equals("openai") ? "/v1" : ""));
        values.put("kind", kind);
        values.put("key_environment", "THE_KEY");
        values.putAll(more);
        return upstream(values);
    }

    Upstream upstream(Map<String, ?> values) {
        Upstream upstream = new Upstream(Configurations.of(Upstream.Config.class, values), Map.of("THE_KEY", KEY));
        opened.add(upstream);
        upstreams.bind(upstream);
        return upstream;
    }

    HttpResponse<String> post(String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri().resolve(path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** All that is kept, once all is written; nothing more is taken then. */
    List<RecordedTrace> kept() {
        records.close();
        Scope scope = Scope.ofDefaultWorkspace();
        return traces.list(scope, TraceFilter.ALL, PageRequest.first(100)).rows().stream()
                .map(trace -> traces.find(scope, trace.id()).orElseThrow())
                .toList();
    }

    /** The one span of a model that is kept. */
    static Span chat(RecordedTrace trace) {
        return trace.spans().stream()
                .filter(span -> !span.operation().equals("retrieval"))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that is kept, as text. */
    String allText() {
        return kept().toString();
    }

    @Override
    public void close() {
        server.close();
        records.close();
        contexts.close();
        opened.forEach(Upstream::close);
        database.close();
    }
}
