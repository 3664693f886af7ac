package tacit.api.http;

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
     * Answers one call.
     *
     * @throws HttpProblem to answer with an error; any other exception becomes a 500 without its message
     */
    Reply handle(Call call);
}
