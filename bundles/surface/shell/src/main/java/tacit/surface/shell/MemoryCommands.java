package tacit.surface.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.memory.Forgetting;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Commands that let an operator look at what is remembered, forget it, and have runs learnt from. */
@Component(
        service = MemoryCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=memory"})
public final class MemoryCommands {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    private final MemoryStore memories;
    private final MemoryLearning learning;
    private final AuditLog audit;
    private final MemoryForgetting forgetting;
    private final MemoryUpkeep upkeep;
    private final ArchiveVerbs archive;

    @Activate
    public MemoryCommands(
            @Reference MemoryStore memories,
            @Reference MemoryLearning learning,
            @Reference Forgetting forgetting,
            @Reference MemoryUpkeep upkeep,
            @Reference ArchiveVerbs archive,
            @Reference AuditLog audit) {
        this.memories = memories;
        this.learning = learning;
        this.audit = audit;
        this.upkeep = upkeep;
        this.archive = archive;
        this.forgetting = new MemoryForgetting(memories, forgetting, audit);
    }

    @Descriptor(
            "lists memories, or one of: show ID, outcomes, history ID, forget ID, forget --user U, purge, stats, retention, external [ID], migrate, distill, "
                    + ArchiveVerbs.KNOWN)
    public void memory(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("of this layer only") @Parameter(names = "--layer", absentValue = "") String layer,
            @Descriptor("the newest of the archive that are in sight")
                    @Parameter(names = "--recent", presentValue = "true", absentValue = "false")
                    boolean recent,
            @Descriptor("what the archive has of this run") @Parameter(names = "--task", absentValue = "") String task,
            @Descriptor("of this user, and of no user, only") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("active, superseded, archived or all") @Parameter(names = "--state", absentValue = "active")
                    String state,
            @Descriptor("the run to learn from") @Parameter(names = "--trace", absentValue = "") String trace,
            @Descriptor("learns from the last runs together")
                    @Parameter(names = "--offline", presentValue = "true", absentValue = "false")
                    boolean offline,
            @Descriptor("takes the words from the evidence too")
                    @Parameter(names = "--with-evidence", presentValue = "true", absentValue = "false")
                    boolean withEvidence,
            @Descriptor("really forgets the user")
                    @Parameter(names = "--yes", presentValue = "true", absentValue = "false")
                    boolean yes,
            @Descriptor("looks at what retention would do")
                    @Parameter(names = "--preview", presentValue = "true", absentValue = "false")
                    boolean preview,
            @Descriptor("does what retention would do")
                    @Parameter(names = "--apply", presentValue = "true", absentValue = "false")
                    boolean apply,
            @Descriptor("takes back what retention put aside")
                    @Parameter(names = "--undo", presentValue = "true", absentValue = "false")
                    boolean undo,
            @Descriptor("tells what would be taken over")
                    @Parameter(names = "--dry-run", presentValue = "true", absentValue = "false")
                    boolean dryRun,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(
                            "list, show ID, outcomes, history ID, forget ID, forget --user U, purge, stats, retention, external [ID], migrate,"
                                    + " distill, " + ArchiveVerbs.KNOWN)
                    String... words) {
        Scope scope = new Scope(workspace, Words.optional(user));
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        Line line = new Line(
                scope,
                ActivationCommands.directory(session),
                Words.page(offset, limit),
                Arrays.asList(rest(words)),
                printer,
                json);
        switch (verb) {
            case "list" ->
                line.answer(
                        recent || !task.isEmpty()
                                ? archive.list(line, task)
                                : list(scope, filter(Words.optional(layer), state), line.page()));
            case "show" -> printer.print(details(scope, found(scope, id(words))), json);
            case "outcomes" -> line.answer(outcomes(line));
            case "history" -> {
                String id = found(scope, id(words)).id();
                printer.print(Rows.of(memories.history(scope, id), MemoryRows::row), json);
            }
            case "forget" -> printer.print(forget(scope, withEvidence, yes, words), json);
            case "unimport" -> archive.unimport(line, withEvidence);
            case "purge" -> printer.print(forgetting.purge(), json);
            case "stats" -> printer.print(upkeep.stats(scope), json);
            case "retention" -> printer.print(upkeep.retention(scope, preview, apply, undo, rest(words)), json);
            case "external" -> printer.print(upkeep.external(rest(words)), json);
            case "migrate" -> printer.print(upkeep.migrate(workspace, dryRun), json);
            case "distill" -> printer.print(MemoryRows.receipt(distill(scope, Words.optional(trace), offline)), json);
            default -> {
                if (!archive.run(verb, line)) {
                    throw new IllegalArgumentException(
                            "memory knows list, show, outcomes, history, forget, purge, stats,"
                                    + " retention, external, migrate, distill, " + ArchiveVerbs.KNOWN + ", got '" + verb
                                    + "'");
                }
            }
        }
    }

    private Map<String, @Nullable Object> details(Scope scope, MemoryRecord memory) {
        Map<String, @Nullable Object> details = MemoryRows.details(memory);
        MemoryOutcomes known = outcomes;
        if (known != null) {
            known.of(scope, memory.id())
                    .ifPresent(found -> details.put("outcomes", found.words() + (found.useless() ? ": useless" : "")));
        }
        return details;
    }

    private Rows outcomes(Line line) {
        MemoryOutcomes known = outcomes;
        if (known == null) {
            throw new IllegalStateException("Nothing counts how runs go that are shown memories");
        }
        return Rows.of(known.list(line.scope(), line.page()), found -> row(line.scope(), found));
    }

    private Map<String, @Nullable Object> row(Scope scope, MemoryOutcomes.Helpfulness found) {
        return Rows.row(
                "memory", found.memoryId(),
                "helpful", found.helpful(),
                "harmful", found.harmful(),
                "low", share(found.low()),
                "high", share(found.high()),
                "others", found.others() == 0 ? null : share((double) found.othersWell() / found.others()),
                "useless", found.useless() ? "yes" : "no",
                "text",
                        memories.find(scope, found.memoryId())
                                .map(MemoryRecord::text)
                                .orElse(null));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private Rows list(Scope scope, MemoryFilter filter, PageRequest page) {
        return Rows.of(memories.list(scope, filter, page), MemoryRows::row);
    }

    private static MemoryFilter filter(@Nullable String layer, String state) {
        MemoryState wanted = state.equals("all") ? null : Words.required(MemoryState.class, state);
        MemoryFilter all = MemoryFilter.of("");
        return new MemoryFilter(
                layer, all.kinds(), null, wanted, all.visibilities(), null, null, null, all.attributes());
    }

    private static String[] rest(String... words) {
        return Arrays.copyOfRange(words, Math.min(1, words.length), words.length);
    }

    private static String id(String... words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("A memory must be named: tacit:memory " + words[0] + " ID");
        }
        return words[1];
    }

    private MemoryRecord found(Scope scope, String id) {
        return memories.find(scope, id).orElseThrow(() -> missing(scope, id));
    }

    private static IllegalArgumentException missing(Scope scope, String id) {
        return new IllegalArgumentException(
                "Cannot find memory '" + id + "' in workspace '" + scope.workspaceId() + "'");
    }

    /** One that holds everywhere is found from each workspace, and belongs to one. */
    private MemoryRecord own(Scope scope, String id) {
        MemoryRecord memory = found(scope, id);
        if (!memory.workspaceId().equals(scope.workspaceId())) {
            throw missing(scope, id);
        }
        return memory;
    }

    private Map<String, @Nullable Object> forget(Scope scope, boolean withEvidence, boolean yes, String... words) {
        if (words.length == 1 && scope.userId() != null) {
            return forgetting.user(scope, yes);
        }
        return forgetting.memory(scope, own(scope, id(words)).id(), withEvidence);
    }

    private LearningReceipt distill(Scope scope, @Nullable String trace, boolean offline) {
        if (offline == (trace != null)) {
            throw new IllegalArgumentException("memory distill needs either --trace ID or --offline");
        }
        String subject = trace == null ? scope.workspaceId() : trace;
        audit.write(Words.OPERATOR, "memory.distill", subject, Map.of("workspace", scope.workspaceId()));
        return trace == null ? learning.learnOffline(scope) : learning.learn(scope, trace);
    }
}
