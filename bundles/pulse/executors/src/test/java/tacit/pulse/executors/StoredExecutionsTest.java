package tacit.pulse.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.Executions.Device;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class StoredExecutionsTest {

    private static final PageRequest TEN = PageRequest.first(10);

    private Rig rig;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, new MovingClock());
        rig.devices.addExecutor(new FakeExecutor("fake", order -> TaskResult.done("ok")));
        rig.device("one", "fake", Map.of());
    }

    @Test
    void ex01DoesWorkOfOneIdOnce() {
        Execution first = rig.executions.submit(Rig.brief("b1"), null);
        Execution second = rig.executions.submit(Rig.brief("b1"), "approval-1");

        assertThat(second).isEqualTo(first);
        assertThat(rig.executions.list(null, null, null, TEN).total()).isEqualTo(1);
        assertThat(first.state()).isEqualTo(State.QUEUED);
        assertThat(rig.executions.ofBrief("b1")).contains(first);
    }

    @Test
    void tellsAnotherWorkspaceNothingOfAnId() {
        rig.executions.submit(Rig.brief("b1"), null);

        assertThatThrownBy(() -> rig.executions.submit(Rig.brief("b1", Map.of("workspace", "w2")), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b1")
                .hasMessageNotContaining("w1");
    }

    @Test
    void keepsEverythingOfABrief() {
        Execution kept = rig.executions.submit(
                Rig.brief("b1", Map.of("user", "anna", "device", "one", "executor", "fake", "tokens", 7, "micros", 9)),
                null);

        assertThat(rig.executions.find(kept.id()).orElseThrow().brief())
                .isEqualTo(Rig.brief(
                        "b1", Map.of("user", "anna", "device", "one", "executor", "fake", "tokens", 7, "micros", 9)));
    }

    @Test
    void ex02RefusesWorkThatNoRouteTakesAndSaysWhatWasTried() {
        rig.device("off", "fake", Map.of("enabled", false));
        rig.device("theirs", "fake", Map.of("workspaces", new String[] {"w8, w9"}));
        rig.device("empty", "nobody", Map.of());
        rig.devices.removeTarget(rig.device("gone", "fake", Map.of()));

        assertThatThrownBy(() -> rig.executions.submit(Rig.brief("b1", Map.of("executor", "other")), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one: its executor is fake, asked for is other")
                .hasMessageContaining("off: it is disabled")
                .hasMessageContaining("theirs: it does not take work of this workspace")
                .hasMessageContaining("empty: its executor is nobody, asked for is other");
        assertThatThrownBy(() -> rig.executions.submit(Rig.brief("b1", Map.of("device", "gone")), null))
                .hasMessageContaining("there is no device 'gone'");
        assertThat(rig.executions.list(null, null, null, TEN).total()).isZero();
    }

    @Test
    void ex03LetsWorkThatWaitsBeginAfterItsApproval() {
        Execution waiting = rig.executions.submit(Rig.brief("b1"), "approval-1");
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.approvalId()).isEqualTo("approval-1");

        assertThat(rig.executions.release(waiting.id(), "ada")).isTrue();
        assertThat(rig.executions.release(waiting.id(), "ada")).isFalse();

        Execution released = rig.executions.find(waiting.id()).orElseThrow();
        assertThat(released.state()).isEqualTo(State.QUEUED);
        assertThat(released.routing()).contains("released by ada");
        assertThat(rig.audit.entries).extracting(entry -> entry.action()).containsExactly("execution.release");
    }

    @Test
    void cancelsWhatHasNotBegun() {
        Execution queued = rig.executions.submit(Rig.brief("b1"), null);
        Execution waiting = rig.executions.submit(Rig.brief("b2"), "approval-1");

        assertThat(rig.executions.cancel(queued.id(), "ada", "not needed")).isTrue();
        assertThat(rig.executions.cancel(waiting.id(), "ada", "")).isTrue();
        assertThat(rig.executions.cancel(queued.id(), "ada", "again")).isFalse();
        assertThat(rig.executions.cancel("unknown", "ada", "")).isFalse();

        Execution cancelled = rig.executions.find(queued.id()).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.result()).isNull();
        assertThat(cancelled.routing()).contains("cancelled by ada: not needed");
        assertThat(rig.executions.open(null)).isEmpty();
    }

    @Test
    void doesNothingThatTheAuditLogDoesNotTake() {
        Execution queued = rig.executions.submit(Rig.brief("b1"), null);
        rig.audit.broken = true;

        assertThatThrownBy(() -> rig.executions.cancel(queued.id(), "ada", ""))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rig.executions.find(queued.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
    }

    @Test
    void listsByWorkspaceProfileAndStateWithTheNewestFirst() {
        rig.executions.submit(Rig.brief("b1"), null);
        rig.executions.submit(Rig.brief("b2", Map.of("workspace", "w2")), null);
        rig.executions.submit(Rig.brief("b3", Map.of("profile", "p2")), "approval-1");

        assertThat(rig.executions.list(null, "w1", null, TEN).rows())
                .extracting(one -> one.brief().id())
                .containsExactly("b3", "b1");
        assertThat(rig.executions.list("p1", null, null, TEN).total()).isEqualTo(2);
        assertThat(rig.executions.list(null, "w1", State.WAITING, TEN).total()).isEqualTo(1);
        assertThat(rig.executions.open("p2")).hasSize(1);
        assertThat(rig.executions.list(null, null, null, new PageRequest(1, 1)).rows())
                .extracting(one -> one.brief().id())
                .containsExactly("b2");
    }

    @Test
    void ex12KeepsBriefsBoundedAndWithoutSecrets() {
        String secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0".repeat(2).substring(0, 36);
        Execution kept = rig.executions.submit(
                Rig.brief("b1", Map.of("prompt", "Use " + secret, "context", "x".repeat(300_000))), null);

        assertThat(kept.brief().prompt()).doesNotContain(secret);
        assertThat(kept.brief().context())
                .hasSizeLessThanOrEqualTo(Cleaning.LONGEST_CONTEXT)
                .contains("[cut]");
    }

    @Test
    void ex17ShowsDevicesThatOnlyRoute() {
        FakeExecutor broken = new FakeExecutor("broken", order -> TaskResult.done("ok"));
        broken.problem = "command must be given";
        rig.devices.addExecutor(broken);
        rig.device("two", "broken", Map.of("priority", 5, "capacity", 3, "settings.command", "secret words"));

        assertThat(rig.executions.devices())
                .extracting(Device::name, Device::priority, Device::capacity, Device::problem)
                .containsExactly(tuple("two", 5, 3, "command must be given"), tuple("one", 100, 1, ""));
        assertThat(rig.executions.devices().toString()).doesNotContain("secret words");
        assertThat(rig.executions.executors()).containsExactly("broken", "fake");
    }
}
