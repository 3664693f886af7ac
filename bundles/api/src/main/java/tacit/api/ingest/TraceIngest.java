package tacit.api.ingest;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;
import tacit.api.trace.TraceUpdate;

/**
 * The one way into the trace store: checks, bounds and redacts each update, then stores it. Thread-safe.
 */
@ProviderType
public interface TraceIngest {

    /**
     * Takes what can be taken and returns after it is durable.
     *
     * <p>The workspace of each trace becomes that of the scope. The same update twice is stored once.
     *
     * @throws tacit.api.store.StoreException when the database fails; nothing was taken
     */
    IngestReceipt ingest(Scope scope, List<TraceUpdate> updates);
}
