package tacit.runtime.harness.activation.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tacit.api.learn.FailureTemplates;

/** Answers with the word in its bundle, or misbehaves in the way that stands there. */
public final class Sample implements FailureTemplates {

    /** Where a test leaves the latch that hanging code waits for. */
    public static final String GATE = "tacit.test.gate";

    private final AtomicInteger calls = new AtomicInteger();
    private final String mood = text("mood.txt");
    private final String word = text("word.txt");
    private volatile String prefix = "";
    private volatile Clock clock;
    private volatile boolean closed;

    public void bindClock(Clock given) {
        clock = given;
    }

    public void unbindClock(Clock given) {
        // it is told a new one first
    }

    public void activate(Map<String, Object> settings) {
        if (mood.equals("throws at activation")) {
            throw new IllegalStateException("no mood to be active");
        }
        prefix = String.valueOf(settings.getOrDefault("prefix", ""));
    }

    public void deactivate() {
        closed = true;
    }

    @Override
    public String template(String message, String input) {
        if (closed) {
            throw new IllegalStateException("asked after it was deactivated");
        }
        int call = calls.incrementAndGet();
        switch (mood) {
            case "throws" -> throw new IllegalArgumentException("no answer to this");
            case "moody" -> {
                return word + call;
            }
            case "hangs" -> await();
            case "throws on private" -> throwOn(message);
            case "hangs on purpose" -> awaitIf(message.equals("wait"));
            case "tells the time" -> {
                return word + clock.instant();
            }
            case "throws when live" -> throwOn(call);
            default -> {
                return prefix + word;
            }
        }
        return prefix + word;
    }

    /** The first two calls are those of the probe. */
    private static void throwOn(int call) {
        if (call > 2) {
            throw new IllegalStateException("it was all right before");
        }
    }

    private static void throwOn(String message) {
        if (message.contains("private")) {
            throw new IllegalArgumentException("cannot take " + message);
        }
    }

    private static void awaitIf(boolean asked) {
        if (asked) {
            await();
        }
    }

    /** Waits until the test opens the gate. */
    static void await() {
        try {
            ((CountDownLatch) System.getProperties().get(GATE)).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What stands in a file of the bundle. */
    static String text(String file) {
        try (InputStream content = Sample.class.getResourceAsStream("/" + file)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "'", e);
        }
    }
}
