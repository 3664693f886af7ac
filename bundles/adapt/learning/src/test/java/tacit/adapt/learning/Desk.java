package tacit.adapt.learning;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tacit.adapt.feedback.GrammarFeedback;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.style.StoredStyle;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.adapt.Skills;
import tacit.api.adapt.StyleDimension;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserProfile;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.kit.FolderKit;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.profile.StoredProfile;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.relationship.StoredRelationships;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

/** A desk on a real database and a real folder; archive and skills write down what they are asked. */
final class Desk {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final Scope NORA = new Scope("default", "nora");

    final MovingClock clock = new MovingClock();
    final SqlStateStore states;
    final TraceStore traces;
    final MemoryStore memories;
    final FolderFiles files;
    final StoredPlaybook playbook;
    final FeedbackFiles feedbackFiles;
    final List<CaptureRequest> captured = new ArrayList<>();
    final List<String> counted = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    final Switched learning = new Switched(LearningSwitches.USUAL);
    boolean profileBroken;

    private final BoundedIngest ingest;
    private final StoredStyle style;
    private final StoredProfile profile;
    private final StoredRelationships relationships;

    Desk(Database database, Path folder) {
        PatternRedactor redactor = new PatternRedactor();
        states = new SqlStateStore(database, redactor, clock);
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock);
        SqlWorkspaces workspaces = new SqlWorkspaces(database);
        workspaces.attach("default", folder.toString());
        files = new FolderFiles(workspaces::folder, 1_000_000);
        playbook = new StoredPlaybook(memories, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        profile = new StoredProfile(memories, clock);
        relationships = new StoredRelationships(memories, clock);
        ingest = new BoundedIngest(traces, redactor, Configurations.of(BoundedIngest.Config.class, Map.of()));
        style = new StoredStyle(states, clock, Configurations.of(StoredStyle.Config.class, Map.of("enabled", true)));
        feedbackFiles = new FeedbackFiles(files, new FolderKit(files, "UTC"), traces);
    }

    DurableDesk desk() {
        return desk(Map.of());
    }

    DurableDesk desk(Map<String, ?> settings) {
        return desk(router(), settings);
    }

    /** A desk that leads feedback to one part alone. */
    DurableDesk desk(Route only) {
        return desk(new FeedbackRouter(new GrammarFeedback(), traces, learning, List.of(only)), Map.of());
    }

    private DurableDesk desk(FeedbackRouter router, Map<String, ?> settings) {
        return new DurableDesk(
                states,
                traces,
                audit(),
                learning,
                router,
                clock,
                Configurations.of(DurableDesk.Config.class, settings));
    }

    FeedbackRouter router() {
        RunRoutes run = new RunRoutes(ingest, playbook, skills());
        PeopleRoutes people = new PeopleRoutes(style, brittleProfile(), relationships, archive());
        return new FeedbackRouter(
                new GrammarFeedback(), traces, learning, run, people, new CorrectionDocuments(states), feedbackFiles);
    }

    private AuditLog audit() {
        return new AuditLog() {

            @Override
            public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
                audited.add(actor + " " + action + " " + subject + " " + details);
                return new AuditEntry(audited.size(), clock.instant(), actor, action, subject, details);
            }

            @Override
            public Page<AuditEntry> list(PageRequest page) {
                throw new UnsupportedOperationException("Nobody reads the audit log here");
            }
        };
    }

    private Skills skills() {
        return proxy(Skills.class, (method, arguments) -> {
            counted.add(method + " " + arguments[0] + " " + arguments[1]);
            return List.of("deploy");
        });
    }

    private ArchiveMemory archive() {
        return proxy(ArchiveMemory.class, (method, arguments) -> {
            if (method.equals("capture")) {
                captured.add((CaptureRequest) arguments[0]);
                return new CaptureResult(CaptureResult.Reason.STAGED, null, "w1", "It waits");
            }
            return List.of();
        });
    }

    private UserProfile brittleProfile() {
        return proxy(UserProfile.class, (method, arguments) -> {
            if (profileBroken) {
                throw new IllegalStateException("It broke");
            }
            return profile.learnFromFeedback((UserFeedback) arguments[0]);
        });
    }

    private interface Answering {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answering.answer(method.getName(), arguments)));
    }

    void run(String id, UnaryOperator<TraceBuilder> more) {
        TraceBuilder trace = Trace.builder(id).userId("nora").agent("coder").startedAt(Given.NOON);
        Span answer = Span.builder("s1", Operation.CHAT, "chat").build();
        traces.append(SCOPE, List.of(TraceUpdate.of(more.apply(trace).build(), List.of(answer))));
    }

    void run(String id) {
        run(id, trace -> trace);
    }

    List<String> texts(String layer) {
        return memories.list(SCOPE, MemoryFilter.active(layer), PageRequest.first(100)).rows().stream()
                .map(MemoryRecord::text)
                .toList();
    }

    String shifted() {
        return style.style(NORA, null).level(StyleDimension.RESPONSE_LENGTH);
    }
}
