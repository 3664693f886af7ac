package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.Learning;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class CycleMemoriesTest {

    @TempDir
    Path folder;

    private Database database;
    private Host host;
    private SqlCoreTraces traces;
    private SqlLearningsLog learnings;
    private CycleMemories memories;
    private final Set<CoreStage> off = EnumSet.noneOf(CoreStage.class);
    private int dispatches;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(database, folder, "all", Map.of(), new MovingClock());
        PatternRedactor redactor = new PatternRedactor();
        traces = new SqlCoreTraces(database, redactor, host.clock);
        learnings = new SqlLearningsLog(database, redactor, host.clock);
        host.core.traces = traces;
        host.core.learnings = learnings;
        host.core.switches = new Switches();
        memories = new CycleMemories(database, host.core, host.desk, redactor, host.clock);
    }

    /** Switches that are on unless a test turns them. */
    private final class Switches implements CoreSwitches {

        @Override
        public boolean on(CoreStage stage) {
            return !off.contains(stage);
        }

        @Override
        public String why(CoreStage stage) {
            return on(stage) ? "" : stage + " is off";
        }

        @Override
        public void turn(@Nullable CoreStage stage, boolean on, String by, String reason) {}

        @Override
        public void ran(CoreStage stage, int products, List<String> whyNot) {}

        @Override
        public List<Status> status() {
            return List.of();
        }
    }

    private CoreTrace cycle(CoreSurface surface, CoreTraceKind kind, String run) {
        return traces.begin(new CoreTraceDraft("p1", "w1", "agent_role:builder", surface, kind, run, null));
    }

    /** A dispatch that ended, an hour after the one before; answers the id of its cycle. */
    private String dispatched(String status, String title, String words, Map<String, String> more) {
        host.clock.pass(Duration.ofHours(1));
        String run = "d" + ++dispatches;
        CoreTrace cycle = cycle(CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, run);
        if (!more.isEmpty()) {
            traces.step(cycle.id(), "judged", CorePhase.GATING, "heartbeat.dispatch_denied", "no", with(more, run));
        }
        traces.step(
                cycle.id(),
                "ended",
                CorePhase.DISPATCH,
                "heartbeat.dispatch_completed",
                words,
                with(Map.of("status", status), run));
        traces.end(cycle.id(), CoreTraceStatus.COMPLETED, "dispatched", null);
        learnings.add(
                "p1",
                "w1",
                Learning.Kind.DISPATCH_RESULT,
                run,
                status + ": Heartbeat: " + title,
                cycle.id(),
                "dispatch:" + run);
        return cycle.id();
    }

    private static Map<String, String> with(Map<String, String> details, String run) {
        Map<String, String> all = new HashMap<>(details);
        all.put("dispatchRunId", run);
        return all;
    }

    private List<Learning> logged() {
        return learnings
                .list("w1", "p1", Learning.Kind.MEMORY, PageRequest.first(50))
                .rows();
    }

    @Test
    void cm01FailedWorkIsProposedAsAnOpenLoopWithItsCycle() {
        String cycle = dispatched("failed", "The build is broken", "npm is not installed", Map.of());

        assertThat(memories.look()).isEqualTo(1);

        DreamCandidate candidate = host.candidate(DreamAction.OPEN_LOOP);
        assertThat(candidate.state()).isEqualTo(DreamState.PROPOSED);
        assertThat(candidate.draft().proposedValue())
                .isEqualTo("Not done yet: The build is broken. It failed: npm is not installed");
        assertThat(candidate.evidence()).extracting(DreamCandidate.Quote::id).containsExactly("cycle:" + cycle);
        assertThat(traces.find(cycle).orElseThrow().memoryIds()).containsExactly("candidate:" + candidate.id());
        assertThat(logged()).singleElement().satisfies(entry -> {
            assertThat(entry.traceId()).isEqualTo(cycle);
            assertThat(entry.summary()).startsWith("Not done yet: The build is broken");
            assertThat(entry.reference()).isEqualTo("candidate:" + candidate.id());
        });
    }

    @Test
    void cm02NothingIsWrittenUntilSomebodyAcceptsAndTheGateAgrees() {
        dispatched("failed", "The build is broken", "npm is not installed", Map.of());
        memories.look();
        assertThat(remembered()).isEmpty();

        DreamCandidate accepted = host.accept(host.candidate(DreamAction.OPEN_LOOP));
        assertThat(accepted.pendingId()).isNotNull();
        assertThat(remembered()).isEmpty();

        host.gate.approve(Host.SCOPE, accepted.pendingId(), "olga", null);
        host.review.settle();
        assertThat(host.candidate(DreamAction.OPEN_LOOP).state()).isEqualTo(DreamState.APPLIED);
        assertThat(remembered())
                .singleElement()
                .extracting(MemoryRecord::text)
                .asString()
                .startsWith("Not done yet");
    }

    private List<MemoryRecord> remembered() {
        return host.store
                .list(Host.SCOPE, MemoryFilter.active("archive"), PageRequest.first(10))
                .rows();
    }

    @Test
    void cm03AStopInBetweenDoublesNothing() {
        String cycle = dispatched("failed", "The build is broken", "npm is not installed", Map.of());
        memories.look();
        database.write(session -> session.update("DELETE FROM dreaming_cursors"));
        database.write(session -> session.update("DELETE FROM core_learnings WHERE kind = 'MEMORY'"));
        database.write(session -> session.update("DELETE FROM core_trace_memories"));

        memories.look();
        memories.look();

        assertThat(host.candidates()).hasSize(1);
        assertThat(logged()).hasSize(1);
        assertThat(traces.find(cycle).orElseThrow().memoryIds()).hasSize(1);
    }

    @Test
    void cm04TheSameFailureAgainAddsItsEvidenceAndNoCandidate() {
        dispatched("failed", "Build 17 is broken", "npm is not installed", Map.of());
        String second = dispatched("interrupted", "Build 18 is broken", "the host stopped", Map.of());

        memories.look();

        assertThat(host.candidates()).singleElement().satisfies(one -> {
            assertThat(one.evidence()).hasSize(2);
            assertThat(one.draft().proposedValue()).contains("Build 18").contains("interrupted");
            assertThat(traces.find(second).orElseThrow().memoryIds()).containsExactly("candidate:" + one.id());
        });
        assertThat(logged()).hasSize(1);
    }

    @Test
    void cm05WhatWasDoneSinceIsNoOpenLoop() {
        dispatched("failed", "The build is broken", "npm is not installed", Map.of());
        dispatched("completed", "The build is broken", "mended", Map.of());

        assertThat(memories.look()).isEqualTo(2);

        assertThat(host.candidates()).isEmpty();
    }

    @Test
    void cm06WorkThatComesOnThreeDaysIsARecurringTask() {
        for (int day = 0; day < 3; day++) {
            assertThat(host.candidates()).isEmpty();
            dispatched("completed", "Weekly report " + day, "sent", Map.of());
            dispatched("completed", "Weekly report " + day, "sent", Map.of());
            host.clock.pass(Duration.ofDays(1));
            memories.look();
        }

        DreamCandidate candidate = host.candidate(DreamAction.RECURRING_TASK);
        assertThat(candidate.draft().proposedValue()).startsWith("Comes again and again: Weekly report 0, first on ");
        assertThat(candidate.evidence()).hasSize(3);
    }

    @Test
    void cm07APersonWhoSaysNoDrawsALineAndARuleDoesNot() {
        dispatched("cancelled", "Restart the shop", "cancelled", Map.of("approvedBy", "policy"));
        dispatched("cancelled", "Delete old orders", "cancelled", Map.of("approvedBy", "ada"));

        memories.look();

        assertThat(host.candidates()).singleElement().satisfies(one -> {
            assertThat(one.draft().action()).isEqualTo(DreamAction.CONSTRAINT);
            assertThat(one.draft().proposedValue())
                    .isEqualTo("Not without being asked: ada said no to “Delete old orders”");
        });
    }

    @Test
    void cm08OfReflectionsThoseThatWerePutOffAreOpen() {
        reflected("r1", "suggest");
        reflected("r2", "defer");

        memories.look();

        assertThat(host.candidates())
                .extracting(one -> one.draft().proposedValue())
                .containsExactly("Recommended and put off: workspace:w1: Mend r2");
    }

    private void reflected(String run, String outcome) {
        CoreTrace cycle = cycle(CoreSurface.SUBCONSCIOUS, CoreTraceKind.SUBCONSCIOUS_CYCLE, run);
        traces.end(cycle.id(), CoreTraceStatus.COMPLETED, outcome, null);
        learnings.add(
                "p1",
                "w1",
                Learning.Kind.REFLECTION,
                run,
                "workspace:w1: Mend " + run,
                cycle.id(),
                "reflection:" + run);
    }

    @Test
    void cm09ACycleThatFailedIsToBeWatchedAndOneThatWasCutOffIsNot() {
        CoreTrace failed = cycle(CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "p1");
        traces.end(failed.id(), CoreTraceStatus.FAILED, "failed", "the policy broke");
        cycle(CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "p2");
        traces.recover(CoreSurface.HEARTBEAT, List.of(), "The host stopped in the middle of it");

        memories.look();

        assertThat(host.candidates())
                .extracting(one -> one.draft().proposedValue())
                .containsExactly("Keep an eye on it: the pulse cycle of agent_role:builder failed: the policy broke");
    }

    @Test
    void cm10WaitsWhileNothingMayBeLearnt() {
        dispatched("failed", "The build is broken", "npm is not installed", Map.of());
        off.add(CoreStage.LEARNING);
        assertThat(memories.look()).isZero();
        off.clear();
        off.add(CoreStage.DREAMING);
        assertThat(memories.look()).isZero();
        off.clear();

        assertThat(memories.look()).isEqualTo(1);
        assertThat(host.candidates()).hasSize(1);
    }

    @Test
    void cm11WhatWasRejectedDoesNotComeAgainFromCycles() {
        dispatched("failed", "The build is broken", "npm is not installed", Map.of());
        memories.look();
        host.review.reject(Host.SCOPE, host.candidates().get(0).id(), "olga", "no");
        dispatched("failed", "The build is broken", "npm is not installed", Map.of());

        memories.look();

        assertThat(host.candidates())
                .singleElement()
                .extracting(DreamCandidate::state)
                .isEqualTo(DreamState.REJECTED);
        assertThat(logged()).hasSize(1);
    }

    @Test
    void cm12BoundsAndRedactsWhatItKeeps() {
        dispatched(
                "failed", "The key sk-abcdefghijklmnopqrstuvwx0123456789 is refused", "again ".repeat(400), Map.of());

        memories.look();

        assertThat(host.candidates()).singleElement().satisfies(one -> {
            assertThat(one.draft().proposedValue().length()).isLessThanOrEqualTo(600);
            assertThat(one.toString()).doesNotContain("sk-abcdefghijklmnopqrstuvwx");
        });
    }

    @Test
    void aDreamSaysInItsCycleWhichCandidatesItGave() {
        CoreTrace pulse = cycle(CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "pulse1");
        host.observed("Actually tool B is used instead. Follow up on the change.");
        String run = host.desk
                .dream("p1", "w1", Trigger.HEARTBEAT, "pulse1", null)
                .orElseThrow()
                .runId();

        CoreTrace.Whole cycle = traces.find("memory:" + run).orElseThrow();
        assertThat(cycle.trace().draft().parentId()).isEqualTo(pulse.id());
        assertThat(cycle.memoryIds())
                .containsExactlyInAnyOrderElementsOf(host.candidates().stream()
                        .map(one -> "candidate:" + one.id())
                        .toList());
        assertThat(traces.find(pulse.id()).orElseThrow().children()).containsExactly("memory:" + run);
    }
}
