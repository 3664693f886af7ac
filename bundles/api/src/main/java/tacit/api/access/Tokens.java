package tacit.api.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Bearer tokens, kept as hashes only. Thread-safe. */
@ProviderType
public interface Tokens {

    /** Who holds this token; empty when nobody does. Takes the same time whether or not it is known. */
    Optional<Principal> authenticate(String token);

    /**
     * Makes a token and answers it; it is never shown again.
     *
     * @param actor who asks for it, for the audit log
     * @throws IllegalArgumentException when the name is taken
     */
    String create(Principal principal, String actor);

    /** Makes the token of this name worthless from now on; answers whether there was one. */
    boolean revoke(String name, String actor);

    /** Holders of tokens, by name. */
    List<Principal> list();
}
