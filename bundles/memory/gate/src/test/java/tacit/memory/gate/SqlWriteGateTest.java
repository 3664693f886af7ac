package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.gate.GateFixture.SCOPE;
import static tacit.memory.gate.GateFixture.pending;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.GateDecision;
import tacit.api.memory.GateDecision.Answer;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlWriteGateTest {

    private static final String KEY = "sk-abcdefghijklmnop1234";

    private GateFixture fixture;

    @BeforeEach
    void open(Database database) {
        fixture = new GateFixture(database);
    }

    @Test
    void wg01AllowsACuratedAddWhenOff() {
        SqlWriteGate gate = fixture.gate("off");

        assertThat(gate.evaluate(Writes.curatedAdd("Likes tea")).answer()).isEqualTo(Answer.ALLOWED);
        assertThat(pending(gate)).isEmpty();
    }

    @Test
    void wg02StagesACuratedAddWhenCuratedOnly() {
        SqlWriteGate gate = fixture.gate("curated_only");

        GateDecision decision = gate.evaluate(Writes.curatedAdd("Likes tea"));

        assertThat(decision.answer()).isEqualTo(Answer.STAGED);
        assertThat(pending(gate)).singleElement().satisfies(waiting -> {
            assertThat(waiting.id()).isEqualTo(decision.pendingId());
            assertThat(waiting.write()).isEqualTo(Writes.curatedAdd("Likes tea"));
            assertThat(waiting.write().payload()).containsEntry(MemoryWrite.CONTENT, "Likes tea");
            assertThat(waiting.summary()).isEqualTo("curated add: Likes tea");
        });
        assertThat(gate.evaluate(Writes.remember("Likes tea")).answer()).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void wg03LetsTheEnvironmentBeatTheSetting() {
        SqlWriteGate gate = fixture.gate(
                new SqlWriteGate.Rule("off", 10, name -> SqlWriteGate.VARIABLE.equals(name) ? "external_only" : null));

        assertThat(gate.evaluate(Writes.remember("Likes tea")).answer()).isEqualTo(Answer.STAGED);
        assertThat(pending(gate))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.write().action()).isEqualTo("remember"));
        assertThat(gate.evaluate(Writes.curatedAdd("Likes tea")).answer()).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void wg04BlocksASecretForTheOutsideInEveryMode() {
        for (ApprovalMode mode : ApprovalMode.values()) {
            SqlWriteGate gate = fixture.gate(mode.word());

            GateDecision decision = gate.evaluate(Writes.remember("The api_key=" + KEY));

            assertThat(decision.answer()).isEqualTo(Answer.BLOCKED);
            assertThat(decision.words()).isNotEmpty().doesNotContain(KEY);
            assertThat(pending(gate)).isEmpty();
        }
    }

    @Test
    void keepsAProposalInEveryModeAndOnce() {
        for (ApprovalMode mode : ApprovalMode.values()) {
            GateDecision decision = fixture.gate(mode.word()).propose(Writes.curatedAdd("Likes tea"));

            assertThat(decision.answer()).isEqualTo(Answer.STAGED);
        }

        SqlWriteGate gate = fixture.gate("off");
        assertThat(pending(gate)).hasSize(1);
        assertThat(gate.propose(Writes.remember("The api_key=" + KEY)).answer()).isEqualTo(Answer.BLOCKED);
    }

    @Test
    void stagesWhatNobodyAskedForWhenBackgroundOnly() {
        SqlWriteGate gate = fixture.gate("background_only");

        assertThat(gate.evaluate(Writes.of(Target.ARCHIVE, "capture", Origin.DREAMING, "content", "a"))
                        .answer())
                .isEqualTo(Answer.STAGED);
        assertThat(gate.evaluate(Writes.of(Target.ARCHIVE, "capture", Origin.AGENT_TOOL, "content", "a"))
                        .answer())
                .isEqualTo(Answer.ALLOWED);
        assertThat(gate.evaluate(Writes.of(Target.ARCHIVE, "capture", Origin.SYSTEM, "content", "a"))
                        .answer())
                .isEqualTo(Answer.ALLOWED);
    }

    @Test
    void refusesAModeThatItDoesNotKnow() {
        assertThatThrownBy(() -> fixture.gate("sometimes"))
                .hasMessage("mode must be one of off, curated_only, external_only, background_only, all,"
                        + " got 'sometimes'");
        assertThatThrownBy(() -> fixture.gate(new SqlWriteGate.Rule("off", 10, name -> "none")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.gate(new SqlWriteGate.Rule("off", 0, name -> null)))
                .hasMessage("mostWaiting must be at least 1, got 0");
    }

    @Test
    void keepsNoSecretWhileAWriteWaits() {
        SqlWriteGate gate = fixture.gate("all");

        gate.evaluate(Writes.of(
                Target.ARCHIVE, "capture", Origin.AGENT_TOOL, "content", "Use " + KEY, "password", "hunter2"));

        assertThat(pending(gate)).singleElement().satisfies(waiting -> {
            assertThat(waiting.write().payload().toString()).doesNotContain(KEY, "hunter2");
            assertThat(waiting.summary()).doesNotContain(KEY);
        });
    }

    @Test
    void keepsAProposalOnceWhileItWaits() {
        SqlWriteGate gate = fixture.gate("all");

        String first = gate.evaluate(Writes.curatedAdd("Likes tea")).pendingId();
        String again = gate.evaluate(Writes.curatedAdd("Likes tea")).pendingId();
        gate.reject(SCOPE, String.valueOf(first), "bob", null);
        String later = gate.evaluate(Writes.curatedAdd("Likes tea")).pendingId();

        assertThat(again).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
    }

    @Test
    void takesNoFurtherWriteWhenTooManyWait() {
        SqlWriteGate gate = fixture.gate(new SqlWriteGate.Rule("all", 2, name -> null));
        gate.evaluate(Writes.curatedAdd("a"));
        gate.evaluate(Writes.curatedAdd("b"));

        assertThat(gate.evaluate(Writes.curatedAdd("c")).answer()).isEqualTo(Answer.BLOCKED);
        assertThat(gate.evaluate(Writes.of(Target.CURATED, "add", Origin.SYSTEM, "content", "x".repeat(600_000)))
                        .words())
                .contains("too long");
    }

    @Test
    void listsWhatWaitsLastFirstAndByStatus() {
        SqlWriteGate gate = fixture.gate("all");
        gate.evaluate(Writes.curatedAdd("first"));
        fixture.now = fixture.now.plusSeconds(1);
        gate.evaluate(Writes.curatedAdd("second"));
        gate.reject(SCOPE, pending(gate).get(1).id(), "bob", null);

        List<PendingWrite> all = gate.list(SCOPE, null, PageRequest.first(10)).rows();

        assertThat(all).extracting(PendingWrite::summary).containsExactly("curated add: second", "curated add: first");
        assertThat(gate.list(SCOPE, Status.REJECTED, PageRequest.first(10)).total())
                .isEqualTo(1);
        assertThat(gate.list(SCOPE, null, new PageRequest(1, 1)).rows())
                .extracting(PendingWrite::summary)
                .containsExactly("curated add: first");
    }

    @Test
    void showsAUserWhatBelongsToNoOtherOne() {
        SqlWriteGate gate = fixture.gate("all");
        gate.evaluate(Writes.curatedAdd("of ada"));
        gate.evaluate(Writes.of(Target.CURATED, "add", Origin.AGENT_TOOL, "content", "of all"));

        assertThat(gate.list(new Scope("default", "ada"), null, PageRequest.first(10))
                        .total())
                .isEqualTo(2);
        assertThat(gate.list(new Scope("default", "bob"), null, PageRequest.first(10))
                        .rows())
                .extracting(PendingWrite::summary)
                .containsExactly("curated add: of all");
        assertThat(gate.list(Scope.ofWorkspace("other"), null, PageRequest.first(10))
                        .rows())
                .isEmpty();
    }
}
