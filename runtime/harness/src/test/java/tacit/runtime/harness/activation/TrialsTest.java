package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;

final class TrialsTest {

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "old"))
                .ship("two.jar", Samples.answering("two", "old"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private ActivationReport open(String id, Map<String, byte[]> jars) {
        return host.harness.open(id, host.request(jars, Map.of()));
    }

    private String under(String id, String role) throws Exception {
        return host.harness.under(id, () -> host.askFacade(role));
    }

    @Test
    void answersWhoIsLedThereAndNobodyElse() throws Exception {
        ActivationReport report = open("blue", Map.of("one", Samples.answering("one", "new")));

        assertThat(report.succeeded()).isTrue();
        assertThat(host.harness.open()).containsExactly("blue");
        assertThat(under("blue", "one")).isEqualTo("new");
        assertThat(under("blue", "two")).isEqualTo("old");
        assertThat(host.askFacade("one")).isEqualTo("old");
        assertThat(host.ask("one")).isEqualTo("old");
        assertThat(CompletableFuture.supplyAsync(() -> host.askFacade("one")).get())
                .isEqualTo("old");
    }

    @Test
    void isInNoLedgerAndInTheAuditLog() {
        int entries = host.ledger.entries().size();

        open("blue", Map.of("one", Samples.answering("one", "new")));

        assertThat(host.ledger.entries()).hasSize(entries);
        assertThat(host.harness.active().orElseThrow().number()).isEqualTo(1);
        assertThat(host.audit.entries.get(host.audit.entries.size() - 1).action())
                .isEqualTo("trial.open");
    }

    @Test
    void triesOtherSettingsOfTheSameJar() throws Exception {
        host.harness.open("blue", host.request(Map.of(), Map.of(Samples.pid("one"), Map.of("prefix", "very "))));

        assertThat(under("blue", "one")).isEqualTo("very old");
        assertThat(host.askFacade("one")).isEqualTo("old");
    }

    @Test
    void leadsWorkOnOtherThreadsWhereItWasHandedOver() throws Exception {
        open("blue", Map.of("one", Samples.answering("one", "new")));
        AtomicReference<Callable<String>> carried = new AtomicReference<>();
        host.harness.under("blue", () -> {
            carried.set(host.harness.carried(() -> host.askFacade("one")));
            return "";
        });

        assertThat(CompletableFuture.supplyAsync(() -> call(carried.get())).get())
                .isEqualTo("new");
        Callable<String> plain = () -> "";
        assertThat(host.harness.carried(plain)).isSameAs(plain);
    }

    @Test
    void comesBackToTheOuterTrialAndThenToNone() throws Exception {
        open("blue", Map.of("one", Samples.answering("one", "new")));
        open("green", Map.of("two", Samples.answering("two", "new")));

        String seen = host.harness.under("blue", () -> {
            String inner = host.harness.under("green", () -> host.askFacade("one") + host.askFacade("two"));
            return inner + " " + host.askFacade("one") + host.askFacade("two");
        });

        assertThat(seen).isEqualTo("oldnew newold");
        assertThat(host.askFacade("one") + host.askFacade("two")).isEqualTo("oldold");
    }

    @Test
    void answersByWhatIsInForceOnceItIsClosed() throws Exception {
        open("blue", Map.of("one", Samples.answering("one", "new")));

        String seen = host.harness.under("blue", () -> {
            String before = host.askFacade("one");
            host.harness.close("blue");
            return before + " " + host.askFacade("one");
        });

        assertThat(seen).isEqualTo("new old");
        assertThat(under("blue", "one")).isEqualTo("old");
        assertThat(host.harness.open()).isEmpty();
        host.harness.close("blue");
    }

    @Test
    void endsBeforeAChangeOfTheHarness() throws Exception {
        byte[] jar = Samples.answering("one", "new");
        open("blue", Map.of("one", jar));

        assertThat(host.activate(Map.of("one", jar)).succeeded()).isTrue();

        assertThat(host.harness.open()).isEmpty();
        assertThat(host.askFacade("one")).isEqualTo("new");
        assertThat(under("blue", "one")).isEqualTo("new");
        open("green", Map.of("one", Samples.answering("one", "newer")));
        assertThat(host.harness
                        .rollBack(java.util.Optional.empty(), "ada", "a test")
                        .succeeded())
                .isTrue();
        assertThat(under("green", "one")).isEqualTo("old");
    }

    @Test
    void endsBeforeADrill() {
        open("blue", Map.of("one", Samples.answering("one", "new")));

        assertThat(host.harness.drill(1, "ada").problems()).isEmpty();

        assertThat(host.harness.open()).isEmpty();
        assertThat(host.askFacade("one")).isEqualTo("old");
    }

    @Test
    void refusesWhatAnActivationWouldRefuse() throws Exception {
        ActivationReport broken = host.harness.open(
                "blue",
                host.request(Map.of("one", Samples.moody("one", "new", "moody").bytes()), Map.of()));

        assertThat(broken.failure()).isPresent();
        assertThat(host.harness.open()).isEmpty();
        assertThat(under("blue", "one")).isEqualTo("old");
    }

    @Test
    void refusesWhatChangesNothingOrRemoves() {
        ActivationReport same = open("blue", Map.of("one", Samples.answering("one", "old")));
        ActivationRequest removing =
                new ActivationRequest(new TreeMap<>(), Set.of("one"), new TreeMap<>(), "ada", "a test", null);

        assertThat(same.failure().orElseThrow().step()).isEqualTo(ActivationStep.READ);
        assertThat(host.harness.open("blue", removing).failure().orElseThrow().detail())
                .isEqualTo("a trial cannot remove a role");
        assertThat(host.harness.open()).isEmpty();
    }

    @Test
    void refusesASecondOneOfTheRoleOrTheName() {
        open("blue", Map.of("one", Samples.answering("one", "new")));

        ActivationReport second = open("green", Map.of("one", Samples.answering("one", "newer")));

        assertThat(second.failure().orElseThrow().detail()).isEqualTo("trial 'blue' has the idle slot of this role");
        assertThatThrownBy(() -> open("blue", Map.of("two", Samples.answering("two", "new"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A trial 'blue' is open already");
    }

    @Test
    void endsWhenItsBundleStops() throws Exception {
        open("blue", Map.of("one", Samples.answering("one", "new")));
        stopTheIdleSlotOf("one");

        host.harness.supervisor().look();

        assertThat(host.harness.open()).isEmpty();
        assertThat(under("blue", "one")).isEqualTo("old");
    }

    @Test
    void letsWhoIsInsideFinish() throws Exception {
        open("blue", Map.of("one", Samples.answering("one", "new")));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> call(() -> host.harness.under("blue", () -> {
                    String first = host.askFacade("one");
                    inside.countDown();
                    go.await(60, TimeUnit.SECONDS);
                    return first + " " + host.askFacade("one");
                })));
        inside.await(60, TimeUnit.SECONDS);

        assertThat(host.activate(Map.of("two", Samples.answering("two", "new"))).succeeded())
                .isTrue();
        go.countDown();

        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("new old");
    }

    private void stopTheIdleSlotOf(String role) throws Exception {
        for (org.osgi.framework.Bundle bundle : host.felix.context().getBundles()) {
            if (bundle.getLocation().equals("slot:" + role + "/B")) {
                bundle.stop();
            }
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
