package tacit.api.access;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Finds acts in the audit log. Thread-safe. */
@ProviderType
public interface AuditSearch {

    /** Entries that fit, newest first. */
    Page<AuditEntry> find(AuditFilter filter, PageRequest page);
}
