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
     * Reads a body to its end; one that is refused by its head is not opened.
     *
     * @param encoding the header Content-Encoding
     */
    byte[] read(IncomingBody body, @Nullable String encoding, long limit) throws IOException {
        if (body.length() > limit) {
            throw tooLong(limit);
        }
        boolean packed = packed(encoding);
        return read(body.open(), packed, limit);
    }

    byte[] read(InputStream in, boolean packed, long limit) {
        try {
            return bounded(packed ? new GZIPInputStream(in, 8192) : in, limit);
        } catch (ZipException | EOFException e) {
            throw new HttpProblem(400, "The body ends early or is not valid gzip");
        } catch (IOException e) {
            throw new HttpProblem(400, "The body could not be read to its end");
        }
    }

    private static boolean packed(@Nullable String encoding) {
        String name = encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
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
