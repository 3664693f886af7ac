package tacit.surface.agents.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardQuestion;
import tacit.api.ingest.TraceSource;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.ingest.FileReader;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.transcripts.ClaudeCodeSource;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;

/** The hooks over a real store of traces; memory and guard say what a test tells them. Confined to one test. */
final class Rig implements AutoCloseable, Contexts, Guard {

    final MovingClock clock = new MovingClock();
    final List<ContextRequest> asked = new ArrayList<>();
    final List<GuardQuestion> questions = new ArrayList<>();
    final List<String> blocks = new ArrayList<>();
    final CountDownLatch release = new CountDownLatch(1);
    final Semaphore answered = new Semaphore(0);
    final ClaudeCodeHooks claude;
    final CodexHooks codex;
    final CodexNotify notify;

    GuardAnswer answer = GuardAnswer.allow();
    boolean stuck;
    boolean broken;

    private final TestDatabase database = Engine.HSQLDB.open();
    private final SqlTraceStore traces = new SqlTraceStore(database.database());
    private final PromptContexts contexts = new PromptContexts(this, clock, 1_500, 400, 400);
    private final HookEvidence evidence = new HookEvidence(
            new BoundedIngest(traces, new PatternRedactor(), Configurations.of(BoundedIngest.Config.class, Map.of())));

    Rig() {
        Transcripts transcripts = new Transcripts(evidence, true, 1 << 20);
        transcripts.files = new FileReader(1 << 20, List.<TraceSource>of(new ClaudeCodeSource()));
        ToolDecisions decisions = new ToolDecisions(this);
        claude = new ClaudeCodeHooks(contexts, decisions, evidence, transcripts, clock);
        codex = new CodexHooks(contexts, decisions);
        notify = new CodexNotify(evidence, clock);
    }

    String hook(String json) {
        return Posted.answer(claude, "ann", json);
    }

    /** What is stored once everything is that was put off. */
    RecordedTrace trace(String user, String id) {
        evidence.close();
        return traces.find(new Scope(Scope.DEFAULT_WORKSPACE, user), id).orElseThrow();
    }

    boolean stores(String user, String id) {
        evidence.close();
        return traces.find(new Scope(Scope.DEFAULT_WORKSPACE, user), id).isPresent();
    }

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        if (broken) {
            throw new IllegalStateException("The memory is closed");
        }
        while (stuck && release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                stuck = false;
            }
        }
        List<AssembledContext.Block> all = blocks.stream()
                .map(text -> new AssembledContext.Block("structured_memory", text, 1, List.of("m1")))
                .toList();
        answered.release();
        return new AssembledContext(
                String.join("\n", blocks), 1, all, List.of(), new TreeMap<>(), ContextExplanation.EMPTY);
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        return List.of();
    }

    @Override
    public GuardAnswer decide(GuardQuestion question) {
        questions.add(question);
        return answer;
    }

    @Override
    public void close() {
        release.countDown();
        contexts.close();
        evidence.close();
        database.close();
    }
}
