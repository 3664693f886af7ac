package tacit.memory.relationship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.Evidence;
import tacit.api.memory.HistoryCleanup;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipItem.Source;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.RelationshipQuery;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;
import tacit.memory.sentences.SentenceReader;

/** Keeps commitments, context and history as memories, each with the words that it comes from. Immutable. */
@Component(property = Role.PROPERTY + "=relationship-memory")
public final class StoredRelationships implements RelationshipMemory {

    private static final double REJECTED = 0.72;
    private static final Pattern REFUSED =
            Pattern.compile("\\b(?:reject(?:ed)?|deny|denied)\\b", Pattern.CASE_INSENSITIVE);

    private final MemoryStore store;
    private final Items items;
    private final Clock clock;
    private final SentenceReader reader = new SentenceReader();

    @Activate
    public StoredRelationships(@Reference MemoryStore store, @Reference Clock clock) {
        this.store = store;
        this.items = new Items(store);
        this.clock = clock;
    }

    @Override
    public MemoryRecord add(RelationshipItem item) {
        return items.put(item, Items.key(item), clock.instant(), Map.of());
    }

    @Override
    public List<MemoryRecord> learn(UserMessage message) {
        // What a tool or a page says is nothing that the user promised.
        if (message.source().lane() != TrustLane.STATEMENT) {
            return List.of();
        }
        Scope scope = new Scope(message.workspaceId(), message.userId());
        String zone = message.zone();
        ZonedDateTime said = message.at().atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
        String text = message.source().text();
        List<MemoryRecord> changed = new ArrayList<>();
        Evidence whole = message.source().evidence(0, text.length());
        KeptPromises.in(text, open(scope))
                .flatMap(kept -> items.close(scope, kept.id(), List.of(whole)))
                .ifPresent(changed::add);
        Heard.items(message, reader.read(text, said))
                .forEach(item -> changed.add(items.put(item, Items.key(item), message.at(), Map.of())));
        return changed;
    }

    @Override
    public List<MemoryRecord> learnFromFeedback(UserFeedback feedback) {
        String reason = feedback.reason().text().strip();
        boolean statement = feedback.reason().lane() == TrustLane.STATEMENT;
        if (!statement
                || reason.isEmpty()
                || !REFUSED.matcher(feedback.decision()).find()) {
            return List.of();
        }
        return List.of(add(new RelationshipItem(
                feedback.workspaceId(),
                feedback.userId(),
                Layer.HISTORY,
                "Rejected: " + reason,
                Source.FEEDBACK,
                REJECTED,
                null,
                null,
                null,
                feedback.taskId(),
                List.of(feedback.reason().evidence(0, feedback.reason().text().length())))));
    }

    @Override
    public List<MemoryRecord> recordTaskCompletion(TaskCompletion completion) {
        Scope scope = new Scope(completion.workspaceId(), completion.userId());
        List<MemoryRecord> changed = new ArrayList<>();
        changed.add(items.put(
                Completions.entry(completion),
                Completions.key(completion),
                clock.instant(),
                Map.of("title", completion.title().strip())));
        Completions.kept(completion, open(scope)).forEach(kept -> items.close(scope, kept.id(), completion.evidence())
                .ifPresent(changed::add));
        return changed;
    }

    @Override
    public HistoryCleanup cleanupRecurringHistory(Scope scope) {
        List<List<MemoryRecord>> repeated = Completions.repeated(items.history(scope));
        int collapsed = 0;
        for (List<MemoryRecord> group : repeated) {
            for (MemoryRecord older : group.subList(1, group.size())) {
                items.putAside(scope, older);
                collapsed++;
            }
        }
        return new HistoryCleanup(collapsed, repeated.size());
    }

    @Override
    public List<MemoryRecord> list(RelationshipQuery query) {
        String layer = query.layer() == null ? "" : Items.kind(query.layer());
        List<MemoryRecord> wanted = items.all(query.scope()).stream()
                .filter(item -> layer.isEmpty() || item.kind().equals(layer))
                .filter(item -> query.includeDone() || !Items.isDone(item))
                .toList();
        return Nearness.ordered(wanted, query.contactId(), query.companyId()).stream()
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<MemoryRecord> openCommitments(Scope scope, int limit) {
        return open(scope).stream().limit(limit).toList();
    }

    private List<MemoryRecord> open(Scope scope) {
        return items.all(scope).stream()
                .filter(item -> item.kind().equals(Items.COMMITMENTS) && Items.isOpen(item))
                .toList();
    }

    @Override
    public List<MemoryRecord> dueSoon(Scope scope, Instant now, Duration within) {
        Instant last = now.plus(within);
        return open(scope).stream()
                .filter(item ->
                        Items.due(item).filter(due -> !due.isAfter(last)).isPresent())
                .toList();
    }

    @Override
    public Optional<MemoryRecord> close(Scope scope, String id, Evidence evidence) {
        return items.close(scope, id, List.of(evidence));
    }

    @Override
    public boolean delete(Scope scope, String id) {
        boolean own =
                store.find(scope, id).filter(item -> item.layer().equals(LAYER)).isPresent();
        return own && store.delete(scope, List.of(id), false) > 0;
    }
}
