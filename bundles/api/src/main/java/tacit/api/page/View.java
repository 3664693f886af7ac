package tacit.api.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.access.Principal;

/** What somebody wants to see or to do. Confined to the request thread. */
@ProviderType
public interface View {

    /** Who looks; every question to a store carries its scope. */
    Principal principal();

    /**
     * The segments of the path after the panel's own, such as the id of a trace; empty for the panel itself. Of a form, those of the
     * page where it stood.
     */
    List<String> path();

    /** The first value of a query parameter, or of a field of the form; blank ones are empty. */
    Optional<String> parameter(String name);

    /** All values of a query parameter or of a field. */
    List<String> parameters(String name);

    /** Where a list begins: the parameter {@code offset}, 0 by default. A wrong one is answered with 400. */
    long offset();

    /** When the page is made, by the host's clock. */
    Instant now();
}
