package tacit.surface.gateway;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;

/** Reads and unpacks bodies within their bounds of size and time. Thread-safe. */
final class BodyReader {

    private final Clock clock;
    private final Duration time;

    BodyReader(Clock clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /**
     * Reads a body to its end.
     *
     * @param encoding the header Content-Encoding
     * @param length the header Content-Length; negative when not sent
     */
    byte[] read(InputStream in, @Nullable String encoding, long length, long limit) {
        if (length > limit) {
            throw tooLong(limit);
        }
        try {
            return bounded(unpacked(in, encoding), limit);
        } catch (ZipException | EOFException e) {
            throw new HttpProblem(400, "The body ends early or is not valid gzip");
        } catch (IOException e) {
            throw new HttpProblem(400, "The body could not be read to its end");
        }
    }

    private static InputStream unpacked(InputStream in, @Nullable String encoding) throws IOException {
        String name = encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in, 8192);
            default -> throw new HttpProblem(415, "Content-Encoding must be gzip or identity");
        };
    }

    private byte[] bounded(InputStream in, long limit) throws IOException {
        Instant deadline = clock.instant().plus(time);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            body.write(part, 0, count);
            if (body.size() > limit) {
                throw tooLong(limit);
            }
            if (clock.instant().isAfter(deadline)) {
                throw new HttpProblem(408, "The body did not arrive within " + time.toSeconds() + " s");
            }
        }
        return body.toByteArray();
    }

    private static HttpProblem tooLong(long limit) {
        return new HttpProblem(413, "The body must have at most " + limit + " bytes after unpacking");
    }
}
