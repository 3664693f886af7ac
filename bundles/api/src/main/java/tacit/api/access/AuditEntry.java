package tacit.api.access;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One act, as the audit log keeps it: ids only, never content. Immutable.
 *
 * @param sequence its place in the log, from 1
 * @param at when
 * @param actor who
 * @param action what, such as {@code cluster.dismiss}
 * @param subject on what: an id
 * @param details further ids and settings
 */
public record AuditEntry(
        long sequence, Instant at, String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        details = Map.copyOf(details);
    }
}
