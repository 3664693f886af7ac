package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.DrillReport;
import tacit.api.generation.StepResult;
import tacit.api.learn.FailureTemplates;

final class SwapsUnderLoadTest {

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();
    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "first"))
                .ship("two.jar", Samples.answering("two", "other"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** A component that is told other settings while it is active would be made anew, and its old object refuses calls. */
    @Test
    void losesNoCallWhenSettingsChange() throws InterruptedException {
        List<Thread> callers = callers(2);
        for (int i = 0; i < 40; i++) {
            ActivationReport report = host.activate(Map.of(), Map.of(Samples.pid("one"), Map.of("prefix", i + " ")));
            assertThat(report.failure()).isEmpty();
            assertThat(host.askFacade("one")).isEqualTo(i + " first");
        }
        join(callers);

        assertThat(failures).isEmpty();
        assertThat(calls.get()).isPositive();
        assertThat(answers).allMatch(answer -> answer.endsWith("first"));
    }

    @Test
    void losesNoCallWhenBundlesChange() throws InterruptedException {
        List<Thread> callers = callers(2);
        for (int i = 0; i < 40; i++) {
            assertThat(host.activate(Map.of("one", Samples.answering("one", "word" + i)))
                            .failure())
                    .isEmpty();
        }
        join(callers);

        assertThat(failures).isEmpty();
    }

    @Test
    void neverCutsOffACallThatOutlivesTheSwap() throws InterruptedException {
        host.activate(
                Map.of("one", Samples.moody("one", "slow", "hangs on purpose").bytes()));
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            asked.countDown();
            answers.add(host.facade("one").template("wait", null));
        });
        caller.start();
        asked.await();
        Eventually.becomes(() -> host.harness.roles().stream().anyMatch(role -> role.leases() > 0));

        ActivationReport swapped = host.activate(Map.of("one", Samples.answering("one", "next")));
        ActivationReport refused = host.activate(Map.of("one", Samples.answering("one", "last")));

        assertThat(swapped.failure()).isEmpty();
        assertThat(detail(swapped, ActivationStep.DRAIN)).contains("calls go on");
        assertThat(refused.failure().orElseThrow().step()).isEqualTo(ActivationStep.SLOT);
        assertThat(refused.failure().orElseThrow().detail()).contains("still has calls inside", "Sample");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("still has calls inside"));
        host.gate.countDown();
        caller.join();
        assertThat(answers).containsExactly("slow");
        assertThat(host.activate(Map.of("one", Samples.answering("one", "last")))
                        .failure())
                .isEmpty();
    }

    private static String detail(ActivationReport report, ActivationStep step) {
        return report.steps().stream()
                .filter(result -> result.step() == step)
                .map(StepResult::detail)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void drillsTheLiveRolesAndLeavesThemAsTheyWere() {
        host.activate(Map.of("one", Samples.answering("one", "second")));
        int acts = host.ledger.entries().size();

        DrillReport report = host.harness.drill(5, "ada");

        assertThat(report.problems()).isEmpty();
        assertThat(report.swaps()).isEqualTo(5);
        assertThat(report.calls()).isPositive();
        assertThat(report.failedCalls()).isZero();
        assertThat(report.swapP99()).isPositive().isGreaterThanOrEqualTo(report.swapP50());
        assertThat(report.worstCall()).isPositive();
        assertThat(host.askFacade("one")).isEqualTo("second");
        assertThat(host.ledger.entries()).hasSize(acts);
        assertThat(host.audit.entries.get(host.audit.entries.size() - 1).action())
                .isEqualTo("generation.drill");
    }

    @Test
    void keepsTheFormerGenerationWarmOverADrill() {
        host.activate(Map.of("one", Samples.answering("one", "second")));

        host.harness.drill(3, "ada");
        ActivationReport back = host.harness.rollBack(Optional.of(1L), "ada", "after the drill");

        assertThat(detail(back, ActivationStep.SLOT)).contains("holds it already");
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    @Test
    void saysThatThereIsNothingToDrill(@TempDir Path empty) {
        host.close();
        host = new TestHost(empty).boot();

        assertThat(host.harness.drill(1, "ada").problems()).hasSize(1);
    }

    private List<Thread> callers(int count) {
        FailureTemplates facade = host.facade("one");
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread caller = new Thread(() -> call(facade));
            callers.add(caller);
            caller.start();
        }
        return callers;
    }

    private void call(FailureTemplates facade) {
        while (!ended.get()) {
            try {
                answers.add(facade.template("file 17 is missing", null));
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
            calls.incrementAndGet();
        }
    }

    private void join(List<Thread> callers) throws InterruptedException {
        ended.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
