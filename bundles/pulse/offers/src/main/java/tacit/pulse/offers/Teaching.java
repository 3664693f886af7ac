package tacit.pulse.offers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Tells everybody who learns from it what people said to suggestions, each once. Thread-safe. */
@Component(service = Teaching.class)
public final class Teaching {

    private static final int MOST = 100;

    private final Database database;
    private final ArchiveMemory archive;
    private final MemoryStore memories;
    private final CoreTraces traces;
    private final LearningsLog learnings;
    private final CoreSwitches switches;

    @Activate
    public Teaching(
            @Reference Database database,
            @Reference ArchiveMemory archive,
            @Reference MemoryStore memories,
            @Reference CoreTraces traces,
            @Reference LearningsLog learnings,
            @Reference CoreSwitches switches) {
        this.database = database;
        this.archive = archive;
        this.memories = memories;
        this.traces = traces;
        this.learnings = learnings;
        this.switches = switches;
        database.migrate(SqlSuggestionDesk.OWNER, SqlSuggestionDesk.class);
    }

    /** Tells what is still untold; while nothing may be learnt it waits. */
    int tell() {
        if (!switches.on(CoreStage.LEARNING)) {
            return 0;
        }
        List<ResponseRows.Kept> untold = database.read(session -> new ResponseRows(session).untold(MOST));
        untold.forEach(this::tell);
        return untold.size();
    }

    private void tell(ResponseRows.Kept kept) {
        Optional<Suggestion> suggestion =
                database.read(session -> new SuggestionRows(session).find(kept.suggestionId()));
        Optional<String> memory =
                suggestion.flatMap(one -> remembered(one.draft(), kept).or(() -> captured(one, kept)));
        database.together(() -> {
            suggestion.ifPresent(one -> teach(one, kept, memory));
            return database.write(session -> {
                new ResponseRows(session).told(kept.sequence());
                return kept;
            });
        });
    }

    private void teach(Suggestion suggestion, ResponseRows.Kept kept, Optional<String> memory) {
        String said = kept.response().name().toLowerCase(Locale.ROOT);
        Optional.ofNullable(suggestion.draft().traceId())
                .flatMap(id -> traces.respond(id, said))
                .ifPresent(cycle -> memory.ifPresent(id -> traces.memory(cycle.id(), id)));
        learnings.add(
                suggestion.draft().profileId(),
                suggestion.draft().workspaceId(),
                Learning.Kind.SUGGESTION_RESPONSE,
                suggestion.id() + ':' + kept.sequence(),
                words(suggestion) + " was " + said,
                suggestion.draft().traceId(),
                "suggestion:" + suggestion.id());
    }

    /** What is for one user is nothing that all of a workspace read. */
    private static String words(Suggestion suggestion) {
        return suggestion.draft().userId() == null
                ? "The suggestion “" + suggestion.draft().title() + "”"
                : "A suggestion to a user";
    }

    /** The memory that keeps it now, or the write that waits; empty where the archive keeps nothing of it. */
    private Optional<String> captured(Suggestion suggestion, ResponseRows.Kept kept) {
        CaptureResult captured = archive.capture(memory(suggestion, kept));
        return captured.record() != null
                ? Optional.of(captured.record().id())
                : Optional.ofNullable(captured.pendingId()).map(id -> "write:" + id);
    }

    /** The memory that kept it before the host stopped in between. */
    private Optional<String> remembered(SuggestionDraft draft, ResponseRows.Kept kept) {
        MemoryFilter since =
                new MemoryFilter("archive", List.of(), null, null, List.of(), null, kept.at(), null, new TreeMap<>());
        return memories
                .list(Scope.ofWorkspace(draft.workspaceId()), since, PageRequest.first(PageRequest.MAX_LIMIT))
                .rows()
                .stream()
                .filter(record -> record.evidence().stream()
                        .anyMatch(evidence -> evidence.kind() == Evidence.Kind.STATEMENT
                                && evidence.id().equals(kept.audit())))
                .map(MemoryRecord::id)
                .findFirst();
    }

    private static CaptureRequest memory(Suggestion suggestion, ResponseRows.Kept kept) {
        return new CaptureRequest(
                suggestion.draft().workspaceId(),
                suggestion.draft().userId(),
                null,
                type(kept.response()),
                words(suggestion, kept),
                suggestion.draft().userId() != null,
                kept.response() == Response.IGNORED ? TrustLane.INFERENCE : TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.STATEMENT, kept.audit())),
                ArchiveOrigin.PROACTIVE,
                CaptureRequest.Batching.USUAL,
                CaptureRequest.Place.USUAL);
    }

    private static ArchiveType type(Response response) {
        return switch (response) {
            case ACTED -> ArchiveType.WORKFLOW_PATTERN;
            case EDITED -> ArchiveType.CORRECTION_RULE;
            case SNOOZED, DISMISSED, IGNORED -> ArchiveType.OBSERVATION;
        };
    }

    private static String words(Suggestion suggestion, ResponseRows.Kept kept) {
        String title = "“" + suggestion.draft().title() + "”";
        String action =
                suggestion.draft().action() == null ? "" : suggestion.draft().action();
        String why = kept.words() == null ? "" : ": " + kept.words();
        return switch (kept.response()) {
            case ACTED -> "The suggestion " + title + " was acted on" + (action.isEmpty() ? "" : ": " + action);
            case EDITED ->
                "The suggestion " + title + " was acted on with a change. Proposed: “" + action + "”. Done instead"
                        + why;
            case SNOOZED -> "The suggestion " + title + " was put off";
            case DISMISSED -> "The suggestion " + title + " was dismissed" + why;
            case IGNORED -> "The suggestion " + title + " was shown for a day and not answered";
        };
    }
}
