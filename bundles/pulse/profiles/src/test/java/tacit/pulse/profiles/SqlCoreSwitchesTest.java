package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreSwitches.Status;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlCoreSwitchesTest {

    private Core core;
    private SqlCoreSwitches switches;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
        switches = core.switches;
    }

    private Status status(CoreStage stage) {
        return switches.status().stream()
                .filter(status -> status.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sc10EveryStageIsOnAtFirst() {
        assertThat(switches.status()).hasSize(CoreStage.values().length).allSatisfy(status -> {
            assertThat(status.on()).isTrue();
            assertThat(status.why()).isEmpty();
            assertThat(status.runs()).isZero();
            assertThat(status.lastRunAt()).isNull();
            assertThat(status.warning()).isFalse();
        });
    }

    @Test
    void sc11AStageHasASwitchOfItsOwn() {
        switches.turn(CoreStage.DISPATCH, false, "ann", "too much work");

        assertThat(switches.on(CoreStage.DISPATCH)).isFalse();
        assertThat(switches.why(CoreStage.DISPATCH)).isEqualTo("The stage was switched off by ann: too much work");
        assertThat(switches.on(CoreStage.HEARTBEAT)).isTrue();
        switches.turn(CoreStage.DISPATCH, true, "ann", "");
        assertThat(switches.on(CoreStage.DISPATCH)).isTrue();
        assertThat(core.acts()).containsExactly("core.off", "core.on");
    }

    @Test
    void sc12TheMasterSwitchStopsEveryStage() {
        switches.turn(CoreStage.LEARNING, false, "ben", "");
        switches.turn(null, false, "ann", "holiday");

        for (CoreStage stage : CoreStage.values()) {
            assertThat(switches.on(stage)).isFalse();
            assertThat(switches.why(stage)).isEqualTo("The core was switched off by ann: holiday");
        }
        switches.turn(CoreStage.DISPATCH, true, "ben", "");
        assertThat(switches.on(CoreStage.DISPATCH)).isFalse();
        switches.turn(null, true, "ann", "");
        assertThat(switches.on(CoreStage.DISPATCH)).isTrue();
        assertThat(switches.why(CoreStage.LEARNING)).isEqualTo("The stage was switched off by ben");
    }

    @Test
    void sc13SwitchesOutliveTheHostAndReachOthers() {
        SqlCoreSwitches other = new SqlCoreSwitches(core.database, core.audit, core.redactor, core.clock);
        assertThat(other.on(CoreStage.DREAMING)).isTrue();

        switches.turn(CoreStage.DREAMING, false, "ann", "");

        core.clock.pass(Duration.ofSeconds(5));
        assertThat(other.on(CoreStage.DREAMING)).isFalse();
        assertThat(new SqlCoreSwitches(core.database, core.audit, core.redactor, core.clock).on(CoreStage.DREAMING))
                .isFalse();
    }

    @Test
    void sc14CountsRunsProductsAndDryRuns() {
        switches.ran(CoreStage.HEARTBEAT, 0, List.of("signal 1: below .72"));
        core.clock.pass(Duration.ofMinutes(1));
        switches.ran(CoreStage.HEARTBEAT, 0, List.of());
        assertThat(status(CoreStage.HEARTBEAT).dryRuns()).isEqualTo(2);

        switches.ran(CoreStage.HEARTBEAT, 3, List.of());

        Status status = status(CoreStage.HEARTBEAT);
        assertThat(status.runs()).isEqualTo(3);
        assertThat(status.products()).isEqualTo(3);
        assertThat(status.dryRuns()).isZero();
        assertThat(status.lastRunAt()).isEqualTo(core.clock.instant());
        assertThat(status.whyNot()).containsExactly("signal 1: below .72");
        assertThat(status(CoreStage.DISPATCH).runs()).isZero();
        assertThatThrownBy(() -> switches.ran(CoreStage.HEARTBEAT, -1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sc15WarnsWhenAStageProducesNothing() {
        IntStream.range(1, CoreSwitches.DRY_RUNS).forEach(i -> switches.ran(CoreStage.REFLECTION, 0, List.of()));
        assertThat(status(CoreStage.REFLECTION).warning()).isFalse();

        switches.ran(CoreStage.REFLECTION, 0, List.of());

        assertThat(status(CoreStage.REFLECTION).warning()).isTrue();
        switches.turn(CoreStage.REFLECTION, false, "ann", "");
        assertThat(status(CoreStage.REFLECTION).warning()).isFalse();
        switches.turn(CoreStage.REFLECTION, true, "ann", "");
        switches.ran(CoreStage.REFLECTION, 1, List.of());
        assertThat(status(CoreStage.REFLECTION).warning()).isFalse();
    }

    @Test
    void sc16KeepsTheLastReasonsBoundedAndWithoutSecrets() {
        switches.ran(
                CoreStage.DISPATCH,
                0,
                IntStream.range(0, 50).mapToObj(i -> "signal " + i).toList());
        switches.ran(CoreStage.DISPATCH, 0, List.of("x".repeat(1000), "sk-ant-REDACTED"));

        List<String> whyNot = status(CoreStage.DISPATCH).whyNot();

        assertThat(whyNot).hasSize(20);
        assertThat(whyNot.get(0)).doesNotContain("AAAABBBB");
        assertThat(whyNot.get(1)).hasSize(300).endsWith("…");
        assertThat(whyNot.get(2)).isEqualTo("signal 49");
        assertThat(whyNot.get(19)).isEqualTo("signal 32");
    }

    @Test
    void turnsNothingThatTheAuditLogDoesNotKnow() {
        core.audit.broken = true;

        assertThatThrownBy(() -> switches.turn(null, false, "ann", "")).isInstanceOf(IllegalStateException.class);

        assertThat(switches.on(CoreStage.HEARTBEAT)).isTrue();
    }

    @Test
    void refusesStagesAndReasonsThatAreNone() {
        assertThatThrownBy(() -> core.sql("INSERT INTO core_switches (stage, is_on, changed_by, reason, changed_at)"
                        + " VALUES ('SLEEP', TRUE, 'ann', '', 0)"))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> switches.turn(null, false, "ann", "x".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(switches.on(CoreStage.TRIGGERS)).isTrue();
    }

    @Test
    void everyStageCanBeTurned() {
        for (CoreStage stage : CoreStage.values()) {
            switches.turn(stage, false, "ann", "");
            assertThat(switches.on(stage)).isFalse();
        }
        assertThat(switches.status()).noneMatch(Status::on);
    }
}
