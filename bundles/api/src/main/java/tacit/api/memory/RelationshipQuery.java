package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.store.Scope;

/**
 * Which items are wanted. Immutable.
 *
 * @param scope whose
 * @param layer of this layer only; null for all
 * @param includeDone whether commitments that were kept are wanted too
 * @param contactId items of this contact, then of the company, then of neither; null for no such order
 * @param companyId the company; null for none
 * @param limit in [1, 300]
 */
public record RelationshipQuery(
        Scope scope,
        @Nullable Layer layer,
        boolean includeDone,
        @Nullable String contactId,
        @Nullable String companyId,
        int limit) {

    public RelationshipQuery {
        Objects.requireNonNull(scope, "scope");
        if (limit < 1 || limit > 300) {
            throw new IllegalArgumentException("limit must be in [1, 300], got " + limit);
        }
    }

    /** All that is open, up to 80. */
    public static RelationshipQuery of(Scope scope) {
        return new RelationshipQuery(scope, null, false, null, null, 80);
    }
}
