package tacit.surface.proxy.trace;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.trace.TraceUpdate;

/**
 * Writes traces behind the answers, one after the other, on a thread of its own. What does not fit is counted and said in the log.
 * Thread-safe.
 */
public final class TraceQueue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TraceQueue.class);

    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 5;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private final CallTrace traces;
    private final TraceIngest ingest;
    private final BlockingQueue<Call> waiting;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread = new Thread(this::run, "tacit-proxy-traces");
    private volatile boolean open = true;
    private volatile boolean abandoned;

    /**
     * Starts it.
     *
     * @param most requests that wait
     * @param mostBytes of them all
     */
    public TraceQueue(TraceIngest ingest, int most, long mostBytes) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        this.traces = new CallTrace(json);
        this.ingest = ingest;
        this.waiting = new LinkedBlockingQueue<>(most);
        this.mostBytes = mostBytes;
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a request to be written soon; answers whether there was room. Never waits. */
    public boolean offer(Call call) {
        long weight = call.weight();
        long held = bytes.addAndGet(weight);
        if (open && held <= mostBytes && waiting.offer(call)) {
            return true;
        }
        bytes.addAndGet(-weight);
        lose("the queue of traces is full");
        return false;
    }

    private void lose(String reason) {
        long count = lost.incrementAndGet();
        // The first one, and then ever more seldom
        if (Long.bitCount(count) == 1) {
            log.warn("{} traces of requests to models are lost so far: {}", count, reason);
        }
    }

    /** How many requests could not be kept, since the start. */
    public long lost() {
        return lost.get();
    }

    private void run() {
        try {
            while (!abandoned && (open || !waiting.isEmpty())) {
                Call call = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (call != null) {
                    keep(call);
                    bytes.addAndGet(-call.weight());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Call call) throws InterruptedException {
        TraceUpdate update;
        try {
            update = traces.of(call);
        } catch (RuntimeException e) {
            lose(e.getClass().getName());
            return;
        }
        for (int attempt = 1; !written(call, update); attempt++) {
            if (attempt == ATTEMPTS) {
                lose("the store cannot be written");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() * attempt);
        }
    }

    private boolean written(Call call, TraceUpdate update) {
        try {
            IngestReceipt receipt = ingest.ingest(call.caller().scope(), List.of(update));
            if (!receipt.rejected().isEmpty()) {
                lose("refused: " + receipt.rejected().get(0).reason());
            }
            return true;
        } catch (RuntimeException e) {
            log.debug("A trace could not be written: {}", e.getClass().getName());
            return false;
        }
    }

    /** Takes nothing more, and waits a while until all is written that was taken. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(LAST_WORK.toMillis());
            if (thread.isAlive()) {
                log.warn("{} traces of requests to models were not written before the end", waiting.size());
                // An interrupt would close the files of the database
                abandoned = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
