package tacit.api.ingest;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Reads one file format. Registered as a service; a dropped-in bundle adds a format by registering one more.
 *
 * <p>Stateless and thread-safe: several files may be read at once.
 */
@Role(value = "trace-source", many = true)
@ConsumerType
public interface TraceSource {

    /** The name for {@code --format}: lower case letters, digits and hyphens. */
    String format();

    /** What the format is, in one line, for the list of formats. */
    String description();

    /**
     * How surely the beginning of a file is in this format, by its content and never by its name alone.
     *
     * @return 0 when it is not, up to 1 when nothing else could look like this
     */
    double recognises(Sample sample);

    /**
     * Reads a file from its beginning to its end and passes on each trace as soon as it is complete.
     *
     * <p>A bad record is refused through the sink, and reading goes on behind it where the format allows. A source never
     * redacts, bounds or stores: ingest does.
     *
     * @throws IOException when the file cannot be read further; what was passed on before stays valid
     */
    void read(TraceFile file, TraceSink sink) throws IOException;
}
