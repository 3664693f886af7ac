package tacit.api.access;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** The append-only record of acts. Thread-safe. */
@ProviderType
public interface AuditLog {

    /**
     * Writes one entry and returns after it is durable; called before the effect, so that no act goes unrecorded.
     *
     * @throws tacit.api.store.StoreException when it cannot be written: the act must not be done
     */
    AuditEntry write(String actor, String action, String subject, Map<String, String> details);

    /** Entries, newest first. */
    Page<AuditEntry> list(PageRequest page);
}
