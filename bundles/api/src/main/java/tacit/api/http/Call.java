package tacit.api.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.access.Principal;

/** One request. Confined to the request thread. */
@ProviderType
public interface Call {

    /** Who asks; for a resource without a role, and for OTLP where no token is asked for, a holder of AGENT rights. */
    Principal principal();

    /** The values of the segments in braces, by name. */
    Map<String, String> pathParameters();

    /** The values of the query, by name, in order. */
    Map<String, List<String>> query();

    /** The first value of a query parameter. */
    default Optional<String> parameter(String name) {
        return Optional.ofNullable(query().get(name))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0));
    }

    /** The first value of a header, whatever the case of its name. */
    Optional<String> header(String name);

    /** The media type of the body, in lower case and without parameters; empty when none was sent. */
    Optional<String> contentType();

    /** Whether it came over TLS. */
    default boolean secure() {
        return false;
    }

    /** The body after unpacking ({@code Content-Encoding: gzip}), within the resource's limit; empty when none was sent. */
    byte[] body();
}
