package tacit.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests with the token and reads answers as JSON. Thread-safe. */
final class Wire {

    private final HttpClient http;
    private final Supplier<String> token;
    private final Duration timeout;

    Wire(Supplier<String> token, Duration connectTimeout, Duration timeout) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.token = token;
        this.timeout = timeout;
    }

    /**
     * The answer of a request.
     *
     * @param body null for none
     * @throws TacitException when there is no answer, or one that is no success
     */
    Map<String, Object> send(String method, URI uri, @Nullable String body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(timeout).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return answer(method, request.build());
    }

    private Map<String, Object> answer(String method, HttpRequest request) {
        String what = method + " " + request.uri().getPath();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new TacitException(
                        response.statusCode(),
                        "Cannot " + what + ": " + response.statusCode() + " " + detail(response.body()));
            }
            return response.body().isBlank() ? Map.of() : Json.parseObject(response.body());
        } catch (IOException e) {
            throw new TacitException("Cannot " + what + ": " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TacitException("Cannot " + what + ": interrupted", e);
        } catch (IllegalArgumentException e) {
            throw new TacitException("Cannot " + what + ": the answer is no JSON", e);
        }
    }

    private static String detail(String body) {
        try {
            return Fields.textOr(Json.parseObject(body), "detail", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
