package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Commands that let an operator see what was dreamt of memories, decide on it, and dream now. */
@Component(
        service = DreamCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=dreams"})
public final class DreamCommands {

    private static final String KNOWN =
            "list, runs, run, show ID, accept ID, edit ID TEXT, reject ID [REASON], archive ID or undo ID";

    private final DreamReview review;
    private final DreamingDesk desk;
    private final ProfileNames profiles;

    @Activate
    public DreamCommands(
            @Reference DreamReview review, @Reference DreamingDesk desk, @Reference AutomationProfiles profiles) {
        this.review = review;
        this.desk = desk;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor(
            "lists proposals to mend memories, the newest first, or one of: runs, run, show ID, accept ID, edit ID TEXT,"
                    + " reject ID [REASON], archive ID, undo ID")
    public void dreams(
            CommandSession session,
            @Descriptor("those in this state only, such as proposed") @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("for which profile a run is") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("of this user, and everybody's, only") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        PageRequest page = Words.page(0, limit);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> {
                DreamReview.Filter filter = new DreamReview.Filter(Words.optional(DreamState.class, state), null, null);
                printer.print(Rows.of(review.list(scope, filter, page), DreamCommands::row), json);
            }
            case "runs" -> printer.print(Rows.of(review.runs(scope, null, page), DreamCommands::run), json);
            case "run" -> printer.print(dream(profile, workspace, words), json);
            default -> printer.print(whole(act(scope, verb, words)), json);
        }
    }

    private Map<String, @Nullable Object> dream(String profile, String workspace, String... words) {
        String instructions = words.length > 1 ? Words.rest("", 1, words) : null;
        String id = profile.isEmpty() ? "" : profiles.find(profile).id();
        DreamingResult result = desk.dream(id, workspace, DreamingDesk.Trigger.MANUAL, null, instructions)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot dream in workspace '" + workspace + "': dreaming is off, or it dreams already"));
        return Rows.row("run", result.runId(), "status", result.status(), "candidates", result.candidates());
    }

    private DreamCandidate act(Scope scope, String verb, String... words) {
        if (!List.of("show", "accept", "edit", "reject", "archive", "undo").contains(verb)) {
            throw new IllegalArgumentException("dreams knows " + KNOWN + ", got '" + verb + "'");
        }
        String rule = "dreams " + verb + " needs an id";
        boolean more = verb.equals("edit") || verb.equals("reject");
        String id = more && words.length > 1 ? words[1] : Words.only(rule, words);
        try {
            return switch (verb) {
                case "accept" -> review.accept(scope, id, Words.OPERATOR);
                case "edit" ->
                    review.edit(scope, id, Words.rest("dreams edit needs an id and a text", 2, words), Words.OPERATOR);
                case "reject" ->
                    review.reject(scope, id, Words.OPERATOR, words.length > 2 ? Words.rest(rule, 2, words) : null);
                case "archive" -> review.archive(scope, id, Words.OPERATOR);
                case "undo" -> review.undo(scope, id, Words.OPERATOR);
                default ->
                    review.find(scope, id)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "Cannot find candidate '" + id + "' in workspace '" + scope.workspaceId() + "'"));
            };
        } catch (IllegalStateException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private static Map<String, @Nullable Object> row(DreamCandidate candidate) {
        return Rows.row(
                "id", candidate.id(),
                "state", candidate.state().word(),
                "action", candidate.draft().action().word(),
                "user", candidate.userId(),
                "now", candidate.draft().currentValue(),
                "proposed", candidate.draft().proposedValue());
    }

    private static Map<String, @Nullable Object> run(DreamRun run) {
        return Rows.row(
                "id", run.id(),
                "at", run.startedAt(),
                "trigger", Words.lower(run.trigger()),
                "status", Words.lower(run.status()),
                "evidence", run.evidence(),
                "proposed", run.candidates(),
                "merged", run.merged(),
                "dropped", run.dropped(),
                "error", run.error());
    }

    private static Map<String, @Nullable Object> whole(DreamCandidate candidate) {
        Map<String, @Nullable Object> all = row(candidate);
        all.put("run", candidate.runId());
        all.put("target", candidate.draft().action().target());
        all.put("edited from", candidate.edited());
        all.put("rationale", candidate.draft().rationale());
        all.put("confidence", candidate.draft().confidence());
        all.put(
                "evidence",
                candidate.evidence().stream()
                        .map(quote -> quote.id() + " \"" + quote.snippet() + "\"")
                        .collect(Collectors.joining("; ")));
        all.put("resolution", candidate.resolution());
        all.put("reviewed by", candidate.reviewedBy());
        return all;
    }
}
