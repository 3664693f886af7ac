package tacit.surface.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

/**
 * Has what a caller names by a key done once: the same question again is answered as the first was. In memory only, so a host
 * that was started anew knows no keys. Thread-safe.
 */
@Component(service = Replays.class)
@Designate(ocd = Replays.Config.class)
public final class Replays {

    static final String HEADER = "Idempotency-Key";

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_ANSWER = 256 << 10;
    private static final long MOST_BYTES = 32L << 20;

    /** Of these the next try may end otherwise. */
    private static final Set<Integer> PASSING = Set.of(408, 429);

    /** How many answers are kept, and how long. */
    @ObjectClassDefinition(name = "Tacit idempotency keys")
    public @interface Config {

        @AttributeDefinition(
                name = "Kept",
                description = "How many answers are kept for their keys, in [1, 1000000], within 32 MiB in all",
                min = "1",
                max = "1000000")
        int kept() default 10_000;

        @AttributeDefinition(
                name = "Hours",
                description = "How long an answer is kept for its key, in [1, 720]",
                min = "1",
                max = "720")
        int hours() default 24;
    }

    /**
     * What is asked, as two hashes.
     *
     * @param place of who asks, where, and by which key
     * @param content of what is asked there
     */
    record Asked(String place, String content) {}

    private record Kept(String content, Reply answer, int bytes, Instant until) {}

    private final Clock clock;
    private final int most;
    private final Duration age;
    private final Object lock = new Object();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private long bytes;

    @Activate
    public Replays(@Reference Clock clock, Config config) {
        this.clock = clock;
        this.most = within("kept", config.kept(), 1_000_000);
        this.age = Duration.ofHours(within("hours", config.hours(), 720));
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    /**
     * The answer that was given before, or that of the work.
     *
     * @throws HttpProblem 422 for another question under the same key, 409 while the first is under way
     */
    Reply answer(Asked asked, Supplier<Reply> work) {
        synchronized (lock) {
            dropOld();
            Kept before = kept.get(asked.place());
            if (before != null) {
                return replayed(before, asked);
            }
            if (!underWay.add(asked.place())) {
                throw new HttpProblem(409, "The first call with this " + HEADER + " is still under way");
            }
        }
        try {
            return remembered(asked, done(work));
        } finally {
            synchronized (lock) {
                underWay.remove(asked.place());
            }
        }
    }

    private static Reply replayed(Kept before, Asked asked) {
        if (!before.content().equals(asked.content())) {
            throw new HttpProblem(422, "This " + HEADER + " was used with another body or query");
        }
        return before.answer();
    }

    /** What the caller did wrong is an answer too; what the host did wrong is not. */
    private static Reply done(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (HttpProblem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            return Problem.of(problem).reply();
        }
    }

    private Reply remembered(Asked asked, Reply reply) {
        if (reply.status() >= 500 || PASSING.contains(reply.status()) || !isWhole(reply)) {
            return reply;
        }
        byte[] body = bytes(reply);
        boolean tooLong = body.length > LONGEST_ANSWER;
        Reply later = tooLong
                ? Problem.of(409, "This was done; its answer was too long to be kept for the " + HEADER)
                        .reply()
                : of(reply, body);
        keep(asked, again(later), tooLong ? 0 : body.length);
        return of(reply, body);
    }

    /** Streams are not kept. */
    private static boolean isWhole(Reply reply) {
        return reply.contentType().startsWith("application/json")
                || reply.contentType().startsWith(Problem.CONTENT_TYPE);
    }

    private static byte[] bytes(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write an answer", e);
        }
        return out.toByteArray();
    }

    private static Reply of(Reply reply, byte[] body) {
        return new Reply(reply.status(), reply.contentType(), reply.headers(), out -> out.write(body));
    }

    private static Reply again(Reply reply) {
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put(REPLAYED, "true");
        return new Reply(reply.status(), reply.contentType(), headers, reply.body());
    }

    private void keep(Asked asked, Reply answer, int length) {
        synchronized (lock) {
            kept.put(
                    asked.place(),
                    new Kept(asked.content(), answer, length, clock.instant().plus(age)));
            bytes += length;
            dropOld();
        }
    }

    /** The oldest stand first. */
    private void dropOld() {
        Instant now = clock.instant();
        Iterator<Kept> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            Kept next = oldest.next();
            if (kept.size() <= most && bytes <= MOST_BYTES && next.until().isAfter(now)) {
                return;
            }
            oldest.remove();
            bytes -= next.bytes();
        }
    }
}
