package tacit.surface.channels;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks over HTTP within a time and a size; redirects are not followed. Thread-safe. */
final class Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Object lock = new Object();
    private @Nullable HttpClient client;

    /** Says why there is no answer, without what was sent. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        Failed(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }

    /** An answer, with its body as text. */
    record Answer(int statusCode, boolean isJson, String body) {}

    // The timeout of a request ends with its headers, so the whole exchange has one, too
    Answer of(HttpRequest request, Duration patience, int mostBytes) throws Failed {
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, head -> new Bounded(mostBytes));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                    .isPresent();
            return new Answer(response.statusCode(), json, new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Failed("no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new Failed(name(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    private static String name(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    // It starts threads, so it waits until somebody needs it
    private HttpClient client() {
        synchronized (lock) {
            if (client == null) {
                client = HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(Redirect.NEVER)
                        .build();
            }
            return client;
        }
    }
}
