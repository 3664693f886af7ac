package tacit.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.access.AccessRole;

/**
 * One method of one path. Registered as a service with the property {@link #LISTENER} when it belongs to another port than
 * the API's. Stateless and thread-safe; called on a request thread.
 */
@ConsumerType
public interface HttpResource {

    /** The service property that names the port: {@link #API} (the default) or {@link #OTLP}. */
    String LISTENER = "tacit.listener";

    /** The port of the API, 7717 by default. */
    String API = "api";

    /** The port for OTLP exporters, 4318 by default. */
    String OTLP = "otlp";

    /** The HTTP method, in capitals. */
    String method();

    /** The path; a segment in braces, such as {@code /v1/traces/{id}}, matches any one segment. */
    String path();

    /** The role that a caller needs; empty for everybody. */
    Optional<AccessRole> role();

    /** The longest body that is accepted, in bytes after unpacking; a longer one is answered with 413. */
    default long maxBodyBytes() {
        return 1 << 20;
    }

    /**
     * What the OpenAPI document says of this resource and of others beside it: a JSON object whose {@code operations} hold, by
     * method and path such as {@code GET /v1/traces/{id}}, an operation object each, and whose {@code schemas} are what those
     * refer to as {@code #/components/schemas/NAME}. By default the file {@code openapi.json} in the package of the class;
     * empty for none.
     */
    default Optional<String> description() {
        try (InputStream file = getClass().getResourceAsStream("openapi.json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read openapi.json beside " + getClass(), e);
        }
    }

    /**
     * Answers one call.
     *
     * @throws HttpProblem to answer with an error; any other exception becomes a 500 without its message
     */
    Reply handle(Call call);
}
