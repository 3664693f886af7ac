package tacit.memory.profile;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.ProfileFact.Source;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;
import tacit.memory.sentences.Category;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.SentenceReader;

/** Keeps what is known about users as memories, each with the words that it comes from. Immutable. */
@Component(property = Role.PROPERTY + "=user-profile")
public final class StoredProfile implements UserProfile {

    private static final int MOST_PER_MESSAGE = 8;
    private static final List<Category> FIRST = List.of(
            Category.IDENTITY,
            Category.OPERATING,
            Category.VOICE,
            Category.ACCOUNTABILITY,
            Category.PREFERENCE,
            Category.CONSTRAINT,
            Category.GOAL,
            Category.WORK,
            Category.BIO);

    private final MemoryStore store;
    private final Facts facts;
    private final Clock clock;
    private final SentenceReader reader = new SentenceReader();

    @Activate
    public StoredProfile(@Reference MemoryStore store, @Reference Clock clock) {
        this.store = store;
        this.facts = new Facts(store);
        this.clock = clock;
    }

    @Override
    public MemoryRecord add(ProfileFact fact) {
        return facts.put(NewFact.entered(fact, reader, clock.instant()));
    }

    @Override
    public Optional<MemoryRecord> update(Scope scope, String id, ProfileFact fact) {
        NewFact changed = NewFact.entered(fact, reader, clock.instant());
        return store.find(scope, id)
                .filter(stored -> stored.layer().equals(LAYER))
                .map(stored -> Edits.replace(store, facts, scope, stored, changed));
    }

    @Override
    public boolean delete(Scope scope, String id) {
        boolean own =
                store.find(scope, id).filter(fact -> fact.layer().equals(LAYER)).isPresent();
        return own && store.delete(scope, List.of(id), false) > 0;
    }

    @Override
    public List<MemoryRecord> list(Scope scope, ProfileFact.@Nullable Category category, int limit) {
        if (limit < 1 || limit > Facts.MOST) {
            throw new IllegalArgumentException("limit must be in [1, " + Facts.MOST + "], got " + limit);
        }
        String kind = category == null ? "" : category.name().toLowerCase(Locale.ROOT);
        return facts.certain(scope).stream()
                .filter(fact -> kind.isEmpty() || fact.kind().equals(kind))
                .limit(limit)
                .toList();
    }

    @Override
    public List<MemoryRecord> learn(UserMessage message) {
        // What a tool or a page says is never something that the user said.
        if (message.source().lane() != TrustLane.STATEMENT) {
            return List.of();
        }
        String zone = message.zone();
        ZonedDateTime said = message.at().atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
        return reader.read(message.source().text(), said).claims().stream()
                .filter(claim -> claim.ofUser() && claim.category() != Category.OTHER)
                .sorted(Comparator.comparing((Claim claim) -> FIRST.indexOf(claim.category()))
                        .thenComparing(Claim::confidence, Comparator.reverseOrder()))
                .limit(MOST_PER_MESSAGE)
                .map(claim -> facts.put(learnt(message, claim)))
                .toList();
    }

    private static NewFact learnt(UserMessage message, Claim claim) {
        ProfileFact fact = new ProfileFact(
                message.workspaceId(),
                message.userId(),
                ProfileFact.Category.valueOf(claim.category().name()),
                Wording.of(claim),
                Source.CONVERSATION,
                claim.confidence(),
                claim.predicate().equals(FactSlot.NAME),
                message.taskId(),
                List.of(message.source().evidence(claim.begin(), claim.end())));
        return new NewFact(fact, FactSlot.of(claim), message.at(), claim.expiry());
    }

    @Override
    public List<MemoryRecord> learnFromFeedback(UserFeedback feedback) {
        if (feedback.reason().lane() != TrustLane.STATEMENT) {
            return List.of();
        }
        return FeedbackRules.facts(feedback).stream().map(this::add).toList();
    }

    @Override
    public Optional<String> preferredName(String workspaceId, String userId) {
        String prefix = "Preferred name: ";
        return facts.certain(new Scope(workspaceId, userId)).stream()
                .filter(fact -> Facts.slot(fact).name().equals(FactSlot.NAME))
                .map(MemoryRecord::text)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .findFirst();
    }

    @Override
    public List<MemoryRecord> questions(Scope scope) {
        return facts.all(scope).stream()
                .filter(fact -> fact.attribute(Facts.QUESTION).isPresent())
                .toList();
    }
}
