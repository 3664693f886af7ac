package tacit.runtime.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/**
 * Serves resources to real HTTP clients on a free port of this machine, where the gateway would be too much. Tokens are the names
 * of principals. Thread-safe.
 */
public final class ResourceServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpResource> resources;
    private final Map<String, Principal> tokens;

    private ResourceServer(List<? extends HttpResource> resources, Map<String, Principal> tokens) throws IOException {
        this.resources = List.copyOf(resources);
        this.tokens = Map.copyOf(tokens);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts a server; the tokens say who holds which. */
    public static ResourceServer of(Map<String, Principal> tokens, HttpResource... resources) throws IOException {
        return new ResourceServer(List.of(resources), tokens);
    }

    /** Where it listens, without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            boolean empty = reply.status() == 204 || reply.contentType().isBlank();
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : 0);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    reply.body().writeTo(out);
                }
            }
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            return handled(exchange);
        } catch (HttpProblem problem) {
            String text = "{\"status\":" + problem.status() + ",\"detail\":\""
                    + String.valueOf(problem.getMessage()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            return Reply.bytes(problem.status(), "application/problem+json", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Reply handled(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        boolean known = false;
        for (HttpResource resource : resources) {
            Map<String, String> parameters = match(resource.path(), path);
            if (parameters != null && resource.method().equals(exchange.getRequestMethod())) {
                if (body.length > resource.maxBodyBytes()) {
                    throw new HttpProblem(413, "The body is too long");
                }
                return resource.handle(new Exchanged(exchange, principal(exchange, resource), parameters, body));
            }
            known |= parameters != null;
        }
        throw new HttpProblem(known ? 405 : 404, known ? "Another method" : "Nothing is served at this path");
    }

    private Principal principal(HttpExchange exchange, HttpResource resource) {
        String header = shown(exchange);
        Principal caller = header == null ? null : tokens.get(header.replaceFirst("(?i)^bearer ", ""));
        if (resource.role().isEmpty() && header == null) {
            return new Principal("anybody", AccessRole.AGENT, Scope.ofDefaultWorkspace());
        }
        if (caller == null) {
            throw new HttpProblem(401, "The token is not known here");
        }
        if (resource.role().isPresent()
                && !caller.role().includes(resource.role().get())) {
            throw new HttpProblem(403, "Another role is needed");
        }
        return caller;
    }

    // As the gateway takes them
    private static @Nullable String shown(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? exchange.getRequestHeaders().getFirst("x-api-key") : header;
    }

    private static @Nullable Map<String, String> match(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return null;
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class Exchanged implements Call {

        private final HttpExchange exchange;
        private final Principal principal;
        private final Map<String, String> pathParameters;
        private final byte[] body;

        Exchanged(HttpExchange exchange, Principal principal, Map<String, String> pathParameters, byte[] body) {
            this.exchange = exchange;
            this.principal = principal;
            this.pathParameters = pathParameters;
            this.body = body;
        }

        @Override
        public Principal principal() {
            return principal;
        }

        @Override
        public Map<String, String> pathParameters() {
            return pathParameters;
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        @Override
        public Map<String, List<String>> query() {
            Map<String, List<String>> values = new LinkedHashMap<>();
            String query = exchange.getRequestURI().getRawQuery();
            for (String pair : query == null ? new String[0] : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
            return values;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        @Override
        public Optional<String> contentType() {
            return header("Content-Type")
                    .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
        }
    }
}
