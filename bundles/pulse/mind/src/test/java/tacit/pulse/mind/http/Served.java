package tacit.pulse.mind.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpResource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.access.SqlAuditLog;
import tacit.surface.access.StoredTokens;
import tacit.surface.gateway.Gateway;
import tacit.surface.gateway.GatewayServlet;

/** Resources behind the real gateway with real tokens, called over a socket. */
final class Served {

    private final Server server = new Server(new QueuedThreadPool(16));
    private final HttpClient client = HttpClient.newHttpClient();
    private final StoredTokens tokens;
    private final int port;
    private final List<HttpResource> resources;
    private int made;

    Served(Database database, Path data, List<HttpResource> resources) throws Exception {
        this.resources = List.copyOf(resources);
        Clock clock = Clock.systemUTC();
        tokens = new StoredTokens(
                database,
                new SqlAuditLog(database, clock),
                clock,
                Configurations.of(StoredTokens.Config.class, Map.of("data_directory", data.toString())));
        Gateway gateway = new Gateway(Configurations.of(
                Gateway.Config.class, Map.of("data_directory", data.toString(), "api_port", 0, "otlp_port", 0)));
        GatewayServlet servlet = new GatewayServlet(gateway, tokens, clock);
        resources.forEach(resource -> servlet.bindResource(resource, Map.of()));
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), "/*");
        server.setHandler(context);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
        port = connector.getLocalPort();
    }

    /** A new token. */
    String token(AccessRole role, String workspace, @Nullable String user) {
        made++;
        return tokens.create(new Principal("t" + made, role, new Scope(workspace, user)), "test");
    }

    HttpResponse<String> get(String token, String path) {
        return send(token, path, null);
    }

    HttpResponse<String> post(String token, String path, String body) {
        return send(token, path, body);
    }

    private HttpResponse<String> send(String token, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            Conformance.heard(resources, body == null ? "GET" : "POST", path, answer.statusCode(), type, answer.body());
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void close() throws Exception {
        server.stop();
    }
}
