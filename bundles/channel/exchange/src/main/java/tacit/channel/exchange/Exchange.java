package tacit.channel.exchange;

import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks over HTTP within a time and a size; redirects are not followed. Thread-safe. */
public final class Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Object lock = new Object();
    private @Nullable HttpClient client;

    /** Says why there is no answer, without what was sent. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        Failed(String words, @Nullable Throwable cause) {
            super(words, cause);
        }

        /** Whether nobody was reached, so that nobody can have taken what was to be sent. */
        public boolean unreached() {
            for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof UnresolvedAddressException) {
                    return true;
                }
            }
            return false;
        }
    }

    /** An answer, with its body as text. */
    public record Answer(int statusCode, boolean isJson, String body) {}

    /** An address of HTTP, without credentials in it. */
    public static String address(String address) {
        URI uri = uri(address);
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("address must be one of http or https without credentials");
        }
        return address;
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            // The cause would quote the credentials that may stand in it
            throw new IllegalArgumentException("address must be one of http or https without credentials");
        }
    }

    /** Asks once. The timeout of a request ends with its headers, so the whole exchange has one, too. */
    public Answer of(HttpRequest request, Duration patience, int mostBytes) throws Failed {
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
