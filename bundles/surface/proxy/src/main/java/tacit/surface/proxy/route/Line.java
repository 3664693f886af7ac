package tacit.surface.proxy.route;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to one upstream, and the few threads that serve them, which end when nobody needs them. Thread-safe. */
final class Line implements AutoCloseable {

    private static final int THREADS = 2;

    private final Object lock = new Object();
    private final String name;
    private final Duration connect;
    private final boolean encrypted;
    private @Nullable HttpClient client;
    private @Nullable ThreadPoolExecutor threads;
    private boolean closed;

    Line(String name, Duration connect, boolean encrypted) {
        this.name = name;
        this.connect = connect;
        this.encrypted = encrypted;
    }

    CompletableFuture<HttpResponse<Chunks>> send(HttpRequest request) {
        return client().sendAsync(request, head -> new Chunks());
    }

    // It starts threads, so it waits until somebody needs it
    private HttpClient client() {
        synchronized (lock) {
            if (closed) {
                throw new RejectedExecutionException("it is not configured any more");
            }
            if (client == null) {
                threads = threads();
                client = HttpClient.newBuilder()
                        .connectTimeout(connect)
                        .followRedirects(Redirect.NEVER)
                        // Not all servers of models bear to be asked for another version in clear text
                        .version(encrypted ? Version.HTTP_2 : Version.HTTP_1_1)
                        .executor(threads)
                        .build();
            }
            return client;
        }
    }

    private ThreadPoolExecutor threads() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "tacit-proxy-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Takes no more calls; those under way break off. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (threads != null) {
                threads.shutdownNow();
            }
            client = null;
        }
    }
}
