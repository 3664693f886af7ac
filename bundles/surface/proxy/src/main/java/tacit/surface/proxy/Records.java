package tacit.surface.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.event.Events;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.ingest.TraceIngest;
import tacit.surface.proxy.route.Route;
import tacit.surface.proxy.trace.Call;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.trace.Capture;
import tacit.surface.proxy.trace.Given;
import tacit.surface.proxy.trace.TraceQueue;
import tacit.surface.proxy.wire.RequestScan;

/** Names each request, tells of its route, and has its trace written when it is over. Thread-safe. */
@Component(service = Records.class)
@Designate(ocd = Records.Config.class)
public final class Records {

    /** How much waits to be written. */
    @ObjectClassDefinition(name = "Tacit proxy: traces")
    public @interface Config {

        @AttributeDefinition(name = "Queue", description = "Requests that may wait to be written, in [1, 100000]")
        int queue() default 512;

        @AttributeDefinition(name = "Queued bytes", description = "Of all that wait, in [65536, 1073741824]")
        long queue_bytes() default 64L << 20;

        @AttributeDefinition(
                name = "Answer bytes",
                description = "Of an answer that are looked at, and 65,536 of its end, in [1024, 67108864]")
        int answer_bytes() default 2 << 20;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Generations generations;

    private final Clock clock;
    private final TraceQueue queue;
    private final int answerBytes;

    @Activate
    public Records(@Reference TraceIngest ingest, @Reference Clock clock, Config config) {
        this.clock = clock;
        answerBytes = (int) within("answer.bytes", config.answer_bytes(), 1024, 64 << 20);
        queue = new TraceQueue(
                ingest,
                (int) within("queue", config.queue(), 1, 100_000),
                within("queue.bytes", config.queue_bytes(), 1 << 16, 1 << 30));
    }

    private static long within(String setting, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    @Deactivate
    public void close() {
        queue.close();
    }

    /** How many requests could not be kept. */
    long lost() {
        return queue.lost();
    }

    Capture capture() {
        return new Capture(answerBytes);
    }

    Instant now() {
        return clock.instant();
    }

    /** Requests of one session since the same words of its user are one trace; without a session each is its own. */
    void asked(Story story, Caller caller, RequestScan scan, Given given) {
        String span = hex(UUID.randomUUID().toString(), 8);
        String turn = Turn.of(caller, scan);
        String trace = turn == null ? hex("request " + UUID.randomUUID(), 16) : hex(turn, 16);
        story.asked(trace, span, caller, scan.model(), given, generation());
    }

    private @Nullable String generation() {
        Generations known = generations;
        return known == null
                ? null
                : known.active().map(Generation::number).map(String::valueOf).orElse(null);
    }

    void routed(Story story, Route route) {
        story.routed(route);
        Events told = events;
        Caller caller = story.caller();
        if (told != null && caller != null && story.wire().isRecorded()) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("upstream", route.name());
            facts.put("reason", route.reason());
            facts.put("attempts", String.valueOf(route.attempts()));
            facts.put("millis", String.valueOf(millis(story)));
            told.tell(caller.scope(), "route.chosen", story.traceId(), facts);
        }
    }

    private long millis(Story story) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - story.beganNanos());
    }

    void unanswered(Story story, int status) {
        over(story, status, "", new Capture(0), Call.End.UNANSWERED);
    }

    /** Has the trace of a request written soon. */
    void over(Story story, int status, String contentType, Capture answer, Call.End end) {
        Call call = story.over(status, contentType, answer, end, clock.instant());
        if (call != null && call.wire().isRecorded()) {
            queue.offer(call);
        }
    }

    private static String hex(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: SHA-256 is missing", e);
        }
    }
}
