package tacit.pulse.offers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.event.Events;
import tacit.api.ingest.Redactor;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.ScopedSettings;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.Suggestion.State;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.reflect.SuggestionListener;
import tacit.api.reflect.SuggestionPolicy;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps suggestions in the database. Thread-safe. */
@Component
public final class SqlSuggestionDesk implements SuggestionDesk {

    static final String OWNER = "tacit.pulse.offers";

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    private final Database database;
    private final Clock clock;
    private final ScopedSettings settings;
    private final CoreSwitches switches;
    private final Teaching teaching;
    private final DraftJson drafts;
    private final Noise noise;
    private final Judging judging;
    private final Responding responding;
    private final AutoCreation creation;
    private final Showing showing;
    private final Aging aging;
    private final Listening listening = new Listening();

    /** Without it nothing becomes work. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Dispatches dispatches;

    /** Hears of what is offered, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    /** What the desk needs of the host. */
    @Activate
    public SqlSuggestionDesk(
            @Reference Database database,
            @Reference SuggestionPolicy policy,
            @Reference ScopedSettings settings,
            @Reference CoreSwitches switches,
            @Reference Teaching teaching,
            @Reference MemoryStore memories,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.switches = switches;
        this.teaching = teaching;
        drafts = new DraftJson(redactor);
        noise = new Noise(memories);
        judging = new Judging(database, policy, clock);
        responding = new Responding(database, audit, drafts, judging);
        creation = new AutoCreation(settings, switches);
        showing = new Showing(database, judging, clock);
        aging = new Aging(database, settings, responding, clock);
        database.migrate(OWNER, SqlSuggestionDesk.class);
    }

    @Override
    public Offer offer(SuggestionDraft given) {
        SuggestionDraft draft = drafts.clean(given);
        String id = id(draft);
        Optional<Suggestion> known = find(id);
        if (known.isPresent()) {
            return new Offer(known.get(), "");
        }
        if (!switches.on(CoreStage.SUGGESTIONS)) {
            return new Offer(null, switches.why(CoreStage.SUGGESTIONS));
        }
        Optional<MemoryRecord> mark = noise.marks(draft);
        if (mark.isPresent()) {
            return refused(draft, "noise, as memory '" + mark.get().id() + "' says");
        }
        SuggestionJudgement judged = judging.offer(draft, mostOpen(draft.workspaceId()));
        if (!judged.taken()) {
            return refused(draft, judged.reason());
        }
        Offer offer = new Offer(kept(id, draft, judged), "");
        switches.ran(CoreStage.SUGGESTIONS, 1, List.of());
        return offer;
    }

    private Offer refused(SuggestionDraft draft, String reason) {
        switches.ran(CoreStage.SUGGESTIONS, 0, List.of(draft.title() + ": " + reason));
        return new Offer(null, reason);
    }

    private Suggestion kept(String id, SuggestionDraft draft, SuggestionJudgement judged) {
        Instant now = now();
        Instant end = now.plus(Duration.ofDays(whole(CoreSetting.SUGGESTIONS_LIFE, draft.workspaceId())));
        Suggestion kept = database.write(session -> {
            SuggestionRows rows = new SuggestionRows(session);
            if (rows.add(id, draft, judged, now, end) && judged.displaces() != null) {
                rows.end(judged.displaces(), State.DISPLACED, null, null);
            }
            return rows.find(id).orElseThrow();
        });
        Suggestion offered = create(kept).orElse(kept);
        News.offered(events, offered);
        return offered;
    }

    /** Makes work of it at once where all conditions hold. */
    private Optional<Suggestion> create(Suggestion kept) {
        Dispatches works = dispatches;
        if (works == null
                || creation.refused(judging.situation(
                                kept.draft(), kept, mostOpen(kept.draft().workspaceId())))
                        .isPresent()) {
            return Optional.empty();
        }
        try {
            PulseRun run = Acting.dispatch(works, kept, null, null);
            return aging.acted(kept, run);
        } catch (IllegalStateException refused) {
            return Optional.empty();
        }
    }

    @Override
    public List<Suggestion> show(String workspaceId, @Nullable String userId, int limit) {
        return showing.show(workspaceId, userId, PageRequest.first(limit).limit(), mostOpen(workspaceId));
    }

    @Override
    public Page<Suggestion> list(@Nullable String workspaceId, @Nullable State state, PageRequest page) {
        return database.read(session -> new SuggestionRows(session).list(workspaceId, state, page));
    }

    @Override
    public Optional<Suggestion> find(String id) {
        return database.read(session -> new SuggestionRows(session).find(id));
    }

    @Override
    public int offered(String profileId, Instant since) {
        return database.read(session -> new SuggestionRows(session).offered(profileId, since));
    }

    @Override
    public Optional<Suggestion> act(String id, @Nullable String edited, String by) {
        return find(id).map(suggestion -> {
            waits(suggestion, "act on");
            PulseRun run = Acting.dispatch(dispatches, suggestion, edited, by);
            Response response = edited == null ? Response.ACTED : Response.EDITED;
            return told(
                    suggestion,
                    response,
                    responding.end(
                            suggestion, State.ACTED, response, edited, run == null ? null : run.id(), by, now()));
        });
    }

    @Override
    public Optional<Suggestion> snooze(String id, Duration time, String by) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST_SNOOZE) > 0) {
            throw new IllegalArgumentException("time must be in [1 minute, 90 days], got " + time);
        }
        return find(id).map(suggestion -> {
            waits(suggestion, "snooze");
            return told(suggestion, Response.SNOOZED, responding.snooze(suggestion, time, by, now()));
        });
    }

    @Override
    public Optional<Suggestion> dismiss(String id, @Nullable String reason, String by) {
        return find(id).map(suggestion -> {
            waits(suggestion, "dismiss");
            return told(
                    suggestion,
                    Response.DISMISSED,
                    responding.end(suggestion, State.DISMISSED, Response.DISMISSED, reason, null, by, now()));
        });
    }

    private Suggestion told(Suggestion before, Response response, Optional<Suggestion> after) {
        Suggestion suggestion = after.orElseThrow(() ->
                new IllegalStateException("Cannot answer suggestion '" + before.id() + "': somebody was quicker"));
        teaching.tell();
        listening.tell(
                suggestion,
                response,
                () -> judging.whenOffered(
                        suggestion, mostOpen(suggestion.draft().workspaceId())));
        return suggestion;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(SuggestionListener listener) {
        listening.add(listener);
    }

    public void removeListener(SuggestionListener listener) {
        listening.remove(listener);
    }

    private static void waits(Suggestion suggestion, String verb) {
        if (suggestion.state() != State.OPEN && suggestion.state() != State.SNOOZED) {
            throw new IllegalStateException(
                    "Cannot " + verb + " suggestion '" + suggestion.id() + "': it is " + suggestion.state());
        }
    }

    @Override
    public int age() {
        int changed = aging.age(dispatches);
        teaching.tell();
        return changed;
    }

    private int mostOpen(String workspaceId) {
        return whole(CoreSetting.SUGGESTIONS_OPEN, workspaceId);
    }

    private int whole(CoreSetting setting, String workspaceId) {
        return Integer.parseInt(settings.resolve(setting.key(), ScopedSettings.Subject.ofWorkspace(workspaceId))
                .value());
    }

    private static String id(SuggestionDraft draft) {
        return UUID.nameUUIDFromBytes((draft.profileId() + '\n' + draft.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
