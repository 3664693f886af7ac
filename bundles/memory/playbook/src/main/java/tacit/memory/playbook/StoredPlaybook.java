package tacit.memory.playbook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.ErrorCategory;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookMatch;
import tacit.api.memory.PlaybookReinforcement;
import tacit.api.memory.PlaybookUse;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.words.Quoting;

/** The playbook as memories of the store. Stateless. */
@Component(property = Role.PROPERTY + "=playbook")
@Designate(ocd = StoredPlaybook.Config.class)
public final class StoredPlaybook implements Playbook {

    private static final int MOST_MATCHES = 50;
    private static final int MOST_GUIDANCE = 10;

    /** What counts as relevant. */
    @ObjectClassDefinition(name = "Tacit playbook")
    public @interface Config {

        @AttributeDefinition(
                name = "Least relevance",
                description = "An episode is relevant when it shares so much with a task, above 0 and at most 1",
                min = "0",
                max = "1")
        double least_relevance() default Limits.LEAST_RELEVANCE;

        @AttributeDefinition(
                name = "Episodes looked at",
                description = "How many of the newest episodes are compared with a task, from 1 to 1000",
                min = "1",
                max = "1000")
        int scanned() default Limits.SCANNED;
    }

    private final MemoryStore store;
    private final Clock clock;
    private final Matching matching;

    @Activate
    public StoredPlaybook(@Reference MemoryStore store, @Reference Clock clock, Config config) {
        this.store = store;
        this.clock = clock;
        this.matching = Limits.matching(store, config.least_relevance(), config.scanned());
    }

    @Override
    public PlaybookEntry capture(Scope scope, PlaybookEpisode episode) {
        ErrorCategory category = episode.outcome() == Outcome.SUCCESS || episode.error() == null
                ? ErrorCategory.UNKNOWN
                : ErrorWords.category(episode.error());
        MemoryRecord record =
                store.add(EpisodeRecords.draft(scope, episode, category)).record();
        return matching.entry(scope, record, clock.instant());
    }

    @Override
    public List<PlaybookMatch> relevant(Scope scope, Audience audience, String task, int most) {
        return matching.relevant(scope, audience, task, bounded(most, MOST_MATCHES), clock.instant());
    }

    @Override
    public PlaybookReinforcement reinforce(Scope scope, PlaybookUse use) {
        Instant now = clock.instant();
        SortedMap<String, String> refused = new TreeMap<>();
        List<PlaybookEntry> changed = new Reinforcing(store)
                .count(scope, use, refused, now).stream()
                        .flatMap(record -> find(scope, record.id()).stream())
                        .toList();
        return new PlaybookReinforcement(changed, refused);
    }

    /** Words of a tool or a page are not followed, whatever they say of the task. */
    @Override
    public String guidance(Scope scope, Audience audience, String task, int most) {
        List<String> lines = matching.relevant(scope, audience, task, MOST_MATCHES, clock.instant()).stream()
                .map(PlaybookMatch::entry)
                .filter(entry -> entry.episode().source().lane().mayInstruct())
                .limit(bounded(most, MOST_GUIDANCE))
                .map(entry ->
                        (entry.episode().outcome() == Outcome.SUCCESS ? "- Build on what worked. " : "- Avoid this. ")
                                + Quoting.safe(Wording.line(entry)))
                .toList();
        return String.join("\n", lines);
    }

    @Override
    public Optional<PlaybookEntry> find(Scope scope, String id) {
        return store.find(scope, id)
                .filter(record -> record.layer().equals(EpisodeRecords.LAYER)
                        && record.kind().equals(EpisodeRecords.EPISODE))
                .map(record -> matching.entry(scope, record, clock.instant()));
    }

    @Override
    public Page<PlaybookEntry> list(Scope scope, @Nullable Outcome outcome, PageRequest page) {
        MemoryFilter all = MemoryFilter.active(EpisodeRecords.LAYER).withKinds(List.of(EpisodeRecords.EPISODE));
        MemoryFilter filter = outcome == null
                ? all
                : all.withAttributes(new TreeMap<>(Map.of(EpisodeRecords.OUTCOME, outcome.name())));
        Page<MemoryRecord> found = store.list(scope, filter, page);
        Instant now = clock.instant();
        return new Page<>(
                found.rows().stream()
                        .map(record -> matching.entry(scope, record, now))
                        .toList(),
                found.offset(),
                found.total());
    }

    private static int bounded(int most, int highest) {
        if (most < 1 || most > highest) {
            throw new IllegalArgumentException("most must be in [1, " + highest + "], got " + most);
        }
        return most;
    }
}
