package tacit.surface.proxy.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer whose head and first chunk have come. Confined to one thread. */
public final class Answered {

    /** More of an answer is not kept while others are asked. */
    private static final int MOST_HELD = 1 << 16;

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final Duration idle;
    private final Chunks chunks;
    private byte @Nullable [] first;
    private boolean held;

    Answered(
            int status,
            String contentType,
            Map<String, String> headers,
            Duration idle,
            Chunks chunks,
            byte @Nullable [] first) {
        this.status = status;
        this.contentType = contentType;
        this.headers = Map.copyOf(headers);
        this.idle = idle;
        this.chunks = chunks;
        this.first = first;
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    /** Those that may be passed on. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Whether somebody else may do better. */
    boolean isTransient() {
        return status == 429 || status >= 500;
    }

    /** The next chunk; null at the end. Throws when the upstream broke off or fell silent. */
    public byte @Nullable [] next() throws IOException {
        byte[] now = first;
        first = null;
        return now != null || held ? now : chunks.next(idle);
    }

    /** Takes the whole body now, as far as it is short, and lets go of the upstream. */
    void hold() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (byte[] chunk = next(); chunk != null && all.size() < MOST_HELD; chunk = next()) {
                all.write(chunk);
            }
        } catch (IOException e) {
            // What came of it is all that there is
            held = true;
        }
        cancel();
        held = true;
        first = all.size() == 0 ? null : all.toByteArray();
    }

    /** Wants no more. */
    public void cancel() {
        chunks.cancel();
    }
}
