package tacit.memory.external.supermemory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Exchange.Answer;

/** Sends requests to one address, each within its time, and to nobody else: redirects are not followed. Thread-safe. */
final class Connection {

    static final Duration USUAL = Duration.ofSeconds(5);
    static final Duration BACKGROUND = Duration.ofSeconds(10);
    static final Duration CHECK = Duration.ofSeconds(8);

    private static final int MOST_BYTES = 1 << 20;
    private static final int NOT_FOUND = 404;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final Key key;
    private final Breaker breaker;
    private final Exchange exchange = new Exchange();

    /**
     * @param base where the service is, without a slash at its end
     * @param clock by which failures are counted
     */
    Connection(URI base, Key key, Clock clock) {
        this.base = base;
        this.key = key;
        this.breaker = new Breaker(clock);
    }

    Optional<Instant> pausedUntil() {
        return breaker.openUntil();
    }

    /** What the service answers. */
    JsonNode post(String path, Object body, Duration timeout) {
        return send("POST", path, body, timeout)
                .orElseThrow(() -> new IllegalStateException("The service answered 404"));
    }

    /** Deletes something; what is not there counts as deleted. */
    void delete(String path, @Nullable Object body, Duration timeout) {
        send("DELETE", path, body, timeout);
    }

    private Optional<JsonNode> send(String method, String path, @Nullable Object body, Duration timeout) {
        breaker.openUntil().ifPresent(until -> {
            throw new IllegalStateException("The service failed too often; it is asked again from " + until);
        });
        try {
            Answer response = exchange(request(method, path, body, timeout), timeout);
            return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(answer(response));
        } catch (IOException e) {
            breaker.failed();
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(Answer response) throws IOException {
        int status = response.statusCode();
        if (status >= 400 && status < 500 && !isTrouble(status)) {
            throw new IllegalStateException("The service answered " + status);
        }
        if (status < 200 || status >= 300) {
            throw new IOException("The service answered " + status);
        }
        return response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
    }

    /** What another request would meet as well. */
    private static boolean isTrouble(int status) {
        return status == 401 || status == 402 || status == 403 || status == TIMED_OUT || status == TOO_MANY;
    }

    private HttpRequest request(String method, String path, @Nullable Object body, Duration timeout)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Authorization", key.authorization())
                .header("Accept", "application/json");
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
    }

    private Answer exchange(HttpRequest request, Duration timeout) throws IOException {
        try {
            return exchange.of(request, timeout, MOST_BYTES);
        } catch (Exchange.Failed e) {
            throw new IOException("The service cannot be reached: " + e.getMessage(), e);
        }
    }
}
