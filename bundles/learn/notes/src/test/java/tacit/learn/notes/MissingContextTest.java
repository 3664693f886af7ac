package tacit.learn.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.NoteProposer.Answer;
import tacit.api.experiment.NoteProposer.Context;
import tacit.api.experiment.NoteProposer.Note;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.archive.ArchiveWrites;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class MissingContextTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final String RULE = "Parcels above 30 kilos must be sent by freight.";
    private static final String SECRET = "Always sign in with ghp_" + "a1B2c3D4e5F6".repeat(3) + " please.";
    private static final Context ALL = new Context(run -> true, key -> false, 3);

    private final MovingClock clock = new MovingClock();
    private final ExpectingCases cases = new ExpectingCases();
    private Database database;
    private SqlTraceStore traces;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        traces = new SqlTraceStore(opened);
    }

    /** What makes a run of the invented agent. */
    private interface Told {
        SpanBuilder by(SpanBuilder retrieval);
    }

    private MissingContext proposer(Map<String, ?> settings) {
        return new MissingContext(
                traces,
                cases,
                new PatternRedactor(),
                Configurations.of(MissingContext.Config.class, new HashMap<>(settings)));
    }

    private Answer propose() {
        return proposer(Map.of()).propose(SCOPE, ALL);
    }

    /** Two runs of each task: the one that met the text succeeded. */
    private void pairs(String text, Told told, TraceBuilder... ofUser) {
        String user = ofUser.length == 0 ? null : ofUser[0].build().userId();
        for (int task = 0; task < 10; task++) {
            String id = (user == null ? "t" : user) + task;
            add(Trace.builder(id + "-good").userId(user), "task " + id, false, told, text);
            add(Trace.builder(id + "-bad").userId(user), "task " + id, true, told, "Nothing was found");
        }
    }

    private void add(TraceBuilder run, String task, boolean failed, Told told, String text) {
        OutcomeLabel label = failed ? OutcomeLabel.FAILURE : OutcomeLabel.SUCCESS;
        Trace trace = run.taskKey(task)
                .agent("depot")
                .outcome(Outcome.of(label, OutcomeSource.GRADER))
                .build();
        List<Span> spans = new ArrayList<>();
        spans.add(Span.builder("root", Operation.INVOKE_AGENT, "depot")
                .input("Send my parcel")
                .output("It is done")
                .position(0)
                .build());
        spans.add(told.by(Span.builder("look", Operation.RETRIEVAL, "rules")
                        .parentId("root")
                        .position(1)
                        .output(text))
                .build());
        spans.add(Span.builder("act", Operation.EXECUTE_TOOL, "send_parcel")
                .parentId("root")
                .attribute(Attribute.TOOL_NAME, "send_parcel")
                .position(2)
                .input("{}")
                .output("sent by depot_truck")
                .build());
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, spans)));
    }

    private static MemoryDraft draft(Note note) {
        return MemoryPayload.draft(note.write());
    }

    @Test
    void proposesWhatFailedRunsLackedAsAQuotation() {
        pairs("Rates. " + RULE, told -> told);

        Answer answer = propose();

        assertThat(answer.notes()).hasSize(1);
        MemoryDraft draft = draft(answer.notes().get(0));
        assertThat(draft.text()).contains("\"" + RULE + "\"", "a retrieved document");
        assertThat(draft.lane()).isEqualTo(TrustLane.FOREIGN);
        assertThat(draft.scope()).isEqualTo(MemoryScope.WORKSPACE);
        assertThat(draft.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(draft.evidence()).hasSize(10).allMatch(one -> one.id().endsWith("-good"));
        assertThat(answer.notes().get(0).write().reason())
                .startsWith("10 tasks speak for it, 0 against: 10 of 10 successful runs had met it before, 0 of 10")
                .contains("t0-bad");
        assertThat(answer.remarks())
                .containsExactly("Everybody: 10 tasks went both ways in 20 runs, 1 facts were tested, 1 found");
    }

    @Test
    void isStoredOnlyAfterSomebodyApproved() {
        pairs(RULE, told -> told);
        SqlMemoryStore memories = new SqlMemoryStore(database, clock);
        SqlWriteGate gate = new SqlWriteGate(
                        database,
                        new ListAuditLog(),
                        new PatternRedactor(),
                        clock,
                        new SqlWriteGate.Rule("off", 10, name -> null))
                .writingTo(List.of(new ArchiveWrites(memories, clock)));

        String pending =
                String.valueOf(gate.propose(propose().notes().get(0).write()).pendingId());
        PendingWrite applied = gate.approve(SCOPE, pending, "ada", null);

        assertThat(applied.status()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(memories.list(SCOPE, MemoryFilter.active("archive"), PageRequest.first(5))
                        .rows())
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.text()).contains(RULE);
                    assertThat(stored.lane()).isEqualTo(TrustLane.FOREIGN);
                    assertThat(stored.state()).isEqualTo(MemoryState.ACTIVE);
                });
    }

    @Test
    void minesNoContextThatTacitInjected() {
        pairs(RULE, told -> told.attribute(Attribute.INJECTED, true));
        assertThat(propose().notes()).isEmpty();
    }

    @Test
    void minesNoBlockOfTacitInAMessage() {
        pairs("<cowork_structured_memory>" + RULE + "</cowork_structured_memory>", told -> told);
        assertThat(propose().notes()).isEmpty();
    }

    @Test
    void leavesOutRunsOfTacitItselfAndWhatAgentsSayOfThemselves() {
        for (int task = 0; task < 10; task++) {
            add(Trace.builder("a" + task).attribute(Attribute.OWN_RUN, true), "t" + task, false, told -> told, RULE);
            add(
                    Trace.builder("b" + task).attribute(Attribute.BATCH, Attribute.BATCH_OF_EXPERIMENT + "e1"),
                    "t" + task,
                    false,
                    told -> told,
                    RULE);
            add(Trace.builder("c" + task), "t" + task, true, told -> told, "Nothing");
        }

        assertThat(propose().notes()).isEmpty();
        assertThat(propose().remarks()).containsExactly("No task went both ways under one agent, harness and batch");
    }

    @Test
    void writesNoSecretIntoANote() {
        assertThat(new PatternRedactor().redact(SECRET).count()).isPositive();
        pairs(SECRET + " " + RULE, told -> told);

        List<Note> notes = propose().notes();

        assertThat(notes).hasSize(1);
        assertThat(notes.toString()).doesNotContain("ghp_").contains(RULE);
    }

    @Test
    void proposesNothingWhereEveryFactIsASecret() {
        pairs(SECRET, told -> told);

        assertThat(propose().notes().toString()).doesNotContain("ghp_");
    }

    @Test
    void tellsAUserAloneWhatOnlyItsRunsMet() {
        pairs(RULE, told -> told, Trace.builder("x").userId("ann"));

        List<Note> notes = propose().notes();

        assertThat(notes).hasSize(1);
        assertThat(draft(notes.get(0)).scope()).isEqualTo(MemoryScope.ofUser("ann"));
        assertThat(draft(notes.get(0)).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(notes.get(0).write().payload()).containsEntry("user", "ann");
    }

    @Test
    void doesNotPutTheRunsOfUsersTogether() {
        for (int task = 0; task < 10; task++) {
            add(Trace.builder("g" + task).userId("u" + task), "t" + task, false, told -> told, RULE);
            add(Trace.builder("b" + task).userId("u" + task), "t" + task, true, told -> told, "Nothing");
        }

        assertThat(propose().notes()).isEmpty();
    }

    @Test
    void looksAtAllowedRunsOnlyAndAtNothingKnown() {
        pairs(RULE, told -> told);

        assertThat(proposer(Map.of())
                        .propose(SCOPE, new Context(run -> false, key -> false, 3))
                        .notes())
                .isEmpty();
        Note note = propose().notes().get(0);
        Set<String> known = Set.copyOf(note.keys());
        assertThat(proposer(Map.of())
                        .propose(SCOPE, new Context(run -> true, known::contains, 3))
                        .notes())
                .isEmpty();
        assertThat(proposer(Map.of())
                        .propose(SCOPE, new Context(run -> true, key -> false, 0))
                        .notes())
                .isEmpty();
    }

    @Test
    void tellsNothingThatACaseExpects() {
        pairs(RULE, told -> told);

        cases.expected.add("by freight");
        assertThat(propose().notes()).isEmpty();
    }

    @Test
    void tellsNothingThatARunAnswered() {
        pairs(RULE + " depot_truck", told -> told.operation(Operation.EXECUTE_TOOL)
                .attribute(Attribute.TOOL_NAME, "get_rules"));

        assertThat(propose().notes().toString()).contains(RULE).doesNotContain("\"depot_truck\"");
    }

    @Test
    void minesNothingOfWhatAChangingToolAnswers() {
        pairs(RULE, told -> told.operation(Operation.EXECUTE_TOOL).attribute(Attribute.TOOL_NAME, "cancel_parcel"));
        assertThat(propose().notes()).isEmpty();
    }

    @Test
    void refusesSettingsOutOfBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> proposer(Map.of("alpha", 0.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> proposer(Map.of("least_tasks", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> proposer(Map.of("most_runs", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> proposer(Map.of("least_difference", 2.0)));
    }

    @Test
    void comparesBatchesWithEachOtherOnlyWhereItIsSetTo() {
        for (int task = 0; task < 10; task++) {
            add(Trace.builder("g" + task).attribute(Attribute.BATCH, "one"), "t" + task, false, told -> told, RULE);
            add(Trace.builder("b" + task).attribute(Attribute.BATCH, "two"), "t" + task, true, told -> told, "No");
        }

        assertThat(propose().notes()).isEmpty();
        assertThat(proposer(Map.of("across_batches", true)).propose(SCOPE, ALL).notes())
                .hasSize(1);
    }
}
