package tacit.api.memory;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Lets an operator have somebody forgotten, in every place and down to the bytes of the files. Thread-safe. */
@ProviderType
public interface Forgetting {

    /**
     * What {@link #forget} would remove, by place; changes nothing.
     *
     * @param scope names a user
     */
    ForgettingReport preview(Scope scope);

    /**
     * Removes everything that is remembered of a user with all copies, and their words from the evidence; then purges. The audit
     * log says so first, by ids.
     *
     * @param scope names a user
     * @param by who asked for it
     * @throws IllegalStateException when somebody who keeps copies could not be told; they are told again later
     */
    ForgettingReport forget(Scope scope, String by);

    /** Leaves no byte of what was deleted in the files of the index and of the database. */
    ForgettingReport purge(String by);
}
