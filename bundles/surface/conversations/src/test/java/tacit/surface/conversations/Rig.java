package tacit.surface.conversations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.http.ResourceServer;

/** The resources over a real store, asked by HTTP; tokens are {@code all}, {@code nora}, {@code omar}, {@code other}, {@code reader}. */
final class Rig implements AutoCloseable {

    static final int MOST_MESSAGES = 40;
    static final int MOST_CONVERSATIONS = 20;

    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final SqlConversations store;
    private final ResourceServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Rig(Database database) throws IOException {
        store = new SqlConversations(database, clock, new FixedConfig(MOST_MESSAGES, MOST_CONVERSATIONS));
        server = ResourceServer.of(
                Map.of(
                        "all", principal("default", null),
                        "nora", principal("default", "nora"),
                        "omar", principal("default", "omar"),
                        "other", principal("other", null)),
                new ConversationsResource(store),
                new ConversationResource(store),
                new ConversationSaveResource(store, new PatternRedactor()),
                new ConversationDeleteResource(store, audit));
    }

    private static Principal principal(String workspace, String user) {
        return new Principal("agent-of-" + workspace, AccessRole.AGENT, new Scope(workspace, user));
    }

    HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(request(token, path).GET());
    }

    HttpResponse<String> delete(String token, String path) throws IOException, InterruptedException {
        return send(request(token, path).DELETE());
    }

    HttpResponse<String> put(String token, String path, String body) throws IOException, InterruptedException {
        return send(
                request(token, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        server.close();
    }
}
