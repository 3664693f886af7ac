package tacit.api.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are wanted; what is null does not matter. Immutable.
 *
 * @param actor who
 * @param action how the action begins, such as {@code memory.}
 * @param subject on what: an id
 * @param since not before then
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant since) {

    /** Every act. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);
}
