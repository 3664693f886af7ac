package tacit.evidence.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.event.Events;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.IngestReceipt.RejectedUpdate;
import tacit.api.ingest.Redactor;
import tacit.api.ingest.TraceIngest;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** Checks each update, cuts it to its bounds, takes the secrets out, and stores what passed in one transaction. */
@Component
@Designate(ocd = BoundedIngest.Config.class)
public final class BoundedIngest implements TraceIngest {

    /** How much of what is taken. */
    @ObjectClassDefinition(name = "Tacit ingest", description = "How much of each trace is taken")
    public @interface Config {

        @AttributeDefinition(
                description = "Characters of a text; longer ones keep three quarters of head and one of tail")
        int text_limit() default 65_536;

        @AttributeDefinition(description = "Characters of a name or an attribute key")
        int name_limit() default 1_024;

        @AttributeDefinition(description = "Characters of an id; a trace with a longer one is rejected")
        int id_limit() default 512;

        @AttributeDefinition(description = "Attributes of a trace, a span or an event")
        int attributes_limit() default 256;

        @AttributeDefinition(description = "Elements of a list or a nested map in an attribute")
        int elements_limit() default 1_024;

        @AttributeDefinition(description = "Levels of nesting in an attribute")
        int depth_limit() default 16;

        @AttributeDefinition(description = "Events of a span")
        int events_limit() default 512;

        @AttributeDefinition(description = "Spans of one update; one with more is rejected")
        int spans_limit() default 50_000;
    }

    private final TraceStore store;
    private final Redactor redactor;
    private final IngestBounds bounds;

    /** Hears of what was recorded, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public BoundedIngest(@Reference TraceStore store, @Reference Redactor redactor, Config config) {
        this(store, redactor, IngestBounds.of(config));
    }

    BoundedIngest(TraceStore store, Redactor redactor, IngestBounds bounds) {
        this.store = store;
        this.redactor = redactor;
        this.bounds = bounds;
    }

    @Override
    public IngestReceipt ingest(Scope scope, List<TraceUpdate> updates) {
        Objects.requireNonNull(scope, "scope");
        UpdateChecks checks = new UpdateChecks(scope, bounds);
        TextCleaner cleaner = new TextCleaner(redactor, bounds);
        UpdateCleaner cleaning =
                new UpdateCleaner(scope, cleaner, new AttributeCleaner(cleaner, redactor, bounds), bounds);
        List<TraceUpdate> taken = new ArrayList<>(updates.size());
        List<RejectedUpdate> rejected = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            TraceUpdate update = updates.get(i);
            Optional<String> reason = checks.reject(update);
            if (reason.isPresent()) {
                rejected.add(new RejectedUpdate(i, update.spans().size(), reason.get()));
            } else {
                taken.add(cleaning.clean(update));
            }
        }
        List<AppendResult> accepted = taken.isEmpty() ? List.of() : store.append(scope, taken);
        News.tell(events, taken, accepted);
        return new IngestReceipt(accepted, rejected, cleaner.redactions(), cleaner.truncations());
    }
}
